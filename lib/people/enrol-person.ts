import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';

/** Enrols a person in a course, or gives back a place that had ended. Returns the enrolment's id. Proves nothing: its callers do. */
export async function enrolPerson(
  ctx: Ctx,
  { courseId, personId, role }: { readonly courseId: string; readonly personId: string; readonly role: Role },
): Promise<string> {
  const { id } = await ctx.db.enrolment.upsert({
    where: { personId_courseId: { personId, courseId } },
    create: { id: ctx.newId(), courseId, personId, role, createdAt: ctx.now },
    update: { role, endedAt: null },
  });
  return id;
}
