const GATHER = 2_000;
const RETRY = 15_000;

/** What became of the last report: all told, or something still waits ('signed-out': until the reader signs in again). */
export type ReportState = 'told' | 'waiting' | 'signed-out';

export interface Reporter {
  add(key: string): void;
  stop(): void;
}

/**
 * Posts passages that were read, in batches: two seconds after the first, and at once when the page is left or put away (the
 * browser finishes such a request after the page is gone). What could not be told is told again.
 */
export function reportPassages(endpoint: string, onState: (state: ReportState) => void): Reporter {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;

  const later = (milliseconds: number) => {
    timer ??= setTimeout(send, milliseconds);
  };

  async function send(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (sending || waiting.size === 0) return;
    sending = true;
    const passages = [...waiting];
    const status = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ passages }),
      keepalive: true,
    }).then(
      (response) => response.status,
      () => 0,
    );
    sending = false;
    const told = status === 200;
    // Anything else that is the request's own fault would fail again: let it go rather than knock for ever.
    if (told || (status >= 400 && status < 500 && status !== 401 && status !== 429)) {
      for (const key of passages) waiting.delete(key);
    }
    onState(waiting.size === 0 ? 'told' : status === 401 ? 'signed-out' : told ? 'told' : 'waiting');
    if (waiting.size > 0) later(told ? GATHER : RETRY);
  }

  const leaving = () => document.visibilityState === 'hidden' && void send();
  const online = () => void send();
  document.addEventListener('visibilitychange', leaving);
  window.addEventListener('pagehide', online);
  window.addEventListener('online', online);
  return {
    add(key) {
      waiting.add(key);
      later(GATHER);
    },
    stop() {
      void send();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', online);
      window.removeEventListener('online', online);
    },
  };
}
