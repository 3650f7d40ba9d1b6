import type { Pool } from 'pg';
import { AttemptWriter, type LaidAttempt } from './attempts';
import { layLessons, layProgress, makeReference } from './lessons';
import { layCourse, layPeople, type People } from './people';
import { layQuizzes } from './quizzes';
import { SHAPE } from './shape';
import { layThreads } from './threads';

export interface School {
  readonly people: People;
  /** One a student, graded: to review. */
  readonly graded: readonly LaidAttempt[];
  /** Open, every item answered: each can be submitted once. */
  readonly toSubmit: readonly LaidAttempt[];
  /** Open, one a student: to show and to save to. */
  readonly toAnswer: readonly LaidAttempt[];
}

const DAY = 24 * 60 * 60_000;

/** Lays the whole school straight into the tables of a migrated, empty database; the same one in every run but for the date. */
export async function laySchool(pool: Pool): Promise<School> {
  const client = await pool.connect();
  try {
    // Foreign keys are checked by triggers, and these rows keep them: a third of the time is saved.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    const since = new Date(Date.now() - 60 * DAY);
    const courseId = await layCourse(client, makeReference(), since);
    const people = await layPeople(client, courseId, since);
    await layLessons(client, courseId, since);
    const quizzes = await layQuizzes(client, courseId, since);
    const writer = new AttemptWriter(client, people.students);
    const laid: Record<'graded' | 'toSubmit' | 'toAnswer', LaidAttempt[]> = { graded: [], toSubmit: [], toAnswer: [] };
    for (const [index, quiz] of quizzes.entries()) {
      const graded = await writer.lay({
        quiz,
        n: 1,
        at: new Date(since.getTime() + (index + 1) * 4 * DAY),
        end: 'graded',
      });
      if (index === 0) laid.graded.push(...graded);
      const left = new Date(Date.now() - DAY);
      if (index < SHAPE.openToSubmit)
        laid.toSubmit.push(...(await writer.lay({ quiz, n: 2, at: left, end: { answered: 1 } })));
      else if (index < SHAPE.openToSubmit + SHAPE.openToAnswer)
        laid.toAnswer.push(...(await writer.lay({ quiz, n: 2, at: left, end: { answered: 0.5 } })));
    }
    await writer.finish();
    await layProgress(client, since);
    await layThreads(client, people, since);
    await client.query(`set session_replication_role = origin; set synchronous_commit = on`);
    // What autovacuum would do some minutes later, in the middle of a measure.
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    return { people, ...laid };
  } finally {
    client.release();
  }
}
