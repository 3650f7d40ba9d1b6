import type { Metadata } from 'next';
import { ResetPasswordForm } from '@/components/people/account-forms';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { findResetLink } from '@/lib/people/reset-password';
import { resetPassword } from './actions';

// The address is a secret: no page that is gone to from here may learn it.
export const metadata: Metadata = { referrer: 'no-referrer' };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function ResetPage({ params }: Props) {
  const { ctx } = await openPage();
  const { token } = await params;
  const found = await findResetLink(ctx, token);
  if (!found) {
    return (
      <>
        <PageTitle>A new password</PageTitle>
        <PageHead
          title="This link works no more"
          standfirst="It was used, is older than a day, or a newer one was made. Whoever gave it to you can make another."
        />
        <p className="pb-16">
          <ButtonLink href="/sign-in">To the sign-in page</ButtonLink>
        </p>
      </>
    );
  }
  if (found.suspended) {
    return (
      <>
        <PageTitle>A new password</PageTitle>
        <PageHead
          title={`The account of ${found.forName} is suspended`}
          standfirst="No password can be set while it is. Ask whoever runs this site; once the suspension is lifted, this link works again, until it is a day old."
        />
        <p className="pb-16">
          <ButtonLink href="/">To the home page</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle>A new password</PageTitle>
      <PageHead
        title={`A new password for ${found.forName}`}
        standfirst="The link you followed works once. Every browser that is signed in with the old password is signed out."
      />
      <div className="max-w-[26rem] pb-16">
        <ResetPasswordForm action={resetPassword} secret={token} />
      </div>
    </>
  );
}
