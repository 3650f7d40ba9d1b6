import type { Admin } from '@/lib/authz/admin';
import type { Ctx } from '@/lib/kernel/ctx';

const PAGE = 100;

/** One act of the trail, with names of today; the trail itself holds ids. */
export interface AuditRow {
  readonly id: bigint;
  readonly at: Date;
  readonly act: string;
  readonly actor: string;
  /** Whom or what it was done to, where that has a name of its own: a person, a quiz. */
  readonly subject: string | null;
  readonly course: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Asked {
  /** Acts older than this one. */
  readonly before: bigint | null;
  /** What this person did, and what was done to them. */
  readonly person: string | null;
  readonly take?: number;
}

/** The audit trail, newest first, a hundred acts a page. */
export async function listAudit(ctx: Ctx, _admin: Admin, { before, person, take = PAGE }: Asked): Promise<AuditRow[]> {
  const rows = await ctx.db.audit.findMany({
    where: { ...(before !== null && { id: { lt: before } }), ...(person !== null && (await about(ctx, person))) },
    orderBy: { id: 'desc' },
    take,
  });
  const names = await namesOf(ctx, [
    ...rows.flatMap(({ actorId, courseId, subjectId }) => [actorId, courseId, subjectId]),
    ...rows.map(({ detail }) => enrolmentIn(detail)),
  ]);
  return rows.map(({ id, at, act, actorId, courseId, subjectType, subjectId, detail }) => {
    const enrolment = enrolmentIn(detail);
    const subject = subjectType === 'course' ? null : (names.get(subjectId) ?? null);
    return {
      id,
      at,
      act,
      actor: actorId ? (names.get(actorId) ?? 'somebody who is gone') : 'Lectern',
      subject: actorId === subjectId ? null : subject,
      course: courseId ? (names.get(courseId) ?? 'a course that is gone') : null,
      detail: {
        ...objectOf(detail),
        ...(enrolment && { enrolmentId: names.get(enrolment) ?? 'somebody who is gone' }),
      },
    };
  });
}

async function about(ctx: Ctx, person: string) {
  const enrolments = await ctx.db.enrolment.findMany({ where: { personId: person }, select: { id: true } });
  const ids = enrolments.map(({ id }) => id);
  const named = ids.map((id) => ({ detail: { path: ['enrolmentId'], equals: id } }));
  return { OR: [{ actorId: person }, { subjectId: { in: [person, ...ids] } }, ...named] };
}

/** The names of people, courses and quizzes; an enrolment has its person's. Threads and posts are the course's own. */
async function namesOf(ctx: Ctx, given: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const id = { in: [...new Set(given.filter((each) => each !== null))] };
  const [people, courses, enrolments, quizzes] = await Promise.all([
    ctx.db.person.findMany({ where: { id }, select: { id: true, displayName: true } }),
    ctx.db.course.findMany({ where: { id }, select: { id: true, title: true } }),
    ctx.db.enrolment.findMany({ where: { id }, select: { id: true, person: { select: { displayName: true } } } }),
    ctx.db.quiz.findMany({ where: { id }, select: { id: true, currentVersion: { select: { title: true } } } }),
  ]);
  return new Map([
    ...people.map((each) => [each.id, each.displayName] as const),
    ...courses.map((each) => [each.id, each.title] as const),
    ...enrolments.map((each) => [each.id, each.person?.displayName ?? 'somebody who is gone'] as const),
    ...quizzes.map((each) => [each.id, each.currentVersion?.title ?? 'a quiz'] as const),
  ]);
}

const objectOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};

function enrolmentIn(detail: unknown): string | null {
  const { enrolmentId } = objectOf(detail);
  return typeof enrolmentId === 'string' ? enrolmentId : null;
}
