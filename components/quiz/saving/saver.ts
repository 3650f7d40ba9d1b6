import {
  acknowledged,
  adopt,
  begin,
  type Change,
  change,
  decide,
  drop,
  type Event,
  failed,
  type Halt,
  halted,
  heard,
  heardFlag,
  type Kind,
  type LoadedItem,
  lastChanges,
  nextToSend,
  outrun,
  refused,
  type SavingState,
  sending,
} from './core';
import type { Answer } from './http';
import type { Store } from './store';

type Saved = { readonly eventId: string; readonly savedAt: string; readonly others: Event | null };

/** What the saver needs of the world. */
export interface World {
  readonly save: (change: Change) => Promise<Answer<Saved>>;
  readonly store: Store;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** 0…1, so that a class does not come back all at once. */
  readonly random: () => number;
  /** Tells other tabs what was saved here. */
  readonly tell: (change: Change, saved: Saved) => void;
  /** The attempt itself was not found: whether it is there at all for who is signed in now. */
  readonly isThere: () => Promise<boolean>;
  /** Asks the server where the attempt stands, and tells it by `heard`. */
  readonly look: () => void;
}

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 10_000;

/** Sends changes one after another, in order, until the server has acknowledged each. Tells `subscribe`rs of every step. */
export class Saver {
  #state: SavingState;
  readonly #world: World;
  readonly #listeners = new Set<() => void>();
  #cancel: (() => void) | null = null;
  #failures = 0;
  #resting = false;
  #flagSteps = 0;

  constructor(attemptId: string, clientId: string, items: readonly LoadedItem[], world: World) {
    this.#world = world;
    this.#state = begin(attemptId, clientId, items);
  }

  get state(): SavingState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `wait`: milliseconds in which more of the same may follow, for text. */
  change(itemId: string, kind: Kind, payload: unknown, wait = 0): void {
    const made = change(this.#state, itemId, kind, payload, { now: this.#world.now(), wait });
    this.#keep(() => this.#world.store.put(made.queued));
    if (kind === 'flag') this.#flagSteps += 1;
    this.#set(made.state);
    this.#go();
  }

  /** Takes over what a dead tab left. */
  adopt(left: readonly Change[]): void {
    this.#set(adopt(this.#state, left, this.#world.now()));
    this.#go();
  }

  /** What the server or another tab says stands in the log. */
  heard(itemId: string, event: Event, clientId: string | null): void {
    this.#set(heard(this.#state, itemId, event, clientId));
  }

  /** How often flags changed here or were saved: what was asked of the server before the last of these is out of date. */
  get flagSteps(): number {
    return this.#flagSteps;
  }

  heardFlag(itemId: string, flagged: boolean): void {
    this.#set(heardFlag(this.#state, itemId, flagged));
  }

  decide(itemId: string, choice: 'theirs' | 'mine'): void {
    const unsent = this.#state.queue;
    const { state, send } = decide(this.#state, itemId, choice);
    const gone = unsent.filter((each) => !state.queue.includes(each));
    if (gone.length > 0) this.#keep(() => this.#world.store.remove(gone));
    this.#set(state);
    if (send) this.change(itemId, 'response', send.payload);
  }

  /** Stops sending, or goes on. Nothing of the queue is lost either way. */
  halt(halt: Halt | null): void {
    this.#set(halted(this.#state, halt));
    if (halt === null) this.retryNow();
  }

  /** The connection is back, or somebody asked: tries at once instead of waiting. */
  retryNow(): void {
    this.#resting = false;
    this.#cancel?.();
    this.#go();
  }

  /** Sends all that waits without waiting for more typing; resolves true once the server has everything, false after `within`. */
  async flush(within: number): Promise<boolean> {
    const now = this.#world.now();
    this.#set({ ...this.#state, queue: this.#state.queue.map((each) => ({ ...each, readyAt: now })) });
    this.retryNow();
    return new Promise((resolve) => {
      const settle = (): void => {
        if (this.#state.queue.length > 0 && !this.#state.halt) return;
        stop();
        resolve(this.#state.queue.length === 0);
      };
      const cancel = this.#world.after(within, () => {
        stop();
        resolve(this.#state.queue.length === 0);
      });
      const forget = this.subscribe(settle);
      const stop = (): void => {
        cancel();
        forget();
      };
      settle();
    });
  }

  /** The page may be gone in a moment: sends everything at once, by requests that outlive it. */
  flushOnLeave(): void {
    const { send, dropped } = lastChanges(this.#state);
    if (dropped.length > 0) this.#keep(() => this.#world.store.remove(dropped));
    this.#set(drop(this.#state, dropped));
    for (const each of send) void this.#send(each);
  }

  /** Forgets what waits: the attempt is over and nothing more can be saved. */
  async abandon(): Promise<void> {
    this.#set({ ...this.#state, queue: [] });
    this.#keep(() => this.#world.store.forget(this.#state.attemptId));
  }

  stop(): void {
    this.#cancel?.();
    this.#listeners.clear();
  }

  #set(state: SavingState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  // A private window may have no storage: then what waits lives as long as its tab.
  #keep(work: () => Promise<void>): void {
    work().catch(() => {});
  }

  #go(): void {
    if (this.#resting) return;
    this.#cancel?.();
    this.#cancel = null;
    const next = nextToSend(this.#state, this.#world.now());
    if (!next) return;
    if ('change' in next) void this.#send(next.change);
    else this.#cancel = this.#world.after(next.waitMs, () => this.#go());
  }

  async #send(sent: Change): Promise<void> {
    this.#set(sending(this.#state, sent));
    const answer = await this.#world.save(sent);
    if (answer.kind === 'done') {
      this.#failures = 0;
      this.#keep(() => this.#world.store.remove([sent]));
      this.#world.tell(sent, answer.value);
      if (sent.kind === 'flag') this.#flagSteps += 1;
      this.#set(acknowledged(this.#state, sent, answer.value));
    } else if (answer.kind === 'retry') {
      this.#set(failed(this.#state, sent));
      this.#rest();
    } else {
      await this.#refused(sent, answer.code, answer.message);
    }
    this.#go();
  }

  async #refused(sent: Change, code: string, message: string): Promise<void> {
    if (code === 'signed-out' || code === 'ended') {
      this.#set(halted(failed(this.#state, sent), code));
      return;
    }
    if (code === 'not-found' && !(await this.#world.isThere())) {
      this.#set(halted(failed(this.#state, sent), 'not-yours'));
      return;
    }
    this.#keep(() => this.#world.store.remove([sent]));
    if (code === 'sequence-used') {
      // A crash lost the last words of what a dead tab sent: the log has them, the device has what stood before.
      this.#set(outrun(this.#state, sent));
      this.#world.look();
      return;
    }
    this.#set(refused(this.#state, sent, message));
  }

  #rest(): void {
    const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** this.#failures);
    this.#failures += 1;
    this.#resting = true;
    this.#cancel?.();
    this.#cancel = this.#world.after(longest * (0.6 + 0.4 * this.#world.random()), () => this.retryNow());
  }
}
