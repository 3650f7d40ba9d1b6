/**
 * What a tab knows of the answers it was given: what the screen shows, what the server has acknowledged, what still waits.
 * Pure: every function takes a state and returns another. The saver (saver.ts) adds time, storage and the network.
 */

export type Kind = 'response' | 'flag';

/** One change on its way to the server. Once sent, its payload never changes: the server knows it by client and number. */
export interface Change {
  readonly attemptId: string;
  readonly clientId: string;
  readonly clientSeq: number;
  readonly itemId: string;
  readonly kind: Kind;
  /** The last event of the item that was on the screen when the change was made. */
  readonly baseSeq: string;
  readonly payload: unknown;
}

interface Queued extends Change {
  readonly tries: number;
  /** When it was first made and when it may leave, in milliseconds of the tab's own clock. */
  readonly firstAt: number;
  readonly readyAt: number;
}

/** An event of the log that this tab did not write. */
export interface Event {
  readonly eventId: string;
  readonly payload: unknown;
  readonly savedAt: string;
}

export interface ItemState {
  readonly itemId: string;
  readonly response: unknown;
  readonly flagged: boolean;
  /** The last event of this item that the student has seen here, or has decided about. */
  readonly seen: string;
  /** The last event that this tab's own change became. */
  readonly own: string;
  readonly savedAt: string | null;
  /** Whether it was answered in this tab: then a change from elsewhere is asked about, not simply shown. */
  readonly touched: boolean;
  /** What another tab has saved, until the student decides. */
  readonly theirs: Event | null;
  /** Why the server would not take the last change. */
  readonly refused: string | null;
}

/** Why nothing is sent for now: signed out, over, or the attempt belongs to somebody else than who is signed in. */
export type Halt = 'signed-out' | 'ended' | 'not-yours';

export interface SavingState {
  readonly attemptId: string;
  readonly clientId: string;
  readonly nextSeq: number;
  readonly items: Readonly<Record<string, ItemState>>;
  readonly queue: readonly Queued[];
  /** Keys of the changes under way. */
  readonly underWay: readonly string[];
  /** Whether the last try failed. */
  readonly failing: boolean;
  readonly halt: Halt | null;
}

/** What is loaded with the page, of each item. */
export interface LoadedItem {
  readonly itemId: string;
  readonly response: unknown;
  readonly eventId: string;
  readonly savedAt: string | null;
  readonly flagged: boolean;
}

export const changeKey = (change: Pick<Change, 'clientId' | 'clientSeq'>): string =>
  `${change.clientId}/${change.clientSeq}`;

/** Event numbers are text, since they may outgrow what a number holds. */
export const isLater = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);
const laterOf = (a: string, b: string): string => (isLater(a, b) ? a : b);

export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => sameValue(left[name], right[name]));
}

export function begin(attemptId: string, clientId: string, loaded: readonly LoadedItem[]): SavingState {
  const items = loaded.map(({ itemId, response, eventId, savedAt, flagged }): [string, ItemState] => [
    itemId,
    { itemId, response, flagged, seen: eventId, own: '0', savedAt, touched: false, theirs: null, refused: null },
  ]);
  return {
    attemptId,
    clientId,
    nextSeq: 1,
    items: Object.fromEntries(items),
    queue: [],
    underWay: [],
    failing: false,
    halt: null,
  };
}

function withItem(state: SavingState, itemId: string, change: (item: ItemState) => Partial<ItemState>): SavingState {
  const item = state.items[itemId];
  if (!item) return state;
  return { ...state, items: { ...state.items, [itemId]: { ...item, ...change(item) } } };
}

const concerns = (change: Change, itemId: string, kind: Kind): boolean =>
  change.itemId === itemId && change.kind === kind;
const isWaiting = (state: SavingState, itemId: string, kind: Kind): boolean =>
  state.queue.some((each) => concerns(each, itemId, kind));

/**
 * The student changed something. It joins the queue, or replaces what has not been sent yet for the same question: it then
 * keeps its number and place. `wait`: how long more typing may follow; never longer than `LONGEST_WAIT` in all.
 */
