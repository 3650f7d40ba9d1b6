import type { Ctx } from '@/lib/kernel/ctx';
import type { Prisma } from '@/lib/kernel/prisma';

/** What was done. `act` is "noun.verb" ("quiz.settings-changed"); `detail` holds ids, numbers and reasons, never names. */
export interface Act {
  readonly act: string;
  readonly actorId: string | null;
  readonly courseId?: string | null;
  readonly subject: { readonly type: string; readonly id: string };
  readonly detail?: Prisma.InputJsonObject;
}

/** Writes one row of the audit trail, in the caller's transaction: the act and its trace are both there, or neither. */
export async function recordAct(ctx: Ctx, { act, actorId, courseId = null, subject, detail = {} }: Act): Promise<void> {
  await ctx.db.audit.create({
    data: { at: ctx.now, actorId, courseId, act, subjectType: subject.type, subjectId: subject.id, detail },
  });
}
