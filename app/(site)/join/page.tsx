import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { JoinForm } from '@/components/home/join-form';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { codeIn } from '@/lib/people/schema';

export const metadata: Metadata = { title: 'Join a course' };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a typed code goes: on to the page of its course, for a visitor too. */
export default async function JoinPage({ searchParams }: Props) {
  await openPage();
  const { code } = await searchParams;
  const typed = codeIn(typeof code === 'string' ? code : '');
  if (typed) redirect(`/join/${encodeURIComponent(typed)}`);
  return (
    <>
      <PageHead title="Join a course" standfirst="With the code that your instructor gave you." />
      <JoinForm />
    </>
  );
}
