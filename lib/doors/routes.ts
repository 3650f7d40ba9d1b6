import { headers } from 'next/headers';
import { z } from 'zod';
import { type EnrolmentAs, enrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { type Refusal, type Result, refuse } from '@/lib/kernel/result';
import { apology } from './faults';
import { parseInput } from './input';
import { json } from './json';
import { isOwnOrigin } from './origin';
import { forbidden } from './refusals';
import { openRequest } from './request';

const STATUS: Readonly<Record<string, number>> = {
  invalid: 422,
  'wrong-content-type': 415,
  'signed-out': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'not-found': 404,
  'too-many': 429,
  fault: 500,
  unavailable: 503,
};

/** The status of a refusal, by its code: 409 where the table names none. */
export const statusOf = (code: string): number => STATUS[code] ?? 409;

type Params = Record<string, string | string[] | undefined>;
interface Context {
  readonly params: Promise<Params>;
}
export type Handler = (request: Request, context: Context) => Promise<Response>;

/** JSON of a result: the value, or `{ code, message }` under the status its code has. */
export function respond<T>(result: Result<T, string>): Response {
  const headers: Record<string, string> = { 'Cache-Control': 'private, no-store' };
  if (result.ok) return json(result.value ?? {}, { headers });
  const { code, message, fields } = result;
  if (code === 'unavailable') headers['Retry-After'] = '2';
  return json({ code, message, ...(fields && { fields }) }, { status: statusOf(code), headers });
}

/**
 * A route handler of a course: POST with a JSON body. The path's ids join the body under their own names (a body that names
 * one itself is refused by the strict schema); `course` is proved, not passed on.
 */
export function courseRoute<R extends Role, In, T, C extends string>(
  roles: readonly R[],
  schema: z.ZodType<In>,
  command: (ctx: Ctx, me: EnrolmentAs<R>, input: In) => Promise<Result<T, C>>,
): Handler {
  return coursePost(roles, schema, command, readBody, respond);
}

/** The same for a body that `read` reads and an answer that `tell` gives, which is asked with the request. */
export function coursePost<R extends Role, In, T, C extends string>(
  roles: readonly R[],
  schema: z.ZodType<In>,
  command: (ctx: Ctx, me: EnrolmentAs<R>, input: In) => Promise<Result<T, C>>,
  read: (request: Request) => Promise<Result<Record<string, unknown>, string>>,
  tell: (result: Result<unknown, string>, request: Request) => Response | Promise<Response>,
): Handler {
  return (request, { params }) => {
    const told = (result: Result<unknown, string>) => tell(result, request);
    const work = async (): Promise<Response> => {
      const { course, ...ids } = await params;
      const opened = await openRequest(typeof course === 'string' ? course : '');
      const me = admit(opened.viewer, opened.enrolment, roles);
      if (!me.ok) return told(me);
      const body = await read(request);
      if (!body.ok) return told(body);
      if (Object.keys(ids).some((id) => id in body.value)) return told(refuse('invalid', 'An id stands twice.'));
      const parsed = parseInput(schema, { ...body.value, ...ids });
      return told(parsed.ok ? await command(opened.ctx, me.value, parsed.value) : parsed);
    };
    return guarded(command.name, work, told);
  };
}

/** A GET of a course that answers what `query` returns: JSON, or a Response of its own (a CSV). Never writes. */
export function courseRead<R extends Role, In, T>(
  roles: readonly R[],
  schema: z.ZodType<In>,
  query: (ctx: Ctx, me: EnrolmentAs<R>, input: In) => Promise<Result<T, string> | Response>,
): Handler {
  return (request, { params }) =>
    guarded(query.name, async () => {
      const { course, ...ids } = await params;
      const opened = await openRequest(typeof course === 'string' ? course : '');
      const me = admit(opened.viewer, opened.enrolment, roles);
      if (!me.ok) return respond(me);
      const parsed = parseInput(schema, { ...Object.fromEntries(new URL(request.url).searchParams), ...ids });
      if (!parsed.ok) return respond(parsed);
      const answer = await query(opened.ctx, me.value, parsed.value);
      return answer instanceof Response ? answer : respond(answer);
    });
}

/** A GET for somebody signed in, outside any course. */
export function viewerRead<In, T>(
  schema: z.ZodType<In>,
  query: (ctx: Ctx, viewer: Viewer, input: In, request: Request) => Promise<Result<T, string> | Response>,
): Handler {
  return (request, { params }) =>
    guarded(query.name, async () => {
      const { ctx, viewer } = await openRequest(null);
      if (!viewer) return respond(refuse('signed-out', 'Sign in first.'));
      const parsed = parseInput(schema, {
        ...Object.fromEntries(new URL(request.url).searchParams),
        ...(await params),
      });
      if (!parsed.ok) return respond(parsed);
      const answer = await query(ctx, viewer, parsed.value, request);
      return answer instanceof Response ? answer : respond(answer);
    });
}

/** A GET that anybody may ask: health. Opens no session. */
export function openRead(query: () => Promise<Response>): () => Promise<Response> {
  return () => guarded(query.name, query);
}

function admit<R extends Role>(viewer: Viewer | null, enrolment: EnrolmentAs<Role> | null, roles: readonly R[]) {
  if (!viewer) return refuse('signed-out', 'You are signed out. Sign in again; what you wrote is kept on this device.');
  if (!enrolment) return refuse('not-found', 'There is nothing here under this address.');
  const me = enrolmentAs(enrolment, roles);
  return me ? ({ ok: true, value: me } as const) : forbidden(enrolment);
}

/** A handler of somebody else's (next-auth's) that changes something: asked from our own pages only, as every other. */
export function fromOwnPages<A extends readonly unknown[]>(handler: (...given: A) => Promise<Response>) {
  return async (...given: A): Promise<Response> => {
    const foreign = await refuseForeign();
    return foreign ? respond(foreign) : handler(...given);
  };
}

/** A refusal for what no page of this site sent; null for what one did. */
export async function refuseForeign() {
  const from = await headers();
  if (isOwnOrigin(from.get('origin'), from.get('host'))) return null;
  return refuse('foreign-origin', 'This request did not come from a page of this site, so nothing was done.');
}

const Body = z.record(z.string(), z.unknown());

// Route handlers have no origin check of their own. JSON only, so that no plain form of another site reaches a command.
async function readBody(request: Request): Promise<Result<Record<string, unknown>, string>> {
  const foreign = await refuseForeign();
  if (foreign) return foreign;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refuse('wrong-content-type', 'Send JSON, with Content-Type: application/json.');
  }
  const parsed = Body.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return refuse('invalid', 'The body is not a JSON object.');
  return { ok: true, value: parsed.data };
}

/** Runs what a handler does. A fault is logged, and told with its number. */
export async function guarded(
  name: string,
  work: () => Promise<Response>,
  tell: (fault: Refusal<string>) => Response | Promise<Response> = respond,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return tell(apology(error, name));
  }
}
