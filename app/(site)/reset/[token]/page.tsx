import type { Metadata } from 'next';
import { ResetPasswordForm } from '@/components/people/account-forms';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { resetPassword } from './actions';

// The address is a secret: no page that is gone to from here may learn it.
export const metadata: Metadata = { title: 'A new password', referrer: 'no-referrer' };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function ResetPage({ params }: Props) {
  await openPage();
  const { token } = await params;
  return (
    <>
      <PageHead title="A new password" standfirst="The link you followed works once, for a day." />
      <div className="max-w-[26rem] pb-16">
        <ResetPasswordForm action={resetPassword} secret={token} />
      </div>
    </>
  );
}