export function change(
  state: SavingState,
  itemId: string,
  kind: Kind,
  payload: unknown,
  { now, wait }: { now: number; wait: number },
): { state: SavingState; queued: Change } {
  const item = state.items[itemId];
  if (!item) throw new Error(`No item ${itemId} in this attempt`);
  const unsent = state.queue.find(
    (each) => concerns(each, itemId, kind) && each.tries === 0 && each.clientId === state.clientId,
  );
  const firstAt = unsent?.firstAt ?? now;
  const queued: Queued = {
    attemptId: state.attemptId,
    clientId: state.clientId,
    clientSeq: unsent?.clientSeq ?? state.nextSeq,
    itemId,
    kind,
    baseSeq: item.seen,
    payload,
    tries: 0,
    firstAt,
    readyAt: Math.min(now + wait, firstAt + LONGEST_WAIT),
  };
  const queue = unsent ? state.queue.map((each) => (each === unsent ? queued : each)) : [...state.queue, queued];
  const next = { ...state, queue, nextSeq: unsent ? state.nextSeq : state.nextSeq + 1 };
  return {
    queued,
    state: withItem(next, itemId, () =>
      kind === 'flag'
        ? { flagged: payload === true, refused: null }
        : { response: payload, touched: true, refused: null },
    ),
  };
}

/** At most so many milliseconds between a key press and its sending, however long the typing goes on. */
export const LONGEST_WAIT = 700;

/** What a closed or crashed tab left unsent joins the queue under its own numbers, and shows on the screen. */
export function adopt(state: SavingState, left: readonly Change[], now: number): SavingState {
  const known = new Set(state.queue.map(changeKey));
  const fresh = left.filter((each) => !known.has(changeKey(each)) && state.items[each.itemId]);
  const queued = fresh.map((each): Queued => ({ ...each, tries: 1, firstAt: now, readyAt: now }));
  // In front of what this tab has to say, which is newer.
  const next = { ...state, queue: [...queued, ...state.queue] };
  return fresh.reduce<SavingState>((sofar, { itemId, kind, payload }) => {
    const ownSince = state.queue.some((each) => concerns(each, itemId, kind));
    if (ownSince) return sofar;
    return withItem(sofar, itemId, () =>
      kind === 'flag' ? { flagged: payload === true } : { response: payload, touched: true },
    );
  }, next);
}

/** What to send now, or how long to wait for it; neither where nothing waits or something is under way. */
export function nextToSend(state: SavingState, now: number): { change: Change } | { waitMs: number } | null {
  const [head] = state.queue;
  if (!head || state.halt || state.underWay.length > 0) return null;
  return head.readyAt <= now ? { change: head } : { waitMs: head.readyAt - now };
}

/**
 * What to send when the page may be gone in a moment: the newest change of each question that is not under way already. What
 * it replaces is `dropped`.
 */
export function lastChanges(state: SavingState): { send: readonly Change[]; dropped: readonly Change[] } {
  if (state.halt) return { send: [], dropped: [] };
  const free = state.queue.filter((each) => !state.underWay.includes(changeKey(each)));
  const isNewest = (each: Queued): boolean =>
    free.findLast((other) => concerns(other, each.itemId, each.kind)) === each;
  return { send: free.filter(isNewest), dropped: free.filter((each) => !isNewest(each)) };
}

export function drop(state: SavingState, changes: readonly Change[]): SavingState {
  const keys = new Set(changes.map(changeKey));
  return { ...state, queue: state.queue.filter((each) => !keys.has(changeKey(each))) };
}

export function sending(state: SavingState, sent: Change): SavingState {
  const key = changeKey(sent);
  return {
    ...state,
    underWay: [...state.underWay, key],
    queue: state.queue.map((each) => (changeKey(each) === key ? { ...each, tries: each.tries + 1 } : each)),
  };
}

const landed = (state: SavingState, sent: Change): SavingState => ({
  ...state,
  underWay: state.underWay.filter((each) => each !== changeKey(sent)),
});

/** The server has it: the only way in which anything becomes "saved". */
export function acknowledged(
  before: SavingState,
  sent: Change,
  saved: { eventId: string; savedAt: string; others: Event | null },
): SavingState {
  const state = { ...landed(drop(before, [sent]), sent), failing: false };
  if (sent.kind === 'flag') return state;
  const { others } = saved;
  const next = withItem(state, sent.itemId, (item) => ({
    savedAt: saved.savedAt,
    own: laterOf(item.own, saved.eventId),
    seen: laterOf(item.seen, saved.eventId),
  }));
  const item = before.items[sent.itemId];
  if (!others || !item || !isLater(others.eventId, item.seen)) return next;
  if (sameValue(others.payload, next.items[sent.itemId]?.response)) return next;
  return withItem(next, sent.itemId, () => ({ theirs: others }));
}

/** It may or may not have arrived: it stays, and goes again under the same number. */
export const failed = (state: SavingState, sent: Change): SavingState => ({ ...landed(state, sent), failing: true });

