import { AdminNav } from '@/components/people/admin-nav';
import { AssignForm, LoadForm } from '@/components/people/course-forms';
import { PageTitle } from '@/components/shell/page-title';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { listLoadable } from '@/lib/course-package/load-named';
import { requireAdmin } from '@/lib/doors/pages';
import { listCourses } from '@/lib/people/administer';
import { assignInstructor, loadCourse } from '../actions';

const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export default async function AdminCoursesPage() {
  const { ctx, admin } = await requireAdmin();
  const courses = await listCourses(ctx, admin);
  const folders = listLoadable();
  return (
    <>
      <PageTitle>Courses of this site</PageTitle>
      <PageHead title="Courses" standfirst="Load a course from its text, then name who teaches it." />
      <AdminNav here="/admin/courses" />
      <div className="grid gap-x-16 gap-y-12 pb-16 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="courses">
          <h2 id="courses" className="mb-4 font-serif text-h3">
            On this site
          </h2>
          {courses.length === 0 ? (
            <EmptyState title="No course yet" why="Load one from a folder beside this." />
          ) : (
            <ul className="divide-y divide-line border-line border-y">
              {courses.map(({ id, title, slug, enrolments, _count }) => (
                <li key={id} className="grid gap-3 py-5">
                  <div>
                    <h3 className="font-serif text-h3">{title}</h3>
                    <p className="text-ink-2 text-ui-s">
                      /courses/{slug} · {counted(_count.lessons, 'lesson')} · {counted(_count.enrolments, 'student')}
                    </p>
                    <p className="mt-1 text-ui">
                      {enrolments.length === 0
                        ? 'Nobody teaches it yet.'
                        : `Taught by ${enrolments.map(({ person }) => person?.displayName ?? 'somebody who is gone').join(', ')}`}
                    </p>
                  </div>
                  <AssignForm action={assignInstructor} course={id} title={title} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="load">
          <h2 id="load" className="mb-2 font-serif text-h3">
            Load from text
          </h2>
          <p className="mb-3 text-ink-2 text-ui">
            Folders of content/ that hold a course. Loading one again takes over what changed; attempts in progress keep
            what they had.
          </p>
          {folders.length === 0 ? (
            <p className="text-ui">content/ holds no course.</p>
          ) : (
            <ul className="divide-y divide-line border-line border-y">
              {folders.map((folder) => (
                <li key={folder}>
                  <LoadForm action={loadCourse} folder={folder} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}
