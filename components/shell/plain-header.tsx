import { HomeLink } from './home-link';

/** The head of a page that knows nobody: its name and the way home. */
export function PlainHeader() {
  return (
    <header className="no-print border-line border-b">
      <div className="page-column flex h-14 items-center">
        <HomeLink />
      </div>
    </header>
  );
}
