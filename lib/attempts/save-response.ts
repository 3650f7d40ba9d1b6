import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { contentHash } from '@/lib/kernel/hash';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { questionType } from '@/lib/question-types/registry';
import { saveEvent } from './attempt.sql';
import { type FrozenItem, findFrozenItem } from './frozen-items';
import { GRACE_SECONDS, type Saved, type SaveResponse } from './schema';

type Code = 'not-found' | 'invalid' | 'ended' | 'sequence-used';

const REFUSALS = {
  'not-found': 'There is nothing here under this address.',
  ended: 'This attempt has ended. What was saved before its end is what counts.',
  'sequence-used': 'Another tab saves under the same name. Reload this page; nothing was overwritten.',
} as const;

/**
 * Saves one response or flag to the log. What it returns is committed: nothing else is ever told as saved. Repeating a save
 * (same client and sequence) returns the event stored first; one overtaken by a later save of the same tab returns that one.
 * Refused: what is not yours, what has ended, what is no response to this question.
 */
export async function saveResponse(ctx: Ctx, me: Enrolment, input: SaveResponse): Promise<Result<Saved, Code>> {
  const { attempt, itemId, kind, clientId, clientSeq, baseSeq } = input;
  const item = await findFrozenItem(ctx, me.enrolmentId, attempt, itemId);
  if (!item) return refuse('not-found', REFUSALS['not-found']);
  const read = kind === 'flag' ? readFlag(input.payload) : readResponse(item, input.payload);
  if (!read.ok) return read;
  const [row] = await ctx.sql(saveEvent, [
    attempt,
    itemId,
    me.enrolmentId,
    kind,
    clientId,
    clientSeq,
    baseSeq,
    read.value === null ? null : JSON.stringify(read.value),
    contentHash(read.value),
    GRACE_SECONDS,
  ]);
  if (!row) throw new Error('save_response() returned no row');
  const { outcome, event_id, saved_at, other_id, other_payload, other_at } = row;
  if (outcome !== 'saved') return refuse(outcome, REFUSALS[outcome]);
  if (event_id === null || saved_at === null) throw new Error('save_response() saved and did not say what');
  return done({
    eventId: event_id,
    savedAt: saved_at.toISOString(),
    others:
      other_id === null || other_at === null
        ? null
        : { eventId: other_id, payload: other_payload, savedAt: other_at.toISOString() },
  });
}

function readFlag(payload: unknown): Result<boolean, 'invalid'> {
  return typeof payload === 'boolean' ? done(payload) : refuse('invalid', 'A flag is true or false.');
}

// What is stored is what the type has read, not what was sent.
function readResponse({ type, drawn }: FrozenItem, payload: unknown): Result<unknown, 'invalid'> {
  if (payload === null) return done(null);
  const checked = questionType(type).checkResponse(drawn, payload);
  return checked.ok ? done(checked.response) : refuse('invalid', checked.message);
}
