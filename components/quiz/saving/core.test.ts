import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acknowledged,
  adopt,
  begin,
  type Change,
  change,
  changeKey,
  decide,
  failed,
  heard,
  isLater,
  lastChanges,
  nextToSend,
  overall,
  type SavingState,
  sending,
  statusOf,
} from './core';

const ITEMS = ['one', 'two', 'three'];
const loaded = ITEMS.map((itemId) => ({ itemId, response: null, eventId: '0', savedAt: null, flagged: false }));

/** The log as the server keeps it (migration 0002), small enough to read: the truth that tabs are held against. */
class Log {
  readonly events: (Change & { readonly eventId: number })[] = [];

  save(sent: Change) {
    const same = this.events.find((each) => changeKey(each) === changeKey(sent));
    const overtaking = this.events.findLast(
      (each) => each.clientId === sent.clientId && each.itemId === sent.itemId && each.clientSeq > sent.clientSeq,
    );
    let stored = same ?? overtaking;
    if (!stored) {
      stored = { ...sent, eventId: this.events.length + 1 };
      this.events.push(stored);
    }
    const other = this.events.findLast(
      (each) => each.itemId === sent.itemId && each.clientId !== sent.clientId && each.eventId > Number(sent.baseSeq),
    );
    return { ...eventOf(stored), others: other ? eventOf(other) : null };
  }

  current(itemId: string) {
    return this.events.findLast((each) => each.itemId === itemId);
  }
}

const eventOf = ({ eventId, payload }: { eventId: number; payload: unknown }) => ({
  eventId: String(eventId),
  payload,
  savedAt: new Date(eventId * 1000).toISOString(),
});

/** A tab on a log, with a device that keeps what is unsent. */
class Tab {
  state: SavingState;
  constructor(
    readonly name: string,
    readonly log: Log,
    readonly device: Map<string, Change>,
  ) {
    this.state = begin('attempt', name, loaded);
    this.look();
    this.state = adopt(
      this.state,
      [...device.values()].sort((a, b) => a.clientSeq - b.clientSeq),
      0,
    );
  }
  type(itemId: string, payload: unknown): void {
    const made = change(this.state, itemId, 'response', payload, { now: 0, wait: 0 });
    this.state = made.state;
    this.device.set(changeKey(made.queued), made.queued);
  }
  /** One step of sending; what happens to it on its way is the network's choice. */
  step(fate: 'arrives' | 'is lost' | 'answer is lost'): void {
    const next = nextToSend(this.state, Number.MAX_SAFE_INTEGER);
    if (!next || !('change' in next)) return;
    this.state = sending(this.state, next.change);
    if (fate === 'is lost') {
      this.state = failed(this.state, next.change);
      return;
    }
    const saved = this.log.save(next.change);
    if (fate === 'answer is lost') this.state = failed(this.state, next.change);
    else {
      this.state = acknowledged(this.state, next.change, saved);
      this.device.delete(changeKey(next.change));
    }
  }
  look(): void {
    for (const itemId of ITEMS) {
      const current = this.log.current(itemId);
      if (current) this.state = heard(this.state, itemId, eventOf(current), current.clientId);
    }
  }
  drain(): void {
    for (let i = 0; i < 100 && this.state.queue.length > 0; i++) this.step('arrives');
  }
}

const fate = fc.constantFrom('arrives', 'is lost', 'answer is lost' as const);
const act = fc.oneof(
  fc.record({ does: fc.constant('type' as const), tab: fc.nat(1), item: fc.constantFrom(...ITEMS), value: fc.nat(4) }),
  fc.record({ does: fc.constant('send' as const), tab: fc.nat(1), fate }),
  fc.record({ does: fc.constant('look' as const), tab: fc.nat(1) }),
  fc.record({ does: fc.constant('crash' as const), tab: fc.nat(1) }),
  fc.record({
    does: fc.constant('decide' as const),
    tab: fc.nat(1),
    item: fc.constantFrom(...ITEMS),
    choice: fc.constantFrom('theirs', 'mine' as const),
  }),
);

function decideIn(tab: Tab, item: string, choice: 'theirs' | 'mine'): void {
  const { state, send } = decide(tab.state, item, choice);
  for (const each of tab.state.queue) if (!state.queue.includes(each)) tab.device.delete(changeKey(each));
  tab.state = state;
  if (send) tab.type(item, send.payload);
}

