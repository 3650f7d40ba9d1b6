import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { endAttempt } from '@/lib/attempts/end-attempt';
import type { Enrolment, EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { isHttps } from '@/lib/kernel/env';
import { done, type Result } from '@/lib/kernel/result';
import { previewCookie, writePreview } from './claims';

const RULES = () => ({ httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/' }) as const;

/** Ends the preview of this browser, if there is one: also when it signs in or out. */
export async function forgetPreview(): Promise<void> {
  const jar = await cookies();
  if (jar.get(previewCookie())) jar.set(previewCookie(), '', { ...RULES(), maxAge: 0 });
}

/** Where in the course somebody is: the address behind `/courses/<course>`. */
export const Whereabouts = z.strictObject({ at: z.string().max(300) });
type Whereabouts = z.infer<typeof Whereabouts>;

const WITHIN = /^(?:\/[a-z0-9-]+)*$/;
const placeIn = ({ courseSlug }: Enrolment, within: string): string =>
  `/courses/${courseSlug}${WITHIN.test(within) ? within : ''}`;

/**
 * From now on this browser sees the course as a student does, beginning afresh: what they attempted before is not of it. From a
 * page that no student has it leads to the outline.
 */
export async function startPreview(
  ctx: Ctx,
  me: EnrolmentAs<'assistant' | 'instructor'>,
  { at }: Whereabouts,
): Promise<Result<null>> {
  const open = { enrolmentId: me.enrolmentId, state: 'open', quiz: { courseId: me.courseId } };
  for (const { id } of await ctx.db.attempt.findMany({ where: open, select: { id: true } }))
    await endAttempt(ctx, { attemptId: id, enrolmentId: me.enrolmentId });
  const value = writePreview({ course: me.courseSlug, since: ctx.now });
  // No maxAge: it ends with the browser, if not before.
  (await cookies()).set(previewCookie(), value, RULES());
  redirect(placeIn(me, at.startsWith('/teach') ? '' : at));
}

/** Back to what they are in the course, on the page where they stand; from one that only students have, on the outline. */
export async function endPreview(_ctx: Ctx, me: Enrolment, { at }: Whereabouts): Promise<Result<null>> {
  await forgetPreview();
  if (at.startsWith('/grades')) redirect(placeIn(me, ''));
  return done(null);
}
