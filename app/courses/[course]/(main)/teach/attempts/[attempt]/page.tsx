import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffItem } from '@/components/scores/staff-item';
import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';
import { Static } from '@/components/ui/static';
import { Time } from '@/components/ui/time';
import { STAFF } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { findAttemptForStaff } from '@/lib/gradebook/attempt';
import { pointsText } from '@/lib/gradebook/rules';
import { STATE_WORDS } from '@/lib/gradebook/schema';

export default async function StaffAttemptPage({ params }: { params: Promise<{ course: string; attempt: string }> }) {
  const { course, attempt: attemptId } = await params;
  const { ctx, me } = await requireEnrolment(course, STAFF);
  const attempt = z.uuid().safeParse(attemptId).success ? await findAttemptForStaff(ctx, me, attemptId) : null;
  if (!attempt) notFound();
  const zone = me.timeZone;
  const isStudent = attempt.role === 'student';
  const lastSave = Math.max(...attempt.items.flatMap(({ history }) => history.map(({ at }) => at.getTime())));
  const days = lastSave - attempt.started_at.getTime() > 12 * 3_600_000;
  return (
    <>
      <PageTitle>{`${attempt.student}, attempt ${attempt.n} · ${attempt.quiz_title}`}</PageTitle>
      <Static>
        <PageHead
          title={`${attempt.student}, attempt ${attempt.n}`}
          crumbs={[
            { href: `/courses/${course}/teach/scores`, label: 'Scores' },
            ...(isStudent
              ? [{ href: `/courses/${course}/teach/students/${attempt.enrolment_id}`, label: attempt.student }]
              : []),
          ]}
          standfirst={
            <>
              {attempt.quiz_title} · {STATE_WORDS[attempt.state]}
              {attempt.points !== null &&
                ` · ${pointsText(attempt.points)} of ${pointsText(attempt.max_points)} points`}
              {!isStudent && ' · a preview by staff: it counts nowhere'}
            </>
          }
        />
        <dl className="text-ui text-ink-2 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1 mb-8">
          <dt>Started</dt>
          <dd>
            <Time at={attempt.started_at} zone={zone} now={ctx.now} style="datetime" />
          </dd>
          {attempt.deadline_at && (
            <>
              <dt>Deadline</dt>
              <dd>
                <Time at={attempt.deadline_at} zone={zone} now={ctx.now} style="datetime" />
              </dd>
            </>
          )}
          {attempt.submitted_at && (
            <>
              <dt>Ended</dt>
              <dd>
                <Time at={attempt.submitted_at} zone={zone} now={ctx.now} style="datetime" />{' '}
                {attempt.ended_by === 'deadline' ? 'because time was up' : 'by the student'}
              </dd>
            </>
          )}
          {attempt.receipt && (
            <>
              <dt>Receipt</dt>
              <dd className="font-mono break-all">{attempt.receipt}</dd>
            </>
          )}
        </dl>
      </Static>
      <Static as="ol" className="space-y-10 max-w-3xl">
        {attempt.items.map((item) => (
          <StaffItem key={item.item_id} item={item} days={days} zone={zone} />
        ))}
      </Static>
    </>
  );
}
