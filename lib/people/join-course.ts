import type { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import { isRole, ROLES, type Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { enrolPerson } from './enrol-person';
import { JoinCode, type JoinCourse, LinkSecret } from './schema';
import { waitAfterWrongLink, waitInWords } from './throttle';
import { findToken, spendToken } from './tokens';

/** What a code or an invite link opens. */
export interface Joinable {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly subtitle: string;
  readonly role: Role;
  /** The invite's token, used up by joining; null for a course's own code. */
  readonly tokenId: string | null;
  /** False where the course takes nobody by its code just now. */
  readonly open: boolean;
}

/** The course of a code, or of the secret of an invite link; null where it is neither. */
export async function findJoinable(ctx: Ctx, code: string): Promise<Joinable | null> {
  const secret = LinkSecret.safeParse(code);
  if (secret.success) return findInvite(ctx, secret.data);
  const joinCode = JoinCode.safeParse(code);
  const course = joinCode.success ? await ctx.db.course.findUnique({ where: { joinCode: joinCode.data } }) : null;
  if (!course) return null;
  const { id: courseId, slug, title, subtitle, joinOpen: open } = course;
  return { courseId, slug, title, subtitle, role: 'student', tokenId: null, open };
}

async function findInvite(ctx: Ctx, secret: string): Promise<Joinable | null> {
  const token = await findToken(ctx, 'invite', secret);
  const course = token?.courseId ? await ctx.db.course.findUnique({ where: { id: token.courseId } }) : null;
  if (!token || !course || !token.role || !isRole(token.role)) return null;
  const { id: courseId, slug, title, subtitle } = course;
  return { courseId, slug, title, subtitle, role: token.role, tokenId: token.id, open: true };
}

/** What joining would do for somebody: 'in' already (as what), 'removed' by staff, 'closed', or free to 'join'. */
export async function findPlace(
  ctx: Ctx,
  viewer: Viewer,
  joinable: Joinable,
): Promise<{ readonly state: 'in' | 'removed' | 'closed' | 'join'; readonly role: Role }> {
  const { courseId, role, tokenId, open } = joinable;
  const key = { personId_courseId: { personId: viewer.personId, courseId } };
  const there = await ctx.db.enrolment.findUnique({ where: key });
  if (there && !there.endedAt && isRole(there.role) && !raises(there.role, role)) {
    return { state: 'in', role: there.role };
  }
  if (!open) return { state: 'closed', role };
  return { state: there?.endedAt && tokenId === null ? 'removed' : 'join', role };
}

/**
 * Joins the course of a code (as a student) or of an invite link (in its role). Who is in already stays as they are, unless
 * an invite raises them; who was removed by staff comes back by an invite alone.
 */
export async function joinCourse(
  ctx: Ctx,
  viewer: Viewer,
  { code }: z.infer<typeof JoinCourse>,
): Promise<Result<{ slug: string }, 'no-such-code' | 'closed' | 'removed' | 'too-many'>> {
  return inTransaction(ctx, async (ctx) => {
    const found = await findJoinable(ctx, code);
    if (!found) {
      const wait = await waitAfterWrongLink(viewer.personId);
      if (wait > 0) return refuse('too-many', `Too many tries. Wait ${waitInWords(wait)}, then try again.`);
      return refuse('no-such-code', 'No course has this code. Check it letter by letter, or ask for a new one.');
    }
    const { courseId, slug, role, tokenId } = found;
    const { state } = await findPlace(ctx, viewer, found);
    if (state === 'in') return done({ slug });
    if (state !== 'join') return refuse(state, NOT_NOW[state]);
    if (tokenId !== null && !(await spendToken(ctx, tokenId)))
      return refuse('no-such-code', 'This invite was used just now.');
    const enrolmentId = await enrolPerson(ctx, { courseId, personId: viewer.personId, role });
    const subject = { type: 'enrolment', id: enrolmentId };
    await recordAct(ctx, { act: 'enrolment.joined', actorId: viewer.personId, courseId, subject, detail: { role } });
    return done({ slug });
  });
}

/** Why one cannot join, and what to do. */
export const NOT_NOW = {
  closed: 'This course takes nobody by its code just now. Ask its instructor.',
  removed: 'You were in this course and are not any more. Its instructor can invite you again.',
} as const;

// An instructor who tries the students' invite stays an instructor, and the invite stays unused.
const RANKS: readonly string[] = ROLES;
const raises = (from: string, to: Role): boolean => RANKS.indexOf(from) < RANKS.indexOf(to);
