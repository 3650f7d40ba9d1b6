import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { needsYou } from './needs-you.sql';

/** Something that waits, how often, and the three that have waited longest. */
export interface Waiting {
  readonly count: number;
  readonly first: readonly { readonly id: string; readonly name: string }[];
}

export interface NeedsYou {
  readonly students: number;
  /** Threads: questions without a word from staff, and without an accepted post. */
  readonly questions: Waiting;
  /** Attempts that a person must grade. */
  readonly attempts: Waiting;
  /** Enrolments of students not seen for a week. */
  readonly quiet: Waiting;
}

/** What waits for the viewer in the courses they teach or assist, by the course's slug. */
export async function listNeedsYou(ctx: Ctx, viewer: Viewer): Promise<ReadonlyMap<string, NeedsYou>> {
  const rows = await ctx.sql(needsYou, [viewer.personId, ctx.now]);
  return new Map(
    rows.map((row) => [
      row.slug,
      {
        students: row.students,
        questions: { count: row.questions, first: row.first_questions },
        attempts: { count: row.attempts, first: row.first_attempts },
        quiet: { count: row.quiet, first: row.first_quiet },
      },
    ]),
  );
}
