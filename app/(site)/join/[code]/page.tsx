import type { Metadata } from 'next';
import { JoinForm } from '@/components/home/join-form';
import { JoinButton } from '@/components/people/join-button';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { findJoinable } from '@/lib/people/join-course';
import { joinCourse } from './actions';

export const metadata: Metadata = { title: 'Join a course' };

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
        <PageHead
          title="No course has this code"
          standfirst="Check it letter by letter. An invite link works once, for two weeks."
        />
        <JoinForm />
      </>
    );
  }
  const next = encodeURIComponent(`/join/${code}`);
  return (
    <>
      <PageHead title={found.title} standfirst={found.subtitle} />
      <div className="max-w-read space-y-6 pb-16">
        {found.open ? (
          <p className="text-ui">
            {viewer
              ? `You join as ${AS[found.role]}, with the name ${viewer.displayName}.`
              : `You join as ${AS[found.role]}. Sign in first, or make an account; then you come back here.`}
          </p>
        ) : (
          <Notice tone="info">
            <p>This course takes nobody by its code just now. Ask its instructor.</p>
          </Notice>
        )}
        {viewer ? (
          <JoinButton action={joinCourse} code={code} />
        ) : (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`/sign-in?next=${next}`} variant="primary">
              Sign in
            </ButtonLink>
            <ButtonLink href={`/sign-up?next=${next}`} variant="secondary">
              Make an account
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}
