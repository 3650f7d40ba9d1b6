import { JoinForm } from '@/components/home/join-form';
import { JoinButton } from '@/components/people/join-button';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import type { Role } from '@/lib/authz/roles';
import { openPage } from '@/lib/doors/pages';
import { findJoinable, findPlace, NOT_NOW } from '@/lib/people/join-course';
import { joinCourse } from './actions';

interface Props {
  readonly params: Promise<{ code: string }>;
}

const AS = { student: 'a student', assistant: 'an assistant', instructor: 'an instructor' } as const;

/** Says which course a code opens, to a visitor too: an invite link must not end at a locked door. */
export default async function JoinByCodePage({ params }: Props) {
  const { ctx, viewer } = await openPage();
  const code = decodeURIComponent((await params).code);
  const found = await findJoinable(ctx, code);
  if (!found) {
    return (
      <>
        <PageTitle>Join a course</PageTitle>
        <PageHead
          title="No course has this code"
          standfirst="Check it letter by letter. An invite link works once, for two weeks."
        />
        <JoinForm code={code} />
      </>
    );
  }
  const place = viewer ? await findPlace(ctx, viewer, found) : null;
  return (
    <>
      <PageTitle>Join a course</PageTitle>
      <PageHead title={found.title} standfirst={found.subtitle} />
      <div className="max-w-read space-y-6 pb-16">
        {viewer && place?.state === 'in' ? (
          <AlreadyIn slug={found.slug} role={place.role} />
        ) : place?.state === 'removed' ? (
          <Notice tone="info">
            <p>{NOT_NOW.removed}</p>
          </Notice>
        ) : !found.open ? (
          <Notice tone="info">
            <p>{NOT_NOW.closed}</p>
          </Notice>
        ) : viewer ? (
          <>
            <p className="text-ui">
              You join as {AS[found.role]}, with the name {viewer.displayName}.
            </p>
            <JoinButton action={joinCourse} code={code} />
          </>
        ) : (
          <SignInFirst code={code} role={found.role} />
        )}
      </div>
    </>
  );
}

function AlreadyIn({ slug, role }: { readonly slug: string; readonly role: Role }) {
  return (
    <>
      <p className="text-ui">You are in this course already, as {AS[role]}.</p>
      <ButtonLink href={`/courses/${slug}`} variant="primary">
        Go to the course
      </ButtonLink>
    </>
  );
}

function SignInFirst({ code, role }: { readonly code: string; readonly role: Role }) {
  const next = encodeURIComponent(`/join/${code}`);
  return (
    <>
      <p className="text-ui">You join as {AS[role]}. Sign in first, or make an account; then you come back here.</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-in?next=${next}`} variant="primary">
          Sign in
        </ButtonLink>
        <ButtonLink href={`/sign-up?next=${next}`} variant="secondary">
          Make an account
        </ButtonLink>
      </div>
    </>
  );
}
