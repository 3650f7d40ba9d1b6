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
export async function load({ demo, dataFolder }: LoadSettings, report: Report): Promise<void> {
  // A live site begins empty: its first admin loads a course (`npm run lectern -- course sync <folder>`).
  if (!demo) return;
  const { loadCourse } = await import('./load-course');
  await loadCourse('content/seoul-tokyo', report);
  const { makeDemo } = await import('../demo/make-demo');
  await makeDemo('seoul-tokyo', dataFolder, report);
}
