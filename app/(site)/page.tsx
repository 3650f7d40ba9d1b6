import { AdminHome } from '@/components/home/admin-home';
import { DueList } from '@/components/home/due-list';
import { HomeCourse } from '@/components/home/home-course';
import { JoinForm } from '@/components/home/join-form';
import { Landing } from '@/components/home/landing';
import { NeedsYou } from '@/components/home/needs-you';
import { WeekStrip } from '@/components/home/week-strip';
import { ContinueCard } from '@/components/lesson/continue-card';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { Static } from '@/components/ui/static';
import { adminOf } from '@/lib/authz/admin';
import { openPage } from '@/lib/doors/pages';
import { listNeedsYou } from '@/lib/gradebook/needs-you';
import type { Ctx, Viewer } from '@/lib/kernel/ctx';
import { counted } from '@/lib/lessons/rules';
import { getSiteOverview } from '@/lib/people/site-overview';
import { getHome } from '@/lib/progress/home';
import { placeToContinue } from '@/lib/progress/rules';

export default async function HomePage() {
  const { ctx, viewer, unread } = await openPage();
  return (
    <>
      <PageTitle />
      {viewer ? <OwnHome ctx={ctx} viewer={viewer} unread={unread} /> : <Landing />}
    </>
  );
}

const PAGE = 'pt-8 pb-16 sm:pt-12';
const TITLE = <h1 className="sr-only">Home</h1>;
const HEAD = 'mb-3 font-semibold text-ink-2 text-ui';

async function OwnHome({ ctx, viewer, unread }: { ctx: Ctx; viewer: Viewer; unread: number }) {
  const admin = adminOf(viewer);
  const [{ courses, due, week }, site] = await Promise.all([
    getHome(ctx, viewer),
    admin && getSiteOverview(ctx, admin),
  ]);
  if (courses.length === 0 && !site) return <NoCourses name={viewer.displayName} />;
  const studying = courses.filter(({ role }) => role === 'student');
  const teaching = courses.filter(({ role }) => role !== 'student');
  const needs = teaching.length > 0 ? await listNeedsYou(ctx, viewer) : new Map();
  // The course last worked in comes first, and with it the way on.
  const [current] = studying;
  return (
    <Static className={PAGE}>
      {TITLE}
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0 space-y-12">
          {current ? (
            <ContinueCard
              course={current.slug}
              courseTitle={current.title}
              place={placeToContinue(current.lessons)}
              lessons={current.lessons}
            />
          ) : null}
          {teaching.length > 0 ? (
            <section aria-labelledby="needs-title">
              <h2 id="needs-title" className="mb-4 font-serif text-h2">
                Needs you
              </h2>
              <div className="space-y-8">
                {teaching.map((course) => {
                  const waiting = needs.get(course.slug);
                  return waiting ? (
                    <NeedsYou key={course.slug} course={course} needs={waiting} showTitle={teaching.length > 1} />
                  ) : null;
                })}
              </div>
            </section>
          ) : null}
          {site ? <AdminHome site={site} now={ctx.now} zone={viewer.timeZone} /> : null}
          {courses.length > 0 ? (
            <section aria-labelledby="courses-title">
              <h2 id="courses-title" className={HEAD}>
                Your courses
              </h2>
              <ul className="border-line border-b">
                {courses.map((course) => (
                  <HomeCourse key={course.slug} course={course} needs={needs.get(course.slug)} />
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        {courses.length > 0 ? (
          <aside aria-label="At a glance" className="space-y-9">
            {studying.length > 0 ? (
              <section aria-labelledby="due-title">
                <h2 id="due-title" className={HEAD}>
                  Due next
                </h2>
                <DueList due={due} now={ctx.now} zone={viewer.timeZone} />
              </section>
            ) : null}
            <section aria-labelledby="inbox-title">
              <h2 id="inbox-title" className={HEAD}>
                Inbox
              </h2>
              <p className="text-ink-2 text-ui">
                <a href="/inbox" className="inline-block py-1 text-link underline underline-offset-3">
                  {unread === 0 ? 'Nothing unread' : counted(unread, 'unread notice')}
                </a>
              </p>
            </section>
            {studying.length > 0 ? (
              <section aria-labelledby="week-title">
                <h2 id="week-title" className={HEAD}>
                  Your week
                </h2>
                <WeekStrip week={week} now={ctx.now} zone={viewer.timeZone} />
              </section>
            ) : null}
          </aside>
        ) : null}
      </div>
    </Static>
  );
}

function NoCourses({ name }: { name: string }) {
  return (
    <div className={PAGE}>
      {TITLE}
      <EmptyState
        title={`Welcome, ${name}`}
        why="You are in no course yet. Your instructor has a code such as “k7mq-w2xd”, or a link: with either you are in."
        action={<JoinForm />}
      />
    </div>
  );
}
