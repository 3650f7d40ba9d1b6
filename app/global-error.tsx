'use client';

interface Props {
  readonly error: Error & { digest?: string };
}

/** When even the frame failed: no styles are sure to be there, so it needs none. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Lectern</title>
        <main id="main">
          <h1>Something went wrong on our side</h1>
          <p>
            We are sorry. Nothing that was saved is lost. Load the page again; if it stays, tell whoever looks after
            this site{error.digest ? ` the number ${error.digest}` : ''}.
          </p>
        </main>
      </body>
    </html>
  );
}
