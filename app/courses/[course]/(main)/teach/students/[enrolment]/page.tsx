import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { AttemptList } from '@/components/scores/attempt-list';
import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Time } from '@/components/ui/time';
import { STAFF } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { findStudent } from '@/lib/gradebook/student';
import { plainText } from '@/lib/question-types/inline';

export default async function StudentPage({ params }: { params: Promise<{ course: string; enrolment: string }> }) {
  const { course, enrolment } = await params;
  const { ctx, me } = await requireEnrolment(course, STAFF);
  const student = z.uuid().safeParse(enrolment).success ? await findStudent(ctx, me, enrolment) : null;
  if (!student) notFound();
  return (
    <>
      <PageTitle>{`${student.name} · ${me.courseTitle}`}</PageTitle>
      <PageHead
        title={student.name}
        crumbs={[{ href: `/courses/${course}/teach/scores`, label: 'Scores' }]}
        standfirst={
          <>
            {student.email}
            {'\u00a0· '}joined <Time at={student.joined_at} zone={me.timeZone} style="date" now={ctx.now} />
            {'\u00a0· '}
            {student.last_active_at ? (
              <>
                last active <Time at={student.last_active_at} zone={me.timeZone} style="relative" now={ctx.now} />
              </>
            ) : (
              'not seen yet'
            )}
            {student.ended_at && '\u00a0· no longer in this course'}
          </>
        }
      />
      <section aria-labelledby="attempts" className="mb-10">
        <h2 id="attempts" className="text-h3 font-serif mb-3">
          Attempts
        </h2>
        <AttemptList course={course} attempts={student.attempts} zone={me.timeZone} now={ctx.now} />
      </section>
      <section aria-labelledby="reading" className="mb-10 max-w-3xl">
        <h2 id="reading" className="text-h3 font-serif mb-3">
          Reading
        </h2>
        <ul className="border-t border-line">
          {student.lessons.map((lesson) => (
            <li
              key={lesson.slug}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2 text-ui"
            >
              <span className="w-full sm:w-auto sm:flex-1">
                {lesson.position}. {lesson.title}
              </span>
              <span className="w-32">
                <ProgressBar value={lesson.read} max={lesson.passages} label={`Read of lesson ${lesson.position}`} />
              </span>
              <span className="tabular-nums text-ink-2 sm:w-28 sm:text-end">
                {lesson.read} of {lesson.passages} read
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="posts" className="mb-16 max-w-3xl">
        <h2 id="posts" className="text-h3 font-serif mb-3">
          Posts
        </h2>
        {student.posts.length === 0 && <p className="text-ui text-ink-2">Nothing written in the threads yet.</p>}
        <ul className="border-t border-line empty:border-0">
          {student.posts.map((post) => (
            <li key={post.post_id} className="border-b border-line py-3 text-ui">
              <p>
                <Link
                  href={`/courses/${course}/threads/${post.thread_id}#post-${post.post_id}`}
                  className="text-link underline"
                >
                  {post.thread_title}
                </Link>{' '}
                <span className="text-ink-3">
                  <Time at={post.created_at} zone={me.timeZone} style="datetime" now={ctx.now} />
                  {post.deleted && ' · deleted'}
                  {post.hidden && ' · hidden'}
                </span>
              </p>
              {!post.deleted && <p className="line-clamp-3 text-ink-2">{wordsOf(post.markdown)}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** A post as one run of words: marks of quotations, lists and emphasis say nothing in three lines. */
const wordsOf = (markdown: string): string => plainText(markdown.replace(/^ {0,3}(?:>|[-*+]|#+) +/gm, ''));
