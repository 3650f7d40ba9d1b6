import { expect, test } from '@playwright/test';
import { ask, layQuizzes } from './support/quizzes';
import { site, startSecondServer } from './support/site';

// A site behind a balancer: two processes, one database, and requests that reach either.

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends fifty of the same request at once, in turns to the two servers, as one signed-in student. */
function sendFifty(servers: readonly string[], cookie: string, path: string): Promise<Answer[]> {
  return Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      const origin = servers[i % servers.length] ?? '';
      const answer = await fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie: `lectern.session=${cookie}` },
        body: '{}',
      });
      return { status: answer.status, body: await answer.text() };
    }),
  );
}

test('T-SUB-2 and T-SUB-1: fifty starts, then fifty submits at once across two app processes make one attempt, one receipt, one grade and one notice', async () => {
  const laid = layQuizzes(1);
  const [student] = laid.students;
  if (!student) throw new Error('no student was laid');
  const second = await startSecondServer();
  try {
    const servers = [site().url, second.url];
    const starts = await sendFifty(servers, student.cookie, `/api/v1/courses/${laid.slug}/quizzes/five/attempts`);
    expect(new Set(starts.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(starts.map(({ body }) => body)).size).toBe(1);
    const attempts = await ask<{ id: string }>('select id from attempt where enrolment_id = $1', [student.enrolmentId]);
    expect(attempts).toHaveLength(1);
    const id = attempts[0]?.id ?? '';
    expect(starts[0]?.body).toContain(id);

    const submits = await sendFifty(servers, student.cookie, `/api/v1/courses/${laid.slug}/attempts/${id}/submit`);
    expect(new Set(submits.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(submits.map(({ body }) => body)).size).toBe(1);
    const [counted] = await ask<Record<'grades' | 'scored' | 'notices' | 'items', number>>(
      `select (select count(*)::int from grade_event where enrolment_id = $1) as grades,
         (select count(*)::int from score_event where attempt_id = $2) as scored,
         (select count(*)::int from notification where enrolment_id = $1 and reason = 'graded') as notices,
         (select count(*)::int from attempt_item where attempt_id = $2) as items`,
      [student.enrolmentId, id],
    );
    expect(counted).toEqual({ grades: 1, notices: 1, items: counted?.items, scored: counted?.items });
  } finally {
    await second.stop();
  }
});