describe('two tabs, a network that loses, tabs that crash', () => {
  it('show nothing as saved that is not in the log, lose nothing, and agree with the log once all is quiet', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const log = new Log();
        const devices = [new Map<string, Change>(), new Map<string, Change>()];
        let born = 0;
        const open = (i: number): Tab => new Tab(`tab-${i}-${++born}`, log, devices[i] ?? new Map());
        const tabs = [open(0), open(1)];
        const typed: { tab: string; item: string; value: unknown }[] = [];
        for (const each of acts) {
          const tab = tabs[each.tab];
          if (!tab) continue;
          if (each.does === 'type') {
            tab.type(each.item, { choice: each.value });
            typed.push({ tab: tab.name, item: each.item, value: { choice: each.value } });
          } else if (each.does === 'send') tab.step(each.fate);
          else if (each.does === 'look') tab.look();
          else if (each.does === 'crash') tabs[each.tab] = open(each.tab);
          else decideIn(tab, each.item, each.choice);
          for (const { state } of tabs)
            for (const itemId of ITEMS)
              if (statusOf(state, itemId) === 'saved')
                expect(
                  log.events.filter((each) => each.itemId === itemId).map(({ payload }) => payload),
                ).toContainEqual(state.items[itemId]?.response);
        }
        // Quiet: everything arrives, everybody looks, and whoever is asked keeps what the log says.
        for (let round = 0; round < 3; round++)
          for (const tab of tabs) {
            tab.drain();
            tab.look();
            for (const item of ITEMS) if (tab.state.items[item]?.theirs) decideIn(tab, item, 'theirs');
            tab.drain();
          }
        for (const tab of tabs) tab.look();
        const keys = log.events.map(changeKey);
        expect(new Set(keys).size).toBe(keys.length);
        for (const tab of tabs) {
          expect(tab.state.queue).toEqual([]);
          expect(tab.device.size).toBe(0);
          for (const itemId of ITEMS)
            if (!tab.state.items[itemId]?.theirs)
              expect(tab.state.items[itemId]?.response ?? null).toEqual(log.current(itemId)?.payload ?? null);
        }
        // The last words in an item that anybody typed are in the log, unless a decision took them back.
        const decided = acts.some(({ does }) => does === 'decide');
        for (const itemId of ITEMS) {
          const last = typed.findLast(({ item }) => item === itemId);
          if (last && !decided)
            expect(log.events.filter((each) => each.itemId === itemId).map(({ payload }) => payload)).toContainEqual(
              last.value,
            );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a student at one tab', () => {
  const start = () => begin('attempt', 'tab', loaded);
  const at = (now: number, wait = 0) => ({ now, wait });

  it('types a word: the letters become one change, which leaves within seven tenths of a second', () => {
    let state = start();
    for (let i = 0; i < 30; i++)
      state = change(state, 'one', 'response', { text: 'x'.repeat(i) }, at(i * 100, 250)).state;
    expect(state.queue).toHaveLength(1);
    expect(state.queue[0]?.clientSeq).toBe(1);
    expect(state.queue[0]?.readyAt).toBe(700);
    expect(nextToSend(state, 699)).toEqual({ waitMs: 1 });
  });

  it('goes on typing after a change was sent: that one keeps its words, and the new ones get their own number', () => {
    let { state } = change(start(), 'one', 'response', 'a', at(0));
    const [first] = state.queue;
    if (!first) throw new Error('nothing queued');
    state = sending(state, first);
    state = change(state, 'one', 'response', 'ab', at(1)).state;
    expect(state.queue.map(({ payload, clientSeq }) => [payload, clientSeq])).toEqual([
      ['a', 1],
      ['ab', 2],
    ]);
    expect(nextToSend(state, 10)).toBeNull();
    expect(statusOf(failed(state, first), 'one')).toBe('waiting');
  });

  it('leaves the page: the newest change of each question goes out, and what it replaces is forgotten', () => {
    let { state } = change(start(), 'one', 'response', 'a', at(0));
    const [first] = state.queue;
    if (!first) throw new Error('nothing queued');
    state = failed(sending(state, first), first);
    state = change(state, 'one', 'response', 'ab', at(1)).state;
    state = change(state, 'two', 'flag', true, at(2)).state;
    const { send, dropped } = lastChanges(state);
    expect(send.map(({ payload }) => payload)).toEqual(['ab', true]);
    expect(dropped.map(({ payload }) => payload)).toEqual(['a']);
  });

  it('sees the worst of all questions in the bar', () => {
    let { state } = change(start(), 'one', 'response', 'a', at(0));
    expect(overall(state)).toEqual({ status: 'saving', savedAt: null, waiting: 1 });
    const [first] = state.queue;
    if (!first) throw new Error('nothing queued');
    state = acknowledged(sending(state, first), first, { eventId: '9', savedAt: '2026-01-01T00:00:00Z', others: null });
    expect(overall(state)).toEqual({ status: 'saved', savedAt: '2026-01-01T00:00:00Z', waiting: 0 });
    state = heard(state, 'one', { eventId: '10', payload: 'b', savedAt: '2026-01-01T00:00:01Z' }, 'other');
    expect(overall(state).status).toBe('changed');
  });

  it('is asked before what another tab saved replaces, or is replaced by, what was answered here', () => {
    const theirs = { eventId: '10', payload: 'b', savedAt: '2026-01-01T00:00:01Z' };
    const waiting = change(start(), 'one', 'response', 'a', at(0)).state;
    expect(heard(waiting, 'one', theirs, 'other').items.one).toMatchObject({ response: 'a', theirs });
    const untouched = heard(start(), 'one', theirs, 'other');
    expect(untouched.items.one).toMatchObject({ response: 'b', theirs: null });
    const asked = heard(waiting, 'one', theirs, 'other');
    expect(decide(asked, 'one', 'theirs').state.items.one).toMatchObject({ response: 'b', theirs: null });
    expect(decide(asked, 'one', 'theirs').state.queue).toEqual([]);
    expect(decide(asked, 'one', 'mine')).toMatchObject({ send: null, state: { queue: [{ payload: 'a' }] } });
  });

  it('is not asked about what this very tab has saved', () => {
    let { state } = change(start(), 'one', 'response', 'a', at(0));
    const [first] = state.queue;
    if (!first) throw new Error('nothing queued');
    state = acknowledged(sending(state, first), first, { eventId: '9', savedAt: '2026-01-01T00:00:00Z', others: null });
    const again = heard(state, 'one', { eventId: '10', payload: 'b', savedAt: '2026-01-01T00:00:01Z' }, 'tab');
    expect(again.items.one).toMatchObject({ response: 'b', theirs: null });
  });

  it('is not fooled by event numbers that outgrow their digits', () => {
    expect(isLater('10', '9')).toBe(true);
    expect(isLater('9', '10')).toBe(false);
    expect(isLater('9007199254740993', '9007199254740992')).toBe(true);
  });
});
