'use client';

import { PageTitle } from '@/components/shell/page-title';
import { PlainHeader } from '@/components/shell/plain-header';
import { Button } from '@/components/ui/button';

interface Props {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** An apology with the id under which the server logged the fault. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <>
      <PageTitle>Something went wrong</PageTitle>
      <PlainHeader />
      <main id="main" className="page-column space-y-5 pt-12 pb-16">
        <h1 className="font-serif text-h1">Something went wrong on our side</h1>
        <p className="max-w-read font-serif text-ink-2 text-lede">
          We are sorry. Nothing that was saved is lost. Try again; if it stays, tell whoever looks after this site
          {error.digest ? ` the number ${error.digest}` : ''}.
        </p>
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      </main>
    </>
  );
}
