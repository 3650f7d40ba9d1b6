import Link from 'next/link';
import { redirect } from 'next/navigation';
import { DemoDoor } from '@/components/people/demo-door';
import { SignInForm } from '@/components/people/sign-in-form';
import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';
import { demoFaces } from '@/lib/doors/demo-door';
import { openPage } from '@/lib/doors/pages';
import { returnTo } from '@/lib/doors/return-to';
import { enterDemo, signIn } from './actions';

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { viewer } = await openPage();
  const asked = (await searchParams).next;
  const next = returnTo(typeof asked === 'string' ? asked : null);
  if (viewer) redirect(next);
  const faces = await demoFaces();
  const signUp = next === '/' ? '/sign-up' : `/sign-up?next=${encodeURIComponent(next)}`;
  return (
    <>
      <PageTitle>Sign in</PageTitle>
      <PageHead title="Sign in" {...(next !== '/' && { standfirst: 'Then you go on to the page you asked for.' })} />
      <div className="grid gap-x-16 gap-y-12 pb-16 lg:grid-cols-[minmax(0,26rem)_minmax(0,24rem)]">
        <div>
          <SignInForm action={signIn} next={next} />
          <p className="mt-8 text-ink-2 text-ui">
            No account yet?{' '}
            <Link href={signUp} prefetch={false} className="text-link underline underline-offset-3">
              Make one
            </Link>
            . Password lost? An instructor of yours, or whoever runs this site, can give you a link for a new one.
          </p>
        </div>
        {faces.length > 0 ? <DemoDoor action={enterDemo} faces={faces} next={next} /> : null}
      </div>
    </>
  );
}
