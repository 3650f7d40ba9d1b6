import { redirect } from 'next/navigation';
import { JoinForm } from '@/components/home/join-form';
import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';
import { openPage } from '@/lib/doors/pages';
import { codeIn } from '@/lib/people/schema';

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
      <PageTitle>Join a course</PageTitle>
      <PageHead title="Join a course" standfirst="With the code that your instructor gave you." />
      <JoinForm />
    </>
  );
}
