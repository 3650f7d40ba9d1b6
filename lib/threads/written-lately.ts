import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { refuse } from '@/lib/kernel/result';
import { isStaff, POSTS_A_MINUTE } from './rules';

/** The refusal for a student who has written too much in the last minute, or null. */
export async function writesTooMuch(ctx: Ctx, me: Enrolment) {
  if (isStaff(me)) return null;
  const minute = (n: number) => new Date(ctx.now.getTime() + n * 60_000);
  const written = await ctx.db.post.count({
    where: { enrolmentId: me.enrolmentId, createdAt: { gt: minute(-1), lt: minute(1) } },
  });
  return written >= POSTS_A_MINUTE
    ? refuse('too-many', 'That was a lot in one minute. Wait a little, then send it again; your words are kept.')
    : null;
}
