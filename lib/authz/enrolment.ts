import { z } from 'zod';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { statement } from '@/lib/kernel/sql';
import { ROLES, type Role } from './roles';

declare const minted: unique symbol;

/**
 * Proof that the viewer holds a role in a course. A command that asks for `EnrolmentAs<'instructor'>` cannot be called
 * with less: the type cannot be made outside this file.
 */
export interface EnrolmentAs<R extends Role> {
  readonly [minted]: true;
  readonly enrolmentId: string;
  readonly courseId: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly personId: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly groupId: string | null;
  /** What they may do in this request: the enrolment's role, or `student` for staff who see the course as a student does. */
  readonly role: R;
  /** Since when they see it so; null for everybody else. */
  readonly previewSince: Date | null;
}
export type Enrolment = EnrolmentAs<Role>;

/** What a cookie claims; worth nothing until a query has agreed. */
export interface Claims {
  readonly personId: string;
  readonly sessionVersion: number;
  /** Which of the person's sessions; signing out ends it. */
  readonly sessionId?: string;
  /** Which course this browser sees as a student does. It can only lower: see `enrolmentOf`. */
  readonly preview?: Preview;
}

/** A course (its slug) that somebody teaches and sees as a student does, and since when. */
export interface Preview {
  readonly course: string;
  readonly since: Date;
}

const Row = z.object({
  now: z.date(),
  email: z.string().nullable(),
  display_name: z.string().nullable(),
  time_zone: z.string().nullable(),
  is_admin: z.boolean().nullable(),
  unread: z.coerce.number(),
  enrolment_id: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
  group_id: z.string().nullable(),
  course_id: z.string().nullable(),
  slug: z.string().nullable(),
  title: z.string().nullable(),
});

// Person (session not ended, its version right, not suspended), enrolment (not ended) and the clock, in one prepared query.
const proof = (unread: string): string =>
  `select app_now() as now, p.email, p.display_name, p.time_zone, p.is_admin, ${unread} as unread,
     e.id as enrolment_id, e.role, e.group_id, c.id as course_id, c.slug, c.title
   from (select 1) as one
   left join person p on p.id = $1::uuid and p.session_version = $2::int and p.suspended_at is null
     and not exists (select from ended_session s where s.id = $4::uuid)
   left join course c on c.slug = $3 and p.id is not null
   left join enrolment e on e.person_id = p.id and e.course_id = c.id and e.ended_at is null`;

const proofQuery = statement('proof', Row, proof('0'));

/** The same with what the head of a page says, which nothing else asks for. */
const pageProofQuery = statement(
  'page_proof',
  Row,
  proof(`(select count(*) from notification n join enrolment ne on ne.id = n.enrolment_id
    where ne.person_id = p.id and n.read_at is null and ne.ended_at is null)`),
);

export interface Proof {
  readonly now: Date;
  readonly viewer: Viewer | null;
  /** Unread notifications, for the head of a page; 0 where it is not `forPage`. */
  readonly unread: number;
  /** The viewer's enrolment in the course asked for; null where there is no such course for them. */
  readonly enrolment: Enrolment | null;
}

/**
 * The one proof of a request. No cache: a role taken away, a suspension, signing out (here or everywhere) hold at the next request.
 * `course` is the slug in the address, or null on pages outside a course.
 */
export async function prove(
  ctx: Pick<Ctx, 'sql'>,
  claims: Claims | null,
  course: string | null,
  forPage = false,
): Promise<Proof> {
  const [row] = await ctx.sql(forPage ? pageProofQuery : proofQuery, [
    claims?.personId ?? null,
    claims?.sessionVersion ?? null,
    course,
    claims?.sessionId ?? null,
  ]);
  if (!row) throw new Error('The proof query returned no row');
  if (!claims || row.email === null || row.display_name === null || row.time_zone === null) {
    return { now: row.now, viewer: null, unread: 0, enrolment: null };
  }
  const viewer: Viewer = {
    personId: claims.personId,
    email: row.email,
    displayName: row.display_name,
    timeZone: row.time_zone,
    isAdmin: row.is_admin === true,
  };
  return { now: row.now, viewer, unread: row.unread, enrolment: enrolmentOf(row, viewer, claims.preview) };
}

/** The one place where a preview takes effect. Whatever is claimed, the role that comes of it is the enrolment's own or `student`. */
function enrolmentOf(row: z.infer<typeof Row>, viewer: Viewer, preview: Preview | undefined): Enrolment | null {
  const { enrolment_id, course_id, slug, title, role, group_id } = row;
  if (!enrolment_id || !course_id || !slug || title === null || !role) return null;
  const previewSince = role !== 'student' && preview?.course === slug ? preview.since : null;
  return mint({
    enrolmentId: enrolment_id,
    courseId: course_id,
    courseSlug: slug,
    courseTitle: title,
    personId: viewer.personId,
    displayName: viewer.displayName,
    timeZone: viewer.timeZone,
    groupId: group_id,
    role: previewSince ? 'student' : role,
    previewSince,
  });
}

/** The proof narrowed to the roles asked for, or null. */
export function enrolmentAs<R extends Role>(proof: Enrolment | null, roles: readonly R[]): EnrolmentAs<R> | null {
  return proof && (roles as readonly Role[]).includes(proof.role) ? (proof as EnrolmentAs<R>) : null;
}

/**
 * Proof by person and course, for the CLI, the seed and the tests, which have no cookie: the same facts from the same
 * tables. Null where the enrolment does not exist or has ended.
 */
export async function proveByPerson(ctx: Ctx, personId: string, courseSlug: string): Promise<Enrolment | null> {
  const person = await ctx.db.person.findUnique({ where: { id: personId } });
  if (!person) return null;
  const proof = await prove(ctx, { personId, sessionVersion: person.sessionVersion }, courseSlug);
  return proof.enrolment;
}

const mint = <R extends Role>(facts: Omit<EnrolmentAs<R>, typeof minted>): EnrolmentAs<R> => facts as EnrolmentAs<R>;
