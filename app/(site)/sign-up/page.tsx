import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SignUpForm } from '@/components/people/sign-up-form';
import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { returnTo } from '@/lib/doors/return-to';
import { signUp } from './actions';

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const { viewer } = await openPage();
  const asked = (await searchParams).next;
  const next = returnTo(typeof asked === 'string' ? asked : null);
  if (viewer) redirect(next);
  const signIn = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  return (
    <>
      <PageTitle>Make an account</PageTitle>
      <PageHead title="Make an account" standfirst="Your name is what the class and your instructors see." />
      <div className="max-w-[26rem] pb-16">
        <SignUpForm action={signUp} fields={{ next }} />
        <p className="mt-8 text-ink-2 text-ui">
          Have one already?{' '}
          <Link href={signIn} prefetch={false} className="text-link underline underline-offset-3">
            Sign in
          </Link>
          .
        </p>
      </div>
    </>
  );
}
