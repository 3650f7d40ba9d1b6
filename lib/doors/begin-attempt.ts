import { redirect } from 'next/navigation';
import type { StartAttempt } from '@/lib/attempts/schema';
import { startAttempt } from '@/lib/attempts/start-attempt';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';

/** Starts an attempt, or goes on with the open one, and goes to it. Refused as `startAttempt` refuses. */
export async function beginAttempt(ctx: Ctx, me: Enrolment, input: StartAttempt) {
  const started = await startAttempt(ctx, me, input);
  if (!started.ok) return started;
  redirect(`/courses/${me.courseSlug}/attempts/${started.value.attemptId}`);
}
