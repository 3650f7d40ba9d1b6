import { cookies, headers } from 'next/headers';
import type { z } from 'zod';
import { type Admin, adminOf } from '@/lib/authz/admin';
import { type EnrolmentAs, enrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { type Refusal, type Result, refuse } from '@/lib/kernel/result';
import { apology } from './faults';
import { parseInput, withTyped } from './input';
import { isOwnOrigin } from './origin';
import { forbidden } from './refusals';
import { openRequest } from './request';

/** Refusals that a door itself can give, beside the command's own. */
export type DoorCode =
  | 'invalid'
  | 'signed-out'
  | 'not-found'
  | 'forbidden'
  | 'foreign-origin'
  | 'fault'
  | 'unavailable';
export type ActionResult<T, C extends string> = Result<T, C | DoorCode>;
/** What the form's last answer was; React hands it in, no command reads it. */
type Before = Result<unknown, string> | null;

const signedOut = () => refuse('signed-out', 'You are signed out. Sign in again; what you wrote stays on this page.');
const notFound = () => refuse('not-found', 'There is nothing here under this address.');

/**
 * A server action of a course. Proves, parses, calls the command; `actions.ts` files hold lines like this only:
 * `export const createPost = courseAction(['student', 'instructor'], CreatePost, createPostCommand)`.
 * Call it as `createPost(courseSlug, null, input)`, or bind the slug and hand it to useActionState.
 */
export function courseAction<R extends Role, In, T, C extends string>(
  roles: readonly R[],
  schema: z.ZodType<In>,
  command: (ctx: Ctx, me: EnrolmentAs<R>, input: In) => Promise<Result<T, C>>,
) {
  return async (course: string, _before: Before, input: unknown): Promise<ActionResult<T, C>> =>
    guarded(command.name, input, async () => {
      const { ctx, viewer, enrolment } = await openRequest(typeof course === 'string' ? course : '');
      if (!viewer) return signedOut();
      if (!enrolment) return notFound();
      const me = enrolmentAs(enrolment, roles);
      if (!me) return forbidden(enrolment);
      const parsed = parseInput(schema, input);
      return parsed.ok ? command(ctx, me, parsed.value) : parsed;
    });
}

/** A server action for somebody signed in, outside any course. */
export function viewerAction<In, T, C extends string>(
  schema: z.ZodType<In>,
  command: (ctx: Ctx, viewer: Viewer, input: In) => Promise<Result<T, C>>,
) {
  return async (_before: Before, input: unknown): Promise<ActionResult<T, C>> =>
    guarded(command.name, input, async () => {
      const { ctx, viewer } = await openRequest(null);
      if (!viewer) return signedOut();
      const parsed = parseInput(schema, input);
      return parsed.ok ? command(ctx, viewer, parsed.value) : parsed;
    });
}

/** A server action of the site's administration. */
export function adminAction<In, T, C extends string>(
  schema: z.ZodType<In>,
  command: (ctx: Ctx, admin: Admin, input: In) => Promise<Result<T, C>>,
) {
  return async (_before: Before, input: unknown): Promise<ActionResult<T, C>> =>
    guarded(command.name, input, async () => {
      const { ctx, viewer } = await openRequest(null);
      if (!viewer) return signedOut();
      const admin = adminOf(viewer);
      if (!admin) return notFound();
      const parsed = parseInput(schema, input);
      return parsed.ok ? command(ctx, admin, parsed.value) : parsed;
    });
}

/** What a visitor's command learns of the request besides its input. */
export interface Visitor {
  /** The peer's address as our own server saw it; the key of throttles. */
  readonly address: string;
}

/** A server action that needs no account: signing up, using a link. */
export function visitorAction<In, T, C extends string>(
  schema: z.ZodType<In>,
  command: (ctx: Ctx, visitor: Visitor, input: In) => Promise<Result<T, C>>,
) {
  return async (_before: Before, input: unknown): Promise<ActionResult<T, C>> =>
    guarded(command.name, input, async () => {
      const { ctx } = await openRequest(null);
      const parsed = parseInput(schema, input);
      if (!parsed.ok) return parsed;
      return command(ctx, { address: peerAddress(await headers()) }, parsed.value);
    });
}

/** The peer's address, from the header that only our own server can set (cli/serve/guard.mjs). */
export function peerAddress(from: { get(name: string): string | null }): string {
  return from.get('x-lectern-peer') ?? 'unknown';
}

/** Runs what an action does, for pages of this site only. A refusal, whatever it says, brings back what was typed. */
async function guarded<T, C extends string>(
  name: string,
  input: unknown,
  work: () => Promise<ActionResult<T, C>>,
): Promise<ActionResult<T, C>> {
  const from = await headers();
  if (!isOwnOrigin(from.get('origin'), from.get('host'))) return withTyped(foreignOrigin(), input);
  // Reading cookies marks the action as personal, so that nothing of it is ever cached.
  await cookies();
  try {
    return withTyped(await work(), input);
  } catch (error) {
    return withTyped(apology(error, name), input);
  }
}

const foreignOrigin = (): Refusal<'foreign-origin'> =>
  refuse('foreign-origin', 'This request did not come from a page of this site, so nothing was done.');
