import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PageTitle } from '@/components/shell/page-title';
import { EditForm, HideForm, OnePostForm } from '@/components/thread/post-forms';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { StoredHtml } from '@/components/ui/stored-html';
import { Time } from '@/components/ui/time';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { factsOf } from '@/lib/threads/lock-post';
import { findPost, hasDeleted, listEditions } from '@/lib/threads/queries';
import { mayDelete, mayEdit, mayHide, mayShow } from '@/lib/threads/rules';
import { deletePost, editPost, hidePost, previewPost, showPost } from '../../../actions';
import '@/app/threads.css';

interface Props {
  readonly params: Promise<{ course: string; thread: string; post: string }>;
}

const H2 = 'mb-3 font-serif text-h3';

export default async function PostPage({ params }: Props) {
  const { course, thread, post: id } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const known = z.uuid().safeParse(id).success && z.uuid().safeParse(thread).success;
  const post = known ? await findPost(ctx, me, id) : null;
  const home = `/courses/${course}/threads`;
  const back = `${home}/${thread}`;
  if (!post || post.thread_id !== thread) {
    if (!known || !(await hasDeleted(ctx, me, thread, id))) notFound();
    return <Deleted back={back} home={home} />;
  }
  const facts = factsOf(post);
  const editions = await listEditions(ctx, post);
  const to = `${back}#post-${id}`;
  const section = 'border-line border-t py-6';
  return (
    <div className="max-w-2xl pb-16">
      <PageTitle>{`A post by ${post.author ?? 'a former member'} · ${me.courseTitle}`}</PageTitle>
      <PageHead
        title={`A post by ${post.author ?? 'a former member'}`}
        crumbs={[
          { label: 'Talk', href: home },
          { label: post.thread_title, href: to },
        ]}
      />
      {post.hidden ? (
        <Notice tone="warn" title="Hidden from the class" className="mb-6">
          <p>Reason: {post.reason ?? 'none given'}</p>
        </Notice>
      ) : null}
      {mayEdit(me, facts) ? (
        <section id="edit" data-lands className={section}>
          <h2 className={H2}>Edit</h2>
          <EditForm
            post={id}
            markdown={post.markdown}
            version={post.version}
            draft={`${me.enrolmentId}:edit:${id}:${post.version}`}
            to={to}
            action={editPost.bind(null, course)}
            preview={previewPost.bind(null, course)}
          />
          <p className="mt-3 text-ink-2 text-ui-s">The class sees that it was edited, and what it said before.</p>
        </section>
      ) : null}
      {mayDelete(me, facts) ? (
        <section id="delete" data-lands className={section}>
          <h2 className={H2}>Delete</h2>
          <p className="mb-3 text-ink-2 text-ui">
            A line in its place says that you deleted it. Replies to it stay. It cannot be brought back.
          </p>
          <OnePostForm
            post={id}
            to={back}
            button="Delete this post"
            variant="danger"
            action={deletePost.bind(null, course)}
          />
        </section>
      ) : null}
      {mayHide(me, facts) ? (
        <section id="hide" data-lands className={section}>
          <h2 className={H2}>Hide from the class</h2>
          <p className="mb-3 text-ink-2 text-ui">
            Students no longer see it{post.opening ? ', nor the thread it opens' : ''}; its author does, with your
            reason. You can show it again.
          </p>
          <HideForm post={id} to={to} action={hidePost.bind(null, course)} />
        </section>
      ) : null}
      {mayShow(me, facts) ? (
        <section id="show" data-lands className={section}>
          <h2 className={H2}>Show it again</h2>
          <OnePostForm
            post={id}
            to={to}
            button="Show this post"
            variant="secondary"
            action={showPost.bind(null, course)}
          />
        </section>
      ) : null}
      <section id="history" data-lands className={section}>
        <h2 className={H2}>{editions.length > 1 ? `History: ${editions.length} versions` : 'What it says'}</h2>
        <ol className="space-y-6">
          {editions.map(({ n, html, at }) => (
            <li key={n}>
              <h3 className="mb-1 text-ink-2 text-ui-s">
                {editions.length > 1 ? `Version ${n}${n === post.version ? ', the present one' : ''} · ` : ''}
                <Time at={at} zone={me.timeZone} now={ctx.now} />
              </h3>
              <StoredHtml html={html} className="prose-ui" />
            </li>
          ))}
        </ol>
      </section>
      <Link href={to} prefetch={false} className="inline-block py-2 text-link text-ui underline underline-offset-3">
        Back to the thread
      </Link>
    </div>
  );
}

function Deleted({ back, home }: { back: string; home: string }) {
  return (
    <>
      <PageTitle>You deleted this post</PageTitle>
      <PageHead title="You deleted this post" crumbs={[{ label: 'Talk', href: home }]} />
      <Link href={back} prefetch={false} className="inline-block py-2 text-link text-ui underline underline-offset-3">
        Back to the thread
      </Link>
    </>
  );
}
