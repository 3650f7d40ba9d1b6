'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { AttemptState, Paper, Receipt } from '@/lib/attempts/schema';
import type { Event, Kind, SavingState } from './saving/core';
import { attemptApi } from './saving/http';
import { showAlive, takeLeftovers } from './saving/leftovers';
import { Saver } from './saving/saver';
import { unsentStore } from './saving/store';
import { readServerClock, type ServerClock } from './time-left';

const POLL_EVERY = 10_000;
/** How long the end of the time waits for answers on their way; the server takes them for five seconds. */
const LAST_FLUSH = 4_000;
const SUBMIT_FLUSH = 10_000;

/** What this tab tells the others of the same attempt. */
type Told =
  | { readonly what: 'saved'; readonly itemId: string; readonly event: Event; readonly clientId: string }
  | { readonly what: 'flag'; readonly itemId: string; readonly flagged: boolean }
  | { readonly what: 'ended' };

export interface Ended {
  readonly receipt: Receipt | null;
  /** Questions whose last change never reached the server. */
  readonly missed: readonly string[];
}

export type Submitting = 'idle' | 'saving' | 'not-saved' | 'submitting' | 'retrying';

export interface AttemptControl {
  readonly saving: SavingState;
  readonly deadlineAt: string | null;
  readonly clock: ServerClock;
  readonly ended: Ended | null;
  readonly submitting: Submitting;
  /** Whether this page has heard from the server since it was loaded. */
  readonly live: boolean;
  change(itemId: string, kind: Kind, payload: unknown, wait?: number): void;
  decide(itemId: string, choice: 'theirs' | 'mine'): void;
  submit(): Promise<void>;
  timeUp(): Promise<void>;
  /** After signing in elsewhere: true once the server knows the student again. */
  resume(): Promise<boolean>;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Everything that happens to an open attempt in this tab: saving, other tabs, the clock, its end. The screens only show it. */
export function useAttempt(paper: Paper): AttemptControl {
  const { attemptId, courseSlug, items } = paper;
  const [api] = useState(() => attemptApi(courseSlug, attemptId));
  const [deadlineAt, setDeadline] = useState(paper.deadlineAt);
  const [clock, setClock] = useState<ServerClock>(() => ({ serverNow: Date.parse(paper.now), at: performance.now() }));
  const [ended, setEnded] = useState<Ended | null>(null);
  const [submitting, setSubmitting] = useState<Submitting>('idle');
  const [live, setLive] = useState(false);
  const channel = useRef<BroadcastChannel | null>(null);
  const lookNow = useRef<() => void>(() => {});
  const [saver] = useState(
    () =>
      new Saver(attemptId, crypto.randomUUID(), items, {
        save: api.save,
        store: unsentStore,
        now: () => performance.now(),
        after: (milliseconds, work) => {
          const timer = setTimeout(work, milliseconds);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        tell: ({ itemId, kind, payload, clientId }, { eventId, savedAt }) => {
          const told: Told =
            kind === 'flag'
              ? { what: 'flag', itemId, flagged: payload === true }
              : { what: 'saved', itemId, clientId, event: { eventId, savedAt, payload } };
          channel.current?.postMessage(told);
        },
        isThere: async () => {
          const answer = await api.state();
          return answer.kind !== 'refused' || answer.code !== 'not-found';
        },
        look: () => lookNow.current(),
      }),
  );
  const saving = useSyncExternalStore(
    useCallback((listener) => saver.subscribe(listener), [saver]),
    () => saver.state,
    () => saver.state,
  );

  const end = useCallback(
    (receipt: Receipt | null) => {
      const missed = [...new Set(saver.state.queue.map((each) => each.itemId))];
      // What is still on its way may yet be counted: only the receipt settles what was missed.
      setEnded((before) => (before?.receipt ? before : { receipt, missed }));
      if (receipt) void saver.abandon();
    },
    [saver],
  );

  const hear = useCallback(
    (state: AttemptState, flagsKnown: boolean) => {
      setDeadline(state.deadlineAt);
      for (const { itemId, eventId, payload, savedAt, flagged, clientId } of state.items) {
        if (savedAt !== null) saver.heard(itemId, { eventId, payload, savedAt }, clientId);
        if (flagsKnown) saver.heardFlag(itemId, flagged);
      }
      if (state.state !== 'open') end(state.receipt);
      const { halt } = saver.state;
      if (halt && (state.state === 'open' || halt !== 'ended')) saver.halt(null);
    },
    [saver, end],
  );

  /** Asks the server where the attempt stands; true where it answered. */
  const look = useCallback(async (): Promise<boolean> => {
    const [askedAt, flagSteps] = [performance.now(), saver.flagSteps];
    const answer = await api.state();
    if (answer.kind === 'done') {
      setClock(readServerClock(Date.parse(answer.value.now), askedAt, performance.now()));
      hear(answer.value, saver.flagSteps === flagSteps);
      setLive(true);
      return true;
    }
    if (answer.kind === 'refused' && answer.code === 'signed-out') saver.halt('signed-out');
    if (answer.kind === 'refused' && answer.code === 'not-found') saver.halt('not-yours');
    return false;
  }, [api, saver, hear]);

  useEffect(() => {
    lookNow.current = () => void look();
  }, [look]);

  const over = ended?.receipt != null;
  useEffect(() => {
    if (over) return;
    const { clientId } = saver.state;
    showAlive(clientId);
    const takeOver = async (): Promise<void> => {
      const left = await takeLeftovers(attemptId, clientId);
      if (left.length === 0) return;
      saver.adopt(left);
      await saver.flush(LAST_FLUSH);
      await look();
    };
    void look().then(takeOver);
    const told = new BroadcastChannel(`lectern-attempt-${attemptId}`);
    channel.current = told;
    told.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.what === 'saved') saver.heard(data.itemId, data.event, data.clientId);
      else if (data.what === 'flag') saver.heardFlag(data.itemId, data.flagged);
      else void look();
    };
    const poll = setInterval(() => void look().then(takeOver), POLL_EVERY);
    const back = (): void => {
      saver.retryNow();
      void look();
    };
    const seen = (): void => (document.visibilityState === 'hidden' ? saver.flushOnLeave() : back());
    const leave = (): void => saver.flushOnLeave();
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.state.queue.length > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', back);
    window.addEventListener('pageshow', back);
    window.addEventListener('beforeunload', warn);
    return () => {
      // Going elsewhere within the site closes no page: what waits is sent on the way out.
      saver.flushOnLeave();
      told.close();
      clearInterval(poll);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', back);
      window.removeEventListener('pageshow', back);
      window.removeEventListener('beforeunload', warn);
    };
  }, [attemptId, saver, look, over]);

