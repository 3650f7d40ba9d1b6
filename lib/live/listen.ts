import pg from 'pg';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { LIVE_CHANNEL } from './ring';

type Hear = () => void;

/** One connection that listens for everybody in this process. */
export interface Listener {
  /** Calls `hear` at each ring of the topic, and whenever rings may have been missed; returns how to stop. */
  subscribe(topic: string, hear: Hear): () => void;
  close(): Promise<void>;
}

const BEAT_MS = 30_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Opens its connection with the first subscriber and keeps it. When it is lost it comes back by itself (after 0.5 s, 1 s, … 30 s),
 * and since nobody knows what rang meanwhile, it rings everybody.
 */
export function makeListener(connectionString: string): Listener {
  const hearers = new Map<string, Set<Hear>>();
  let client: pg.Client | null = null;
  let closed = false;
  let tries = 0;
  let retry: NodeJS.Timeout | undefined;
  let beat: NodeJS.Timeout | undefined;

  const ringTopic = (topic: string): void => {
    for (const hear of hearers.get(topic) ?? []) hear();
  };

  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = null;
    clearInterval(beat);
    which.removeAllListeners('notification');
    void which.end().catch(() => {});
    if (closed) return;
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** Math.min(tries++, 6));
    retry = setTimeout(() => void open(), wait);
    retry.unref();
  }

  async function open(): Promise<void> {
    if (client || closed) return;
    const opened = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
      application_name: 'lectern live',
    });
    client = opened;
    opened.on('error', () => lost(opened));
    opened.on('end', () => lost(opened));
    opened.on('notification', ({ payload }) => payload && ringTopic(payload));
    try {
      await opened.connect();
      await opened.query(`listen ${LIVE_CHANNEL}`);
    } catch (error) {
      log.warn({ err: error }, 'live: cannot listen, will try again');
      return lost(opened);
    }
    tries = 0;
    // A connection that died without a word (a sleeping laptop, a firewall) is found out by asking.
    beat = setInterval(() => opened.query('select 1').catch(() => lost(opened)), BEAT_MS);
    beat.unref();
    for (const topic of [...hearers.keys()]) ringTopic(topic);
  }

  return {
    subscribe(topic, hear) {
      const hearing = hearers.get(topic) ?? new Set();
      hearers.set(topic, hearing.add(hear));
      void open();
      return () => {
        hearing.delete(hear);
        if (hearing.size === 0 && hearers.get(topic) === hearing) hearers.delete(topic);
      };
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(beat);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}

// Kept on globalThis because `next dev` loads modules again.
const kept = globalThis as typeof globalThis & { lecternListener?: Listener };

/** The process's listener. */
export function listener(): Listener {
  kept.lecternListener ??= makeListener(env().DATABASE_URL);
  return kept.lecternListener;
}
