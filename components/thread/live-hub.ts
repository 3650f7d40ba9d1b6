'use client';

/**
 * Rings, for all tabs of a browser over one connection: browsers allow six to a host over HTTP/1.1, and a stream a tab would
 * starve the rest. Tabs elect a leader by a Web Lock; the leader holds the EventSource and passes rings on by a BroadcastChannel.
 * Where locks, channels or streams are missing or blocked, nothing rings, and a plain reload shows what is new.
 */
type Message =
  | { readonly kind: 'want'; readonly tab: string; readonly topics: readonly string[] }
  | { readonly kind: 'who' }
  | { readonly kind: 'ring'; readonly topic: string };

const CHANNEL = 'lectern-live';
const SAY_AGAIN_MS = 20_000;
/** Hidden tabs run their timers once a minute; one not heard of for longer is gone. */
const GONE_MS = 150_000;
/** A refused stream (a proxy before a site that is starting, too many streams) is asked for again no sooner than this. */
const REFUSED_MS = 60_000;

interface Hub {
  subscribe(topic: string, hear: () => void): () => void;
}
let hub: Hub | null = null;

/** Calls `hear` when the topic rings, and whenever rings may have been missed; returns how to stop. */
export function subscribe(topic: string, hear: () => void): () => void {
  if (typeof EventSource === 'undefined' || !navigator.locks || typeof BroadcastChannel === 'undefined')
    return () => {};
  hub ??= makeHub();
  return hub.subscribe(topic, hear);
}

function makeHub(): Hub {
  const tab = Math.random().toString(36).slice(2);
  const mine = new Map<string, Set<() => void>>();
  let line: { channel: BroadcastChannel; leave: AbortController; timer: ReturnType<typeof setInterval> } | null = null;
  let lead: ReturnType<typeof makeLead> | null = null;

  const ringHere = (topic: string) => {
    for (const hear of mine.get(topic) ?? []) hear();
  };
  const say = (message: Message) => line?.channel.postMessage(message);
  const want = () => {
    const topics = [...mine.keys()];
    lead?.want(tab, topics);
    say({ kind: 'want', tab, topics });
  };

  function join() {
    if (line) return;
    const channel = new BroadcastChannel(CHANNEL);
    const leave = new AbortController();
    line = { channel, leave, timer: setInterval(want, SAY_AGAIN_MS) };
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'ring') ringHere(data.topic);
      else if (data.kind === 'who') want();
      else lead?.want(data.tab, data.topics);
    };
    navigator.locks
      .request(CHANNEL, { signal: leave.signal }, async () => {
        if (leave.signal.aborted) return;
        lead = makeLead((topic) => {
          ringHere(topic);
          say({ kind: 'ring', topic });
        });
        want();
        say({ kind: 'who' });
        await new Promise((resolve) => leave.signal.addEventListener('abort', resolve, { once: true }));
        lead.close();
        lead = null;
      })
      .catch(() => {});
    want();
  }
  function part() {
    if (!line) return;
    say({ kind: 'want', tab, topics: [] });
    clearInterval(line.timer);
    line.leave.abort();
    line.channel.close();
    line = null;
  }
  // A page that is put away (and may come back as it was) gives the lead to another tab.
  addEventListener('pagehide', part);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || mine.size === 0) return;
    join();
    for (const topic of mine.keys()) ringHere(topic);
  });

  return {
    subscribe(topic, hear) {
      const hearing = mine.get(topic) ?? new Set();
      mine.set(topic, hearing.add(hear));
      join();
      want();
      return () => {
        hearing.delete(hear);
        if (hearing.size === 0 && mine.get(topic) === hearing) mine.delete(topic);
        want();
        if (mine.size === 0) part();
      };
    },
  };
}

function makeLead(ring: (topic: string) => void) {
  const tabs = new Map<string, { topics: readonly string[]; at: number }>();
  let open: { source: EventSource; topics: string; at: number } | null = null;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function settle() {
    for (const [tab, { at }] of tabs) if (performance.now() - at > GONE_MS) tabs.delete(tab);
    const topics = [...new Set([...tabs.values()].flatMap((each) => each.topics))].sort().slice(0, 24);
    const path = topics.join('/');
    const refused = open?.source.readyState === EventSource.CLOSED && performance.now() - open.at > REFUSED_MS;
    if (path === (open?.topics ?? '') && !refused) return;
    open?.source.close();
    open = null;
    if (!path) return;
    const source = new EventSource(`/api/live/${path}`);
    open = { source, topics: path, at: performance.now() };
    // At each opening, the first as well: something may have rung since the page was made.
    source.onopen = () => topics.forEach(ring);
    source.addEventListener('ring', ({ data }: MessageEvent<string>) => ring(data));
  }
  return {
    want(tab: string, topics: readonly string[]) {
      if (topics.length > 0) tabs.set(tab, { topics, at: performance.now() });
      else tabs.delete(tab);
      clearTimeout(soon);
      soon = setTimeout(settle, 150);
    },
    close() {
      clearTimeout(soon);
      open?.source.close();
      open = null;
    },
  };
}