/** The server will never take it; the question says why. */
export function refused(state: SavingState, sent: Change, message: string): SavingState {
  return withItem({ ...landed(drop(state, [sent]), sent), failing: false }, sent.itemId, () => ({ refused: message }));
}

/** The log has another answer under this number: it is right, and shows as soon as the server tells it. */
export const outrun = (state: SavingState, sent: Change): SavingState =>
  withItem({ ...landed(drop(state, [sent]), sent), failing: false }, sent.itemId, () => ({ touched: false }));

export const halted = (state: SavingState, halt: Halt | null): SavingState => ({ ...state, halt });

/** What the server, or another tab, tells of an item: the event that its current response is. */
export function heard(
  state: SavingState,
  itemId: string,
  { eventId, payload, savedAt }: Event,
  clientId: string | null,
): SavingState {
  const item = state.items[itemId];
  if (!item || isLater(item.seen, eventId)) return state;
  if (isWaiting(state, itemId, 'response')) {
    if (eventId === item.seen || clientId === state.clientId) return state;
    // What waits here was made without knowing of it. It will be sent and win, so the student is asked.
    return sameValue(payload, item.response)
      ? withItem(state, itemId, () => ({ seen: eventId }))
      : withItem(state, itemId, () => ({ theirs: { eventId, payload, savedAt } }));
  }
  if (eventId === item.seen) {
    if (item.theirs || sameValue(payload, item.response) || eventId === '0') return state;
    // The same event can have only one payload: the log is right, and what stands here is not (a crash lost the last words).
    return withItem(state, itemId, () => ({ response: payload, savedAt }));
  }
  const mine = clientId === state.clientId;
  if (mine || !item.touched || sameValue(payload, item.response))
    return withItem(state, itemId, () => ({ response: payload, savedAt, seen: eventId, theirs: null }));
  return withItem(state, itemId, () => ({ theirs: { eventId, payload, savedAt } }));
}

export const heardFlag = (state: SavingState, itemId: string, flagged: boolean): SavingState =>
  isWaiting(state, itemId, 'flag') || state.items[itemId]?.flagged === flagged
    ? state
    : withItem(state, itemId, () => ({ flagged }));

/** The student decided between this tab's answer and the other's. `send`: what must be saved for it to hold, if anything. */
export function decide(
  state: SavingState,
  itemId: string,
  choice: 'theirs' | 'mine',
): { state: SavingState; send: { payload: unknown } | null } {
  const item = state.items[itemId];
  if (!item?.theirs) return { state, send: null };
  const { theirs } = item;
  const waiting = isWaiting(state, itemId, 'response');
  const mineIsLast = isLater(item.own, theirs.eventId);
  const settled = withItem(state, itemId, () => ({ theirs: null, seen: laterOf(item.seen, theirs.eventId) }));
  if (choice === 'mine') return { state: settled, send: waiting || mineIsLast ? null : { payload: item.response } };
  const unsent = settled.queue.filter((each) => concerns(each, itemId, 'response') && each.tries === 0);
  const without = drop(settled, unsent);
  if (mineIsLast || isWaiting(without, itemId, 'response'))
    return { state: without, send: { payload: theirs.payload } };
  return {
    state: withItem(without, itemId, () => ({ response: theirs.payload, savedAt: theirs.savedAt, touched: false })),
    send: null,
  };
}

export type SaveStatus = 'untouched' | 'saving' | 'saved' | 'waiting' | 'changed' | 'refused';

/** How one question stands. */
export function statusOf(state: SavingState, itemId: string): SaveStatus {
  const item = state.items[itemId];
  if (!item) return 'untouched';
  if (item.theirs) return 'changed';
  if (isWaiting(state, itemId, 'response') || isWaiting(state, itemId, 'flag'))
    return state.failing || state.halt ? 'waiting' : 'saving';
  if (item.refused !== null) return 'refused';
  return item.savedAt === null ? 'untouched' : 'saved';
}

/** How all questions stand together: the worst of them, and the time of the last save. */
export function overall(state: SavingState): { status: SaveStatus; savedAt: string | null; waiting: number } {
  const all = Object.values(state.items);
  const waiting = new Set(state.queue.map((each) => each.itemId)).size;
  const savedAt = all.reduce<string | null>(
    (last, { savedAt }) => (savedAt !== null && (last === null || savedAt > last) ? savedAt : last),
    null,
  );
  const has = (status: SaveStatus): boolean => all.some((item) => statusOf(state, item.itemId) === status);
  const order: readonly SaveStatus[] = ['waiting', 'saving', 'refused', 'changed', 'saved'];
  return { status: order.find(has) ?? 'untouched', savedAt, waiting };
}
