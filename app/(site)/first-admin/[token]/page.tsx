import type { Metadata } from 'next';
import { SignUpForm } from '@/components/people/sign-up-form';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { makeFirstAdmin } from './actions';

export const metadata: Metadata = { title: 'The first admin', referrer: 'no-referrer' };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function FirstAdminPage({ params }: Props) {
  await openPage();
  const { token } = await params;
  return (
    <>
      <PageHead
        title="Welcome to Lectern"
        standfirst="You make the account that runs this site: it loads courses and names their instructors. It sees no answers and no grades."
      />
      <div className="max-w-[26rem] pb-16">
        <SignUpForm action={makeFirstAdmin} fields={{ secret: token }} label="Make the admin’s account" />
      </div>
    </>
  );
}
