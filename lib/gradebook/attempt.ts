import type { z } from 'zod';
import { drawItem } from '@/lib/attempts/frozen-items';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import type { AnyDrawn } from '@/lib/question-types/any-type';
import { parseContent, questionType } from '@/lib/question-types/registry';
import { attemptHead, attemptItems, attemptLog } from './attempt.sql';

type Staff = EnrolmentAs<'assistant' | 'instructor'>;
type LogRow = z.infer<(typeof attemptLog)['row']>;

/** One step of an item's history, in words: "B. The courts", "cleared", "flagged". */
export interface HistoryStep {
  readonly eventId: string;
  readonly at: Date;
  readonly words: string;
  /** 1 for the first tab or device seen in this attempt, 2 for the next. */
  readonly tab: number;
}

/**
 * An attempt opened item by item for staff, with key, scores and the history of responses. Null where the viewer's course
 * has no such attempt.
 */
export async function findAttemptForStaff(ctx: Ctx, me: Staff, attemptId: string) {
  const [head] = await ctx.sql(attemptHead, [me.courseId, attemptId]);
  if (!head) return null;
  const [items, log] = await Promise.all([ctx.sql(attemptItems, [attemptId]), ctx.sql(attemptLog, [attemptId])]);
  const tabs = [...new Set(log.map((row) => row.client_id))];
  return {
    ...head,
    items: items.map(({ content, ...item }) => {
      const type = questionType(item.type);
      const question = { type: item.type, content: parseContent(item.type, content) };
      const { drawn } = drawItem(question, head.seed, item.item_id);
      const own = log.filter((row) => row.item_id === item.item_id);
      const response = own.findLast((row) => row.kind === 'response')?.payload ?? null;
      return {
        ...item,
        review: type.feedback(drawn, response, { revealKey: true }),
        history: own.map((row) => step(row, drawn, type.summarise, tabs)),
      };
    }),
  };
}

export type StaffAttempt = NonNullable<Awaited<ReturnType<typeof findAttemptForStaff>>>;

function step(
  row: LogRow,
  drawn: AnyDrawn,
  summarise: (drawn: AnyDrawn, response: unknown) => string,
  tabs: readonly string[],
): HistoryStep {
  return {
    eventId: row.event_id,
    at: row.received_at,
    words: words(row, drawn, summarise),
    tab: tabs.indexOf(row.client_id) + 1,
  };
}

function words(row: LogRow, drawn: AnyDrawn, summarise: (drawn: AnyDrawn, response: unknown) => string): string {
  if (row.kind === 'flag') return row.payload === true ? 'Flagged' : 'Flag removed';
  if (row.payload === null || row.payload === undefined) return 'Cleared';
  return summarise(drawn, row.payload);
}
