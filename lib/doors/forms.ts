import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { type Result, refuse } from '@/lib/kernel/result';
import { peerAddress, type Visitor } from './actions';
import { parseInput } from './input';
import { openRequest } from './request';
import { returnTo } from './return-to';
import { guarded, refuseForeign, respond } from './routes';

/**
 * A route handler for a plain form, which may stand in markup that React knows nothing of; needs no account. Answers with 303: on
 * to where the command redirects, or back to the page that the form was on.
 */
export function visitorForm<In, T, C extends string>(
  schema: z.ZodType<In>,
  command: (ctx: Ctx, visitor: Visitor, input: In) => Promise<Result<T, C>>,
): (request: Request) => Promise<Response> {
  return (request) =>
    guarded(command.name, async () => {
      const form = await readForm(request);
      if (!form.ok) return respond(form);
      const { ctx } = await openRequest(null);
      const parsed = parseInput(schema, form.value);
      if (!parsed.ok) return respond(parsed);
      const from = await headers();
      const result = await command(ctx, { address: peerAddress(from) }, parsed.value);
      return result.ok ? seeOther(pageIn(from.get('referer'))) : respond(result);
    });
}

async function readForm(request: Request): Promise<Result<FormData, string>> {
  const foreign = await refuseForeign();
  if (foreign) return foreign;
  // Exactly as browsers send it: to this, and no other type, Next answers a command's redirect with 303.
  if (request.headers.get('content-type') !== 'application/x-www-form-urlencoded')
    return refuse('wrong-content-type', 'Send a form, with Content-Type: application/x-www-form-urlencoded.');
  return { ok: true, value: await request.formData() };
}

/** The path on this site of the address that a browser says it came from. */
function pageIn(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return returnTo(pathname + search);
}

const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'private, no-store' } });
