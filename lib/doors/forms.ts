import { headers } from 'next/headers';
import type { z } from 'zod';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Role } from '@/lib/authz/roles';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { peerAddress, type Visitor } from './actions';
import { formObject, parseInput } from './input';
import { refusalPage } from './refusal-page';
import { openRequest } from './request';
import { returnTo } from './return-to';
import { coursePost, guarded, type Handler, refuseForeign, respond } from './routes';
import { readTheme } from './theme';

// Plain forms, which may stand in markup that React knows nothing of (decision 17). A browser is answered with 303, back to the
// page that the form was on, or with a page that says why nothing was done; a script that asks for JSON gets what other routes give.

/** A route handler for a plain form that needs no account. Leads to where the command redirects, or back. */
export function visitorForm<In, T, C extends string>(
  schema: z.ZodType<In>,
  command: (ctx: Ctx, visitor: Visitor, input: In) => Promise<Result<T, C>>,
): (request: Request) => Promise<Response> {
  return (request) => {
    const told = (result: Result<unknown, string>) => tell(result, request);
    const work = async (): Promise<Response> => {
      const form = await readForm(request);
      if (!form.ok) return told(form);
      const { ctx } = await openRequest(null);
      const parsed = parseInput(schema, form.value);
      return told(parsed.ok ? await command(ctx, { address: peerAddress(await headers()) }, parsed.value) : parsed);
    };
    return guarded(command.name, work, told);
  };
}

/** The same for a plain form of a course; the address's ids join its fields, as `courseRoute` has it. */
export function courseForm<R extends Role, In, T, C extends string>(
  roles: readonly R[],
  schema: z.ZodType<In>,
  command: (ctx: Ctx, me: EnrolmentAs<R>, input: In) => Promise<Result<T, C>>,
): Handler {
  return coursePost(roles, schema, command, readForm, tell);
}

async function readForm(request: Request): Promise<Result<Record<string, unknown>, string>> {
  const foreign = await refuseForeign();
  if (foreign) return foreign;
  // Exactly as browsers send it: to this, and no other type, Next answers a command's redirect with 303.
  if (request.headers.get('content-type') !== 'application/x-www-form-urlencoded')
    return refuse('wrong-content-type', 'Send a form, with Content-Type: application/x-www-form-urlencoded.');
  return done(formObject(await request.formData()));
}

async function tell(result: Result<unknown, string>, request: Request): Promise<Response> {
  if (request.headers.get('accept') === 'application/json') return respond(result);
  const page = pageIn((await headers()).get('referer'));
  if (result.ok) return seeOther(page);
  if (result.code === 'signed-out') return seeOther(`/sign-in?next=${encodeURIComponent(page)}`);
  return refusalPage(result, page, await readTheme());
}

/** The path on this site of the address that a browser says it came from. */
function pageIn(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return returnTo(pathname + search);
}

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'private, no-store' } });