  // The server says that it is over before this page knew: then it also says what was submitted.
  const halt = saving.halt;
  useEffect(() => {
    if (halt === 'ended') {
      end(null);
      void look();
    }
  }, [halt, end, look]);

  async function sendSubmit(): Promise<void> {
    setSubmitting('submitting');
    for (let tries = 0; ; tries++) {
      const answer = await api.submit();
      if (answer.kind === 'done') {
        end(answer.value);
        channel.current?.postMessage({ what: 'ended' } satisfies Told);
        setSubmitting('idle');
        return;
      }
      if (answer.kind === 'refused') {
        if (answer.code === 'signed-out') saver.halt('signed-out');
        else void look();
        setSubmitting('idle');
        return;
      }
      // The answer may be what was lost: submitting again gives the same receipt.
      setSubmitting('retrying');
      await pause(Math.min(8_000, 1_000 * 1.6 ** tries));
    }
  }

  return {
    saving,
    deadlineAt,
    clock,
    ended,
    submitting,
    live,
    change: (itemId, kind, payload, wait) => saver.change(itemId, kind, payload, wait),
    decide: (itemId, choice) => saver.decide(itemId, choice),
    async submit() {
      setSubmitting('saving');
      if (await saver.flush(SUBMIT_FLUSH)) await sendSubmit();
      else setSubmitting('not-saved');
    },
    async timeUp() {
      await saver.flush(LAST_FLUSH);
      // The tab's reckoning may be off, or the time was extended: only the server's clock ends an attempt.
      const answer = await api.state();
      if (answer.kind === 'done') {
        const { now, deadlineAt, state } = answer.value;
        setClock({ serverNow: Date.parse(now), at: performance.now() });
        setDeadline(deadlineAt);
        if (state === 'open' && (deadlineAt === null || Date.parse(now) < Date.parse(deadlineAt))) return;
      }
      end(null);
      await sendSubmit();
    },
    resume: look,
  };
}
