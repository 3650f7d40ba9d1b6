import { type Act, rolesFor } from '@/lib/authz/acts';
import { ROLES, type Role } from '@/lib/authz/roles';

/** Architecture's eight actors, and the two whose right just ended. */
export const ACTORS = [
  'nobody',
  'stranger',
  'student',
  'anotherStudent',
  'assistant',
  'instructor',
  'instructorElsewhere',
  'admin',
  'suspended',
  'removed',
] as const;
export type Actor = (typeof ACTORS)[number];

const ROLE_OF: Partial<Record<Actor, Role>> = {
  student: 'student',
  anotherStudent: 'student',
  assistant: 'assistant',
  instructor: 'instructor',
};

/** Whether a cookie of this actor is worth anything at all. */
export const isSignedIn = (actor: Actor): boolean => actor !== 'nobody' && actor !== 'suspended';

/** Who may pass a door. `own`: of those roles, and of them only the student to whom it belongs. */
export type Audience =
  | { readonly kind: 'everybody' | 'visitors' | 'signed-in' | 'admin' | 'gone' }
  | { readonly kind: 'course' | 'own'; readonly roles: readonly Role[] };

export const everybody: Audience = { kind: 'everybody' };
/** Somebody signed in already is sent on. */
export const visitors: Audience = { kind: 'visitors' };
export const signedIn: Audience = { kind: 'signed-in' };
export const admin: Audience = { kind: 'admin' };
/** An address that answers 404 to all, such as a link that was used. */
export const gone: Audience = { kind: 'gone' };
const rolesOf = (acts: readonly Act[]): Role[] =>
  ROLES.filter((role) => acts.some((act) => rolesFor(act).includes(role)));
/** Whom the one table of roles and acts names for any of these acts. */
export const may = (...acts: Act[]): Audience => ({ kind: 'course', roles: rolesOf(acts) });
/** The same, and of the students only the one to whom it belongs. */
export const mayOwn = (...acts: Act[]): Audience => ({ kind: 'own', roles: rolesOf(acts) });

/** What a door says to an actor. `sent-on`: a redirect away from a page that is for visitors. */
export type Answer = 'open' | 'sign-in' | 'sent-on' | 'not-found' | 'forbidden';

export function expected(audience: Audience, actor: Actor): Answer {
  if ('roles' in audience) return inCourse(audience, actor);
  if (audience.kind === 'everybody') return 'open';
  if (audience.kind === 'gone') return 'not-found';
  if (audience.kind === 'visitors') return isSignedIn(actor) ? 'sent-on' : 'open';
  if (!isSignedIn(actor)) return 'sign-in';
  return audience.kind === 'signed-in' || actor === 'admin' ? 'open' : 'not-found';
}

function inCourse({ kind, roles }: Extract<Audience, { roles: unknown }>, actor: Actor): Answer {
  if (!isSignedIn(actor)) return 'sign-in';
  const role = ROLE_OF[actor];
  if (!role) return 'not-found';
  if (!roles.includes(role)) return 'forbidden';
  return kind === 'own' && actor !== 'student' ? 'not-found' : 'open';
}
