import type { Settings } from './settings';

/** What the load step is given beside its settings: the address of the migrated database. */
export interface LoadSettings extends Pick<Settings, 'demo' | 'dataFolder' | 'url'> {
  readonly databaseUrl: string;
}

/** Shows a line below the step, e.g. "course seoul-tokyo: 10 lessons, 52 questions". */
export type Report = (line: string) => void;

/**
 * Fills the migrated database: the course of content/, and in the demo its class. Idempotent; at every start. The process's
 * environment (DATABASE_URL, NEXTAUTH_SECRET, …) is set, so rooms may be used as from a page.
 */
export async function load({ demo, dataFolder, url }: LoadSettings, report: Report): Promise<void> {
  if (!demo) return offerFirstAdmin(url, report);
  const { loadCourse } = await import('./load-course');
  await loadCourse('content/seoul-tokyo', report);
  const { makeDemo } = await import('../demo/make-demo');
  await makeDemo('seoul-tokyo', dataFolder, report);
}

/** A live site begins empty. While nobody runs it, each start prints a new link, good once, that makes its first admin. */
async function offerFirstAdmin(url: string, report: Report): Promise<void> {
  const { databaseNow } = await import('@/lib/kernel/clock');
  const { makeCtx } = await import('@/lib/kernel/ctx');
  const { mintFirstAdminLink } = await import('@/lib/people/first-admin');
  const secret = await mintFirstAdminLink(makeCtx(null, await databaseNow(makeCtx(null, new Date(0)))));
  if (!secret) return;
  report('This site has no admin yet. Open this link once to make the account that runs it:');
  report(`${url}/first-admin/${secret}`);
}
