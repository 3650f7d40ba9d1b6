import type { Metadata } from 'next';
import { SignUpForm } from '@/components/people/sign-up-form';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { isFirstAdminLink } from '@/lib/people/first-admin';
import { makeFirstAdmin } from './actions';

export const metadata: Metadata = { referrer: 'no-referrer' };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function FirstAdminPage({ params }: Props) {
  const { ctx } = await openPage();
  const { token } = await params;
  if (!(await isFirstAdminLink(ctx, token))) {
    return (
      <>
        <PageTitle>The first admin</PageTitle>
        <PageHead
          title="This link works no more"
          standfirst="It was used, or is older than a week. While there is no admin, each start of Lectern prints a new one."
        />
        <p className="pb-16">
          <ButtonLink href="/sign-in">To the sign-in page</ButtonLink>
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle>The first admin</PageTitle>
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
