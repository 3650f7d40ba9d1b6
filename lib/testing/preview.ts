import { type Enrolment, prove } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';

/** The same person as their next request finds them in a preview of the course, begun at `since`. */
export async function inPreview(ctx: Ctx, me: Enrolment, since: Date, course = me.courseSlug): Promise<Enrolment> {
  const claims = { personId: me.personId, sessionVersion: 1, preview: { course, since } };
  const { enrolment } = await prove(ctx, claims, me.courseSlug);
  if (!enrolment) throw new Error('not in the course');
  return enrolment;
}
