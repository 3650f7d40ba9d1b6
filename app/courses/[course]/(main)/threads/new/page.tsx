import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageTitle } from '@/components/shell/page-title';
import { QuotedPassage } from '@/components/thread/quoted-passage';
import { RealPostNote } from '@/components/thread/real-post-note';
import { ThreadForm } from '@/components/thread/thread-form';
import { PageHead } from '@/components/ui/page-head';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { findPassage, listLessonsToDiscuss } from '@/lib/threads/queries';
import { mayAnnounce } from '@/lib/threads/rules';
import { ThreadFilter } from '@/lib/threads/schema';
import { createAnnouncement, createThread, previewPost } from '../actions';
import '@/app/threads.css';

interface Props {
  readonly params: Promise<{ course: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const Asked = ThreadFilter.pick({ lesson: true, passage: true }).extend({
  kind: z.literal('announcement').nullable().catch(null).default(null),
  quote: z.string().max(1_000).nullable().catch(null).default(null),
});

export default async function NewThreadPage({ params, searchParams }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const asked = Asked.parse(await searchParams);
  const announcing = asked.kind === 'announcement';
  if (announcing && !mayAnnounce(me)) notFound();
  const [passage, lessons] = await Promise.all([
    asked.passage && !announcing ? findPassage(ctx, me, asked.passage) : null,
    listLessonsToDiscuss(ctx, me),
  ]);
  if (asked.passage && !announcing && !passage) notFound();
  const quote = passage && asked.quote && passage.text.includes(asked.quote) ? asked.quote : null;
  const home = `/courses/${course}/threads`;
  const about = announcing ? 'announcement' : (asked.passage ?? asked.lesson ?? 'course');
  return (
    <>
      <PageTitle>A new thread</PageTitle>
      <PageHead
        title={announcing ? 'An announcement' : passage ? `On passage ${passage.number}` : 'A new thread'}
        standfirst={
          announcing
            ? 'It stays at the top of the talk and goes to everybody’s inbox.'
            : 'Everybody in the course can read it and answer.'
        }
        crumbs={[{ label: 'Talk', href: home }]}
      />
      {passage ? (
        <div className="mb-8">
          <QuotedPassage
            text={quote ?? passage.text}
            whole={quote === null}
            at={{ number: passage.number, href: `/courses/${course}/lessons/${passage.lessonSlug}#${asked.passage}` }}
          />
        </div>
      ) : null}
      {me.previewSince ? <RealPostNote /> : null}
      <ThreadForm
        once={crypto.randomUUID()}
        draft={`${me.enrolmentId}:new:${about}`}
        home={home}
        announcing={announcing}
        passage={passage ? asked.passage : null}
        quote={quote}
        lessons={lessons}
        lesson={asked.lesson}
        action={(announcing ? createAnnouncement : createThread).bind(null, course)}
        preview={previewPost.bind(null, course)}
      />
    </>
  );
}
