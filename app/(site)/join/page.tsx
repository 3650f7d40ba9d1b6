import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { JoinForm } from '@/components/home/join-form';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/doors/pages';

export const metadata: Metadata = { title: 'Join a course' };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a typed code goes: on to the page of its course. */
export default async function JoinPage({ searchParams }: Props) {
  await requireViewer();
  const { code } = await searchParams;
  const typed = typeof code === 'string' ? code.trim().toLowerCase() : '';
  if (typed) redirect(`/join/${encodeURIComponent(typed.slice(0, 60))}`);
  return (
    <>
      <PageHead title="Join a course" standfirst="With the code that your instructor gave you." />
      <JoinForm />
    </>
  );
}
