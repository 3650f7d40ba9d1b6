import { cookies } from 'next/headers';
import type { z } from 'zod';
import type { Claims } from '@/lib/authz/enrolment';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { type Refusal, refuse } from '@/lib/kernel/result';
import { type Listener, listener } from '@/lib/live/listen';
import type { Topic } from '@/lib/live/ring';
import { readClaims } from './claims';
import { type LiveTopics, topicsFor } from './live-topics';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform keeps proxies and our own compression from holding events back.
  'Cache-Control': 'no-cache, no-transform, private',
  'X-Accel-Buffering': 'no',
};
const BEAT_MS = 20_000;
const PROVE_AGAIN_MS = 60_000;
/** One browser opens one; a person has a few browsers. */
const STREAMS_A_PERSON = 12;
/** Chunks that a client may leave lying before it counts as gone. */
const UNREAD_CHUNKS = 200;

const kept = globalThis as typeof globalThis & { lecternStreams?: Map<string, number> };
const streams = (): Map<string, number> => {
  kept.lecternStreams ??= new Map();
  return kept.lecternStreams;
};

/** Opens a stream of rings, for the topics that the viewer may hear; 404 where there is none among those asked for. */
export async function openLive(
  ctx: Ctx,
  viewer: Viewer,
  input: z.infer<typeof LiveTopics>,
  request: Request,
): Promise<Response | Refusal<'signed-out' | 'not-found' | 'too-many'>> {
  const claims = await readClaims(await cookies());
  const heard = claims && (await topicsFor(ctx, claims, input.topic));
  if (!heard) return refuse('signed-out', 'Sign in first.');
  if (heard.size === 0) return refuse('not-found', 'There is nothing here under this address.');
  const open = streams().get(viewer.personId) ?? 0;
  if (open >= STREAMS_A_PERSON)
    return refuse('too-many', 'Too many streams are open. A plain reload shows what is new.');
  const body = ringStream(listener(), heard, {
    signal: request.signal,
    again: () => topicsFor(ctx, claims as Claims, input.topic),
    opened: () => streams().set(viewer.personId, (streams().get(viewer.personId) ?? 0) + 1),
    closed: () => {
      const left = (streams().get(viewer.personId) ?? 1) - 1;
      if (left > 0) streams().set(viewer.personId, left);
      else streams().delete(viewer.personId);
    },
  });
  return new Response(body, { headers: HEADERS });
}

interface StreamLife {
  readonly signal: AbortSignal;
  /** Asks again what may be heard; null ends the stream. */
  readonly again: () => Promise<ReadonlyMap<Topic, string> | null>;
  readonly opened: () => void;
  readonly closed: () => void;
}

/** Server-sent events "ring", whose data is the topic as it was asked for and nothing else. Ends with the session or the client. */
export function ringStream(
  on: Listener,
  topics: ReadonlyMap<Topic, string>,
  life: StreamLife,
  every: { readonly beat: number; readonly proof: number } = { beat: BEAT_MS, proof: PROVE_AGAIN_MS },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const stops = new Map<Topic, () => void>();
  const timers: NodeJS.Timeout[] = [];
  let over = false;
  function end(controller: ReadableStreamDefaultController<Uint8Array> | null): void {
    if (over) return;
    over = true;
    for (const stop of stops.values()) stop();
    for (const timer of timers) clearInterval(timer);
    life.closed();
    try {
      controller?.close();
    } catch {
      // The client had gone first.
    }
  }
  return new ReadableStream<Uint8Array>({
    start(controller) {
      life.opened();
      const send = (text: string): void => {
        if (over) return;
        if ((controller.desiredSize ?? 0) < -UNREAD_CHUNKS) end(controller);
        else controller.enqueue(encoder.encode(text));
      };
      const follow = (now: ReadonlyMap<Topic, string>): void => {
        for (const [topic, stop] of stops) {
          if (now.has(topic)) continue;
          stop();
          stops.delete(topic);
        }
        for (const [topic, words] of now) {
          if (!stops.has(topic))
            stops.set(
              topic,
              on.subscribe(topic, () => send(`event: ring\ndata: ${words}\n\n`)),
            );
        }
      };
      send('retry: 3000\n\n');
      follow(topics);
      timers.push(setInterval(() => send(': beat\n\n'), every.beat));
      timers.push(
        setInterval(async () => {
          // A database that is away for a moment ends no session.
          const now = await life.again().catch(() => topics);
          if (over) return;
          if (!now || now.size === 0) end(controller);
          else follow(now);
        }, every.proof),
      );
      life.signal.addEventListener('abort', () => end(controller), { once: true });
      if (life.signal.aborted) end(controller);
    },
    cancel: () => end(null),
  });
}
