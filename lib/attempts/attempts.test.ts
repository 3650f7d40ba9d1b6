import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { recordGrade } from '@/lib/grading/record-grade';
import { at } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { typeNames } from '@/lib/question-types/registry';
import { getQuizStart, listQuizzes } from '@/lib/quizzes/queries';
import { testDb } from '@/lib/testing/database';
import { enrol, layCourse } from '@/lib/testing/lessons';
import { layClass, layQuiz, openTab, samples, start, takeQuiz } from '@/lib/testing/quiz-fixture';
import { saveEvent } from './attempt.sql';
import { closeOverdue } from './close-overdue';
import { getAttemptState, getPaper, getReview, listAttempts } from './queries';
import { SaveResponse } from './schema';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';

const { pool } = testDb();
const ctx = makeCtx(null, new Date());

const count = async (table: string, where = 'true'): Promise<number> =>
  Number((await pool.query(`select count(*) from ${table} where ${where}`)).rows[0].count);
const events = (attemptId: string) => count('response_event', `attempt_id = '${attemptId}'`);

describe('A student answering', () => {
  it('T-SAVE-1: sends a save again when the answer to it is lost, and it is stored once, with the same answer', async () => {
    const { ann } = await layClass(ctx, 'save-1', { types: ['choice'], questions: 30 });
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    const given = await samples(ctx, paper);
    const saved = await Promise.all(
      paper.items.map(async ({ itemId }, index) => {
        const once = await tab.save(itemId, given.get(itemId)?.[0], { clientSeq: index + 1 });
        if (index % 5) return once;
        const again = await tab.save(itemId, given.get(itemId)?.[0], { clientSeq: index + 1 });
        expect(again).toEqual(once);
        return again;
      }),
    );
    expect(await events(paper.attemptId)).toBe(30);
    const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
    if (!state.ok) throw new Error(state.message);
    expect(state.value.items.map((item) => item.payload)).toEqual(
      paper.items.map(({ itemId }) => given.get(itemId)?.[0]),
    );
    expect(state.value.items.map((item) => item.eventId)).toEqual(saved.map((each) => each.eventId));
  });

  it('T-SAVE-2: works in two tabs: different questions both stay, and a tab is told when the other changed its question', async () => {
    const { ann } = await layClass(ctx, 'save-2', { types: ['choice'], questions: 2 });
    const paper = await start(ctx, ann, 'quiz');
    const [a, b] = [openTab(ctx, ann, paper), openTab(ctx, ann, paper)];
    const [one, two] = paper.items.map((item) => item.itemId) as [string, string];
    const given = await samples(ctx, paper);
    const pick = (item: string, i: number) => given.get(item)?.[i % 3];
    for (let i = 0; i < 100; i++) await Promise.all([a.save(one, pick(one, i)), b.save(two, pick(two, i))]);
    const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
    expect(state.ok && state.value.items.map((item) => item.payload)).toEqual([pick(one, 99), pick(two, 99)]);
    expect(await events(paper.attemptId)).toBe(200);

    const base = (state.ok && state.value.items[0]?.eventId) || '0';
    const first = await a.save(one, pick(one, 0), { baseSeq: base });
    expect(first.others).toBeNull();
    const second = await b.save(one, pick(one, 1), { baseSeq: base });
    expect(second.others).toEqual({ eventId: first.eventId, payload: pick(one, 0), savedAt: first.savedAt });
    const later = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
    expect(later.ok && later.value.items[0]).toMatchObject({ payload: pick(one, 1), clientId: b.clientId });
    // Having seen it, a tab is not told again.
    expect((await b.save(one, pick(one, 2), { baseSeq: first.eventId })).others).toBeNull();
  });

  it('T-SAVE-2: is told in one of two tabs at least, when both change one question at the same moment', async () => {
    const { ann } = await layClass(ctx, 'save-2b', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    const given = await samples(ctx, paper);
    let base = '0';
    for (let i = 0; i < 20; i++) {
      const [a, b] = [openTab(ctx, ann, paper), openTab(ctx, ann, paper)];
      const [x, y] = await Promise.all([
        a.save(item, given.get(item)?.[0], { baseSeq: base }),
        b.save(item, given.get(item)?.[1], { baseSeq: base }),
      ]);
      const [earlier, later] = BigInt(x.eventId) < BigInt(y.eventId) ? [x, y] : [y, x];
      expect(earlier.others).toBeNull();
      expect(later.others?.eventId).toBe(earlier.eventId);
      base = later.eventId;
    }
  });

  it('T-SAVE-6: comes back online with a queue: sent in order, and what was overtaken on the way does not win', async () => {
    const { ann } = await layClass(ctx, 'save-6', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    const [best, other] = (await samples(ctx, paper)).get(item) as [unknown, unknown];
    const fifth = await tab.save(item, best, { clientSeq: 5 });
    const fourth = await tab.save(item, other, { clientSeq: 4 });
    expect(fourth.eventId).toBe(fifth.eventId);
    const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
    expect(state.ok && state.value.items[0]?.payload).toEqual(best);
    expect(await events(paper.attemptId)).toBe(1);
  });

  it('T-SAVE-7: is refused, in words, and nothing is stored: after the end, in another’s attempt, for a foreign item, for a wrong shape', async () => {
    const { ann, ben } = await layClass(ctx, 'save-7', { types: ['choice', 'numeric'], questions: 2 });
    const paper = await start(ctx, ann, 'quiz');
    const bens = await start(ctx, ben, 'quiz');
    const [choice] = paper.items.map(({ itemId }) => itemId) as [string];
    const good = (await samples(ctx, paper)).get(choice)?.[0];
    const before = await count('response_event');
    const code = async (sent: ReturnType<ReturnType<typeof openTab>['send']>) => {
      const result = await sent;
      return result.ok ? 'saved' : result.code;
    };
    const tab = openTab(ctx, ann, paper);
    expect(await code(openTab(ctx, ben, paper).send(choice, good))).toBe('not-found');
    expect(await code(openTab(ctx, ben, paper).send(choice, 'nonsense'))).toBe('not-found');
    expect(await code(tab.send(bens.items[0]?.itemId ?? '', good))).toBe('not-found');
    expect(await code(tab.send(crypto.randomUUID(), good))).toBe('not-found');
    for (const wrong of [{ choice: 'Z' }, { choice: 1 }, { choice: 'A', key: 'A' }, 'A', [], { number: '7' }]) {
      expect(await code(tab.send(choice, wrong))).toBe('invalid');
    }
    expect(await code(tab.send(choice, 1, { kind: 'flag' }))).toBe('invalid');
    expect(await count('response_event')).toBe(before);
    await submitAttempt(ctx, ann, { attempt: paper.attemptId });
    expect(await code(tab.send(choice, good))).toBe('ended');
    expect(await count('response_event')).toBe(before);
  });

  it('is refused where a copied tab uses the same name for another save: it is never told that it was saved', async () => {
    const { ann } = await layClass(ctx, 'copied', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    const [best, other] = (await samples(ctx, paper)).get(item) as [unknown, unknown];
    const tab = openTab(ctx, ann, paper);
    await tab.save(item, best, { clientSeq: 1 });
    expect(await tab.send(item, other, { clientSeq: 1 })).toMatchObject({ ok: false, code: 'sequence-used' });
  });

  it('flags a question and takes the flag away again', async () => {
    const { ann } = await layClass(ctx, 'flag', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    await tab.save(item, true, { kind: 'flag' });
    expect((await getPaper(ctx, ann, paper.attemptId))?.items[0]).toMatchObject({ flagged: true, response: null });
    await tab.save(item, false, { kind: 'flag' });
    expect((await getPaper(ctx, ann, paper.attemptId))?.items[0]?.flagged).toBe(false);
  });

  it('T-MASS-1 and T-PRIS-1: cannot slip in a field or a query: the strict shape refuses it', () => {
    const good = {
      attempt: crypto.randomUUID(),
      itemId: crypto.randomUUID(),
      kind: 'response',
      clientId: crypto.randomUUID(),
      clientSeq: 1,
      baseSeq: '0',
      payload: null,
    };
    expect(SaveResponse.safeParse(good).success).toBe(true);
    const extras = ['role', 'score', 'points', 'userId', 'enrolmentId', 'deadlineAt', 'receivedAt', 'id', 'createdAt'];
    for (const extra of extras) {
      expect(SaveResponse.safeParse({ ...good, [extra]: 100 }).success, extra).toBe(false);
    }
    for (const name of Object.keys(good)) {
      for (const wrong of [{ contains: '' }, { not: 'x' }, { gt: 0 }, [], undefined]) {
        if (name === 'payload' && wrong !== undefined) continue;
        expect(SaveResponse.safeParse({ ...good, [name]: wrong }).success, `${name}: ${JSON.stringify(wrong)}`).toBe(
          false,
        );
      }
    }
  });

  it('T-PRIS-2: a fetch by an undefined id throws; it does not find just anybody', async () => {
    const where = { id: undefined } as unknown as { id: string };
    await expect(ctx.db.attempt.findFirst({ where })).rejects.toThrow(/undefined/);
    await expect(ctx.db.notification.deleteMany({ where })).rejects.toThrow(/undefined/);
  });
});

describe('A student starting and submitting', () => {
  it('T-SUB-2: starts fifty times at once and has one attempt', async () => {
    const { ann } = await layClass(ctx, 'sub-2');
    const started = await Promise.all(Array.from({ length: 50 }, () => startAttempt(ctx, ann, { quiz: 'quiz' })));
    const ids = new Set(started.map((each) => (each.ok ? each.value.attemptId : each.code)));
    expect(ids.size).toBe(1);
    expect(await count('attempt', `enrolment_id = '${ann.enrolmentId}'`)).toBe(1);
    await expect(
      pool.query(
        `insert into attempt (id, enrolment_id, quiz_id, quiz_version_id, n, state, seed, started_at, max_points)
         select gen_random_uuid(), enrolment_id, quiz_id, quiz_version_id, 9, 'open', 'x', now(), 0 from attempt where id = $1`,
        [[...ids][0]],
      ),
    ).rejects.toThrow(/attempt_one_open/);
  });

  it('T-SUB-5: has two attempts and no more, however many starts race', async () => {
    const { ann } = await layClass(ctx, 'sub-5');
    await takeQuiz(ctx, ann, 'quiz');
    await Promise.all(Array.from({ length: 30 }, () => startAttempt(ctx, ann, { quiz: 'quiz' })));
    expect(await count('attempt', `enrolment_id = '${ann.enrolmentId}'`)).toBe(2);
    await takeQuiz(ctx, ann, 'quiz');
    expect(await startAttempt(ctx, ann, { quiz: 'quiz' })).toMatchObject({ ok: false, code: 'no-attempts-left' });
  });

  it('T-SUB-1: submits fifty times at once: one end, one score an item, one grade, one notice, the same receipt', async () => {
    const { ann } = await layClass(ctx, 'sub-1');
    const paper = await start(ctx, ann, 'quiz');
    const submit = () => submitAttempt(ctx, ann, { attempt: paper.attemptId });
    const receipts = await Promise.all(Array.from({ length: 50 }, submit));
    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(receipts[0]).toMatchObject({
      ok: true,
      value: { items: typeNames.length, answered: 0, endedBy: 'student' },
    });
    expect(await count('score_event', `attempt_id = '${paper.attemptId}'`)).toBe(typeNames.length);
    expect(await count('grade_event', `enrolment_id = '${ann.enrolmentId}'`)).toBe(1);
    expect(await count('notification', `enrolment_id = '${ann.enrolmentId}' and reason = 'graded'`)).toBe(1);
  });

  it('reads the same receipt on every page: a cleared answer is none, and an erased one still counts', async () => {
    const { ann } = await layClass(ctx, 'receipts', { types: ['choice'], questions: 3 });
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    const given = await samples(ctx, paper);
    const [one, two] = paper.items.map(({ itemId }) => itemId) as [string, string];
    await tab.save(one, given.get(one)?.[0]);
    await tab.save(two, given.get(two)?.[0]);
    await tab.save(two, null);
    expect((await getPaper(ctx, ann, paper.attemptId))?.receipt).toBeNull();
    const submitted = await submitAttempt(ctx, ann, { attempt: paper.attemptId });
    const receipt = submitted.ok ? submitted.value : null;
    expect(receipt).toMatchObject({ items: 3, answered: 1, endedBy: 'student' });
    const everywhere = async () => {
      const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
      const [again, review] = [await getPaper(ctx, ann, paper.attemptId), await getReview(ctx, ann, paper.attemptId)];
      return [state.ok && state.value.receipt, again?.receipt, review?.receipt];
    };
    expect(await everywhere()).toEqual([receipt, receipt, receipt]);
    await pool.query('select erase_payloads($1)', [ann.enrolmentId]);
    expect(await everywhere()).toEqual([receipt, receipt, receipt]);
  });

  it('T-SUB-3: submits again when the answer was lost, and reads the same receipt', async () => {
    const { ann } = await layClass(ctx, 'sub-3');
    const { paper, receipt } = await takeQuiz(ctx, ann, 'quiz', (index) => (index === 2 ? null : 0));
    expect(receipt.receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receipt).toMatchObject({ items: typeNames.length, answered: typeNames.length - 1 });
    expect(await submitAttempt(ctx, ann, { attempt: paper.attemptId })).toEqual({ ok: true, value: receipt });
    const state = await getAttemptState(ctx, ann, { attempt: paper.attemptId });
    expect(state.ok && state.value).toMatchObject({ state: 'graded', receipt });
  });

  it('T-SUB-4: submits while saves are on their way: each is counted, or refused as ended; there is no third', async () => {
    const { ann } = await layClass(ctx, 'sub-4', { types: ['choice'], questions: 20 });
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    const given = await samples(ctx, paper);
    const saves = paper.items.map(({ itemId }) => tab.send(itemId, given.get(itemId)?.[0]));
    const submitted = submitAttempt(ctx, ann, { attempt: paper.attemptId });
    const [outcomes, receipt] = [await Promise.all(saves), await submitted];
    const saved = outcomes.filter((each) => each.ok).length;
    expect(outcomes.every((each) => each.ok || each.code === 'ended')).toBe(true);
    expect(receipt.ok && receipt.value.answered).toBe(saved);
    expect((await getReview(ctx, ann, paper.attemptId))?.points).toBe(saved * 1000);
  });

  it('T-SUB-4: has a save that waits behind the submit refused, however early it came in', async () => {
    const { ann } = await layClass(ctx, 'sub-4b', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const [item] = paper.items.map(({ itemId }) => itemId) as [string];
    const client = await pool.connect();
    await client.query(
      `begin; update attempt set state = 'submitted', submitted_at = now() where id = '${paper.attemptId}'`,
    );
    const waiting = openTab(ctx, ann, paper).send(item, (await samples(ctx, paper)).get(item)?.[0]);
    expect(await Promise.race([waiting, sleep(200).then(() => 'waits')])).toBe('waits');
    await client.query('commit');
    client.release();
    expect(await waiting).toMatchObject({ ok: false, code: 'ended' });
    expect(await events(paper.attemptId)).toBe(0);
  });

  it('T-SAVE-3: is graded by what was saved last, and reads when that was', async () => {
    const { ann } = await layClass(ctx, 'save-3', { types: ['choice'], questions: 2 });
    const paper = await start(ctx, ann, 'quiz');
    const [one, two] = paper.items.map(({ itemId }) => itemId) as [string, string];
    const given = await samples(ctx, paper);
    const tab = openTab(ctx, ann, paper);
    await tab.save(one, given.get(one)?.[1]);
    const last = await tab.save(one, given.get(one)?.[0]);
    await tab.save(two, given.get(two)?.[0]);
    await tab.save(two, null);
    await submitAttempt(ctx, ann, { attempt: paper.attemptId });
    const review = await getReview(ctx, ann, paper.attemptId);
    expect(review?.items.map(({ points }) => points)).toEqual([1000, 0]);
    expect(review?.items[0]?.savedAt?.toISOString()).toBe(last.savedAt);
    expect(review?.items[1]?.review?.verdict).toBe('not-answered');
  });

  it('T-AUTHZ-1: is alone with the log of their attempt even where a caller forgot to look: the statement itself asks', async () => {
    const { ann, ben } = await layClass(ctx, 'authz-sql', { types: ['choice'], questions: 1 });
    const paper = await start(ctx, ann, 'quiz');
    const save = (enrolmentId: string) =>
      ctx.sql(saveEvent, [
        paper.attemptId,
        paper.items[0]?.itemId ?? '',
        enrolmentId,
        'response',
        crypto.randomUUID(),
        1,
        '0',
        null,
        'x',
        5,
      ]);
    expect((await save(ben.enrolmentId))[0]?.outcome).toBe('not-found');
    expect((await save(ann.enrolmentId))[0]?.outcome).toBe('saved');
  });

  it('T-AUTHZ-1: reads, saves and submits only what is theirs; anything else does not exist, for staff and strangers too', async () => {
    const { ann, ben, teacher } = await layClass(ctx, 'authz');
    const elsewhere = await layCourse(ctx, 'authz-elsewhere', []);
    await layQuiz(ctx, elsewhere, { slug: 'theirs' });
    const stranger = await enrol(ctx, elsewhere, 'instructor', 'Stranger');
    const { paper } = await takeQuiz(ctx, ann, 'quiz');
    for (const other of [ben, teacher, stranger]) {
      expect(await getPaper(ctx, other, paper.attemptId)).toBeNull();
      expect(await getReview(ctx, other, paper.attemptId)).toBeNull();
      for (const result of [
        await getAttemptState(ctx, other, { attempt: paper.attemptId }),
        await submitAttempt(ctx, other, { attempt: paper.attemptId }),
        await openTab(ctx, other, paper).send(paper.items[0]?.itemId ?? '', null),
      ]) {
        expect(result).toEqual({ ok: false, code: 'not-found', message: 'There is nothing here under this address.' });
      }
    }
    expect(await startAttempt(ctx, ann, { quiz: 'theirs' })).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('gets the questions in the order of the attempt’s own seed, and the same ones on each visit', async () => {
    const { ann, ben } = await layClass(ctx, 'order', { types: ['choice'], questions: 12, rules: { shuffle: true } });
    const [anns, bens] = [await start(ctx, ann, 'quiz'), await start(ctx, ben, 'quiz')];
    const stems = (paper: typeof anns) => paper.items.map((item) => item.stemHtml);
    expect(stems(anns)).not.toEqual(stems(bens));
    expect(stems(anns).toSorted()).toEqual(stems(bens).toSorted());
    const { now: _now, ...again } = (await getPaper(ctx, ann, anns.attemptId)) ?? anns;
    expect(again).toEqual({ ...anns, now: undefined });
  });

  it('keeps the questions that an attempt began with when they are edited (I-14)', async () => {
    const { ann, ben, quiz } = await layClass(ctx, 'edited', { types: ['choice'], questions: 1 });
    const before = await start(ctx, ann, 'quiz');
    const [questionId] = quiz.questionIds as [string];
    const old = await ctx.db.questionVersion.findFirstOrThrow({ where: { questionId } });
    const id = ctx.newId();
    await ctx.db.questionVersion.create({
      data: { ...old, content: old.content ?? {}, id, n: 2, stemHtml: '<p>Edited</p>', hash: 'edited' },
    });
    await ctx.db.question.update({ where: { id: questionId }, data: { currentVersionId: id } });
    expect((await getPaper(ctx, ann, before.attemptId))?.items[0]?.stemHtml).toBe('<p>Question 1</p>');
    expect((await start(ctx, ben, 'quiz')).items[0]?.stemHtml).toBe('<p>Edited</p>');
  });

  it('previews as staff: scored for the look of it, never graded, again and again', async () => {
    const { teacher, quiz } = await layClass(ctx, 'preview', { closesAt: new Date(Date.now() - 1000) });
    for (let i = 0; i < 3; i++) {
      const { paper } = await takeQuiz(ctx, teacher, 'quiz');
      const review = await getReview(ctx, teacher, paper.attemptId);
      expect(review).toMatchObject({ preview: true, points: 1000 * typeNames.length, keyShown: true });
    }
    const cause = { quizId: quiz.id, enrolmentId: teacher.enrolmentId, source: 'policy' } as const;
    expect(await recordGrade(ctx, cause)).toBe(false);
    expect(await count('grade', `enrolment_id = '${teacher.enrolmentId}'`)).toBe(0);
    expect(await count('notification', `enrolment_id = '${teacher.enrolmentId}'`)).toBe(0);
  });
});

describe('What a student is shown afterwards', () => {
  it('T-LEAK-1: no key, feedback or explanation while answering; nothing but words on what was chosen before the key is released', async () => {
    let n = 0;
    const canary = (value: unknown, name = ''): unknown => {
      if (Array.isArray(value)) return value.map((each) => canary(each, name));
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, canary(each, key)]));
      return ['feedback', 'note'].includes(name) ? `CNRY-${name}-${++n}` : value;
    };
    const { ann } = await layClass(ctx, 'leak', { questions: 10, content: (content) => canary(content) });
    const { paper } = await takeQuiz(ctx, ann, 'quiz', () => 1);
    expect(n).toBeGreaterThan(5);
    const open = await start(ctx, ann, 'quiz');
    const state = await getAttemptState(ctx, ann, { attempt: open.attemptId });
    for (const shown of [paper, open, state, await getReview(ctx, ann, open.attemptId)]) {
      expect(JSON.stringify(shown)).not.toMatch(/CNRY|"key"|"accept|"tolerance|"origin|"fraction/);
    }
    const before = await getReview(ctx, ann, paper.attemptId);
    expect(before).toMatchObject({ scoresShown: true, keyShown: false });
    expect(JSON.stringify(before)).not.toMatch(/CNRY-explanation|"key":|"origin/);
    expect(before?.whyHidden).toMatch(/when the attempt that you have open has ended/);
    await submitAttempt(ctx, ann, { attempt: open.attemptId });
    const after = await getReview(ctx, ann, paper.attemptId);
    expect(after).toMatchObject({ keyShown: true, whyHidden: null });
    expect(JSON.stringify(after)).toMatch(/CNRY-explanation-1/);
  });

  it('T-LEAK-2: is told the same when a right answer is saved as when a wrong one is', async () => {
    const { ann } = await layClass(ctx, 'leak-2');
    const paper = await start(ctx, ann, 'quiz');
    const tab = openTab(ctx, ann, paper);
    for (const [itemId, ranked] of await samples(ctx, paper)) {
      const saves = [await tab.save(itemId, ranked[0]), await tab.save(itemId, ranked.at(-1))];
      const said = saves.map(({ eventId, savedAt, ...rest }) => [/^\d+$/.test(eventId), savedAt.length, rest]);
      expect(said[0]).toEqual([true, 24, { others: null }]);
      expect(said[1]).toEqual(said[0]);
    }
  });

  it('T-LEAK-4: no key of the first attempt until the second takes no answers any more, in the seconds after its deadline too', async () => {
    const { ann } = await layClass(ctx, 'leak-4', { rules: { timeLimitSeconds: 600 }, types: ['choice'] });
    const { paper } = await takeQuiz(ctx, ann, 'quiz', () => 1);
    const second = await start(ctx, ann, 'quiz');
    const deadline = Date.parse(second.deadlineAt ?? '');
    await at(ctx, new Date(deadline + 2_000), async (late) => {
      const tab = openTab(late, ann, second);
      expect((await tab.send(second.items[0]?.itemId ?? '', { choice: 'a' })).ok).toBe(true);
      const review = await getReview(late, ann, paper.attemptId);
      expect(review).toMatchObject({ scoresShown: true, keyShown: false });
      expect(review?.whyHidden).toMatch(/when the attempt that you have open has ended/);
    });
    await at(ctx, new Date(deadline + 6_000), async (later) => {
      await closeOverdue(later);
      expect(await getReview(later, ann, paper.attemptId)).toMatchObject({ keyShown: true, whyHidden: null });
    });
  });

  it('knows on each page of a lesson’s check, and in the list, that the lesson goes beyond the article', async () => {
    const lessons = [
      { slug: 'later', passages: 1, beyond: true },
      { slug: 'before', passages: 1 },
    ];
    const course = await layCourse(ctx, 'beyond', lessons);
    const ann = await enrol(ctx, course, 'student', 'Ann');
    for (const { slug } of lessons) {
      const { id } = await layQuiz(ctx, course, { slug, kind: 'check', types: ['choice'] });
      const lesson = await ctx.db.lesson.findFirstOrThrow({ where: { courseId: course.id, slug } });
      await ctx.db.quiz.update({ where: { id }, data: { lessonId: lesson.id } });
    }
    await layQuiz(ctx, course, { slug: 'final', types: ['choice'] });
    const marked = async (quiz: string) => {
      const { paper } = await takeQuiz(ctx, ann, quiz);
      const review = await getReview(ctx, ann, paper.attemptId);
      return [(await getQuizStart(ctx, ann, quiz))?.beyond, paper.quiz.beyond, review?.quiz.beyond];
    };
    expect(await marked('later')).toEqual([true, true, true]);
    expect(await marked('before')).toEqual([false, false, false]);
    expect(await marked('final')).toEqual([false, false, false]);
    const listed = await listQuizzes(ctx, ann);
    expect(listed.map(({ slug, beyond }) => [slug, beyond])).toEqual([
      ['later', true],
      ['before', false],
      ['final', false],
    ]);
  });

  it('T-LEAK-3: score and key come when the rules say so, for everybody at once', async () => {
    const closesAt = new Date(Date.now() + 3_600_000);
    const rules = { showScore: 'closed', showKey: 'closed' } as const;
    const { ann } = await layClass(ctx, 'leak-3', { rules, closesAt });
    const { paper } = await takeQuiz(ctx, ann, 'quiz');
    expect(await getReview(ctx, ann, paper.attemptId)).toMatchObject({
      points: null,
      scoresShown: false,
      keyShown: false,
      whyHidden: expect.stringMatching(/closed for everybody/),
    });
    expect((await getReview(ctx, ann, paper.attemptId))?.items.every((item) => item.review === null)).toBe(true);
    expect((await listAttempts(ctx, ann, 'quiz'))[0]).toMatchObject({ points: null, state: 'graded' });
    expect(await count('notification', `enrolment_id = '${ann.enrolmentId}'`)).toBe(0);
    await at(ctx, new Date(closesAt.getTime() + 1000), async (later) => {
      expect(await getReview(later, ann, paper.attemptId)).toMatchObject({
        points: 1000 * typeNames.length,
        keyShown: true,
      });
    });
  });
});
