import type { AttemptState, Receipt, Saved } from '@/lib/attempts/schema';
import type { Change } from './core';

/** What became of a request: done; worth trying again; or a refusal under its code. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'retry' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

const LONGEST = 10_000;
/** A request that outlives its page may carry 64 KB in all; above this it goes as an ordinary one. */
const KEEPALIVE_BYTES = 30_000;

async function ask<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(LONGEST) });
    if (response.status >= 500 || response.status === 429) return { kind: 'retry' };
    // What is no JSON comes from something in between: a proxy's page, a sign-on wall of a network.
    const body = (await response.json()) as unknown;
    if (response.ok) return { kind: 'done', value: body as T };
    const { code, message } = body as { code?: unknown; message?: unknown };
    if (typeof code !== 'string' || typeof message !== 'string') return { kind: 'retry' };
    return { kind: 'refused', code: response.status === 401 ? 'signed-out' : code, message };
  } catch {
    return { kind: 'retry' };
  }
}

function post<T>(url: string, body: unknown): Promise<Answer<T>> {
  const text = JSON.stringify(body);
  return ask<T>(url, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json' },
    keepalive: text.length < KEEPALIVE_BYTES,
  });
}

/** The three doors of one attempt. */
export function attemptApi(course: string, attemptId: string) {
  const base = `/api/v1/courses/${course}/attempts/${attemptId}`;
  return {
    async save({ itemId, kind, clientId, clientSeq, baseSeq, payload }: Change): Promise<Answer<Saved>> {
      const change = { itemId, kind, clientId, clientSeq, baseSeq, payload };
      const answer = await post<Saved>(`${base}/responses`, change);
      const acknowledged = answer.kind !== 'done' || typeof answer.value.eventId === 'string';
      return acknowledged ? answer : { kind: 'retry' };
    },
    state: (): Promise<Answer<AttemptState>> => ask<AttemptState>(base, {}),
    submit: (): Promise<Answer<Receipt>> => post<Receipt>(`${base}/submit`, {}),
  };
}

export type AttemptApi = ReturnType<typeof attemptApi>;
