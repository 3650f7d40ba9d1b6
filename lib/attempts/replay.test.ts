import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradesCheck } from '@/lib/grading/check-grades';
import { at } from '@/lib/kernel/clock';
import { type Ctx, makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { layClass, openTab, samples } from '@/lib/testing/quiz-fixture';
import { closeOverdue } from './close-overdue';
import { getPaper } from './queries';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';

const { pool } = testDb();
const T0 = new Date(Math.floor(Date.now() / 1000) * 1000);
const ctx = makeCtx(null, T0);
let classes = 0;

/** What a student or the clock may do next. `item` and `rank` choose what is given. */
const act = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), who: fc.nat(1) }),
  fc.record({ kind: fc.constant('save' as const), who: fc.nat(1), item: fc.nat(4), rank: fc.nat(3) }),
  fc.record({ kind: fc.constant('clear' as const), who: fc.nat(1), item: fc.nat(4) }),
  fc.record({ kind: fc.constant('flag' as const), who: fc.nat(1), item: fc.nat(4) }),
  fc.record({ kind: fc.constant('submit' as const), who: fc.nat(1) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(10, 200, 700) }),
  fc.record({ kind: fc.constant('close' as const) }),
);

/** The model: what an attempt must come to. `saved` holds the last payload per item. */
interface Expected {
  readonly attemptId: string;
  readonly deadline: number;
  readonly saved: Map<string, unknown>;
  ended: boolean;
}

describe('Whatever two students do, in whatever order', () => {
  it('I-7 and I-13: an attempt ends once and for all, holds what was acknowledged, and replaying gives the stored scores', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 30 }), async (acts) => {
        const laid = await layClass(ctx, `replay-${++classes}`, {
          rules: { timeLimitSeconds: 600, attemptsAllowed: 3 },
        });
        const students = [laid.ann, laid.ben];
        const open: (Expected | null)[] = [null, null];
        const all: Expected[] = [];
        let seconds = 0;
        for (const act of acts) {
          if (act.kind === 'wait') {
            seconds += act.seconds;
            continue;
          }
          await at(ctx, new Date(T0.getTime() + seconds * 1000), async (ctx) => {
            if (act.kind === 'close') {
              await closeOverdue(ctx);
              return;
            }
            const me = students[act.who];
            if (!me) throw new Error('nobody');
            await step(ctx, act, me, open, all, seconds);
          });
        }
        await check(all);
      }),
      { numRuns: 15 },
    );
  });
});

type Step = Exclude<typeof act extends fc.Arbitrary<infer A> ? A : never, { kind: 'wait' } | { kind: 'close' }>;

async function step(
  ctx: Ctx,
  act: Step,
  me: Parameters<typeof startAttempt>[1],
  open: (Expected | null)[],
  all: Expected[],
  seconds: number,
): Promise<void> {
  const mine = open[act.who] ?? null;
  const over = mine !== null && (mine.ended || seconds > mine.deadline);
  if (act.kind === 'start') {
    const started = await startAttempt(ctx, me, { quiz: 'quiz' });
    if (mine && !over) expect(started).toEqual({ ok: true, value: { attemptId: mine.attemptId } });
    if (!started.ok) {
      expect(started.code).toBe('no-attempts-left');
      return;
    }
    if (mine && !over) return;
    const { attemptId } = started.value;
    const fresh = { attemptId, deadline: seconds + 600, saved: new Map<string, unknown>(), ended: false };
    open[act.who] = fresh;
    all.push(fresh);
    return;
  }
  if (!mine) return;
  if (act.kind === 'submit') {
    const first = await submitAttempt(ctx, me, { attempt: mine.attemptId });
    expect(await submitAttempt(ctx, me, { attempt: mine.attemptId })).toEqual(first);
    expect(first).toMatchObject({ ok: true });
    mine.ended = true;
    return;
  }
  const paper = await getPaper(ctx, me, mine.attemptId);
  const itemId = paper?.items[act.item]?.itemId ?? '';
  const given = (await samples(ctx, mine)).get(itemId) ?? [];
  const payload = act.kind === 'save' ? given[act.rank % given.length] : act.kind === 'flag' ? true : null;
  const tab = openTab(ctx, me, mine);
  const result = await tab.send(itemId, payload, act.kind === 'flag' ? { kind: 'flag' } : {});
  const { state } = await ctx.db.attempt.findUniqueOrThrow({ where: { id: mine.attemptId } });
  const late = mine.ended || seconds > mine.deadline + 5 || state !== 'open';
  expect(result.ok ? 'saved' : result.code).toBe(late ? 'ended' : 'saved');
  if (result.ok && act.kind !== 'flag') mine.saved.set(itemId, payload);
}

async function check(all: readonly Expected[]): Promise<void> {
  await pool.query(`update attempt set deadline_at = now() - interval '1 hour' where state = 'open'`);
  await closeOverdue(makeCtx(null, new Date()));
  for (const { attemptId, saved } of all) {
    const { rows } = await pool.query(
      `select distinct on (attempt_item_id) attempt_item_id as item, payload from response_event
       where attempt_id = $1 and kind = 'response' order by attempt_item_id, id desc`,
      [attemptId],
    );
    expect(new Map(rows.map(({ item, payload }) => [item, payload]))).toEqual(saved);
  }
  const { differences, attempts } = await gradesCheck(ctx);
  expect(differences).toEqual([]);
  expect(attempts).toBeGreaterThanOrEqual(all.length);
}
