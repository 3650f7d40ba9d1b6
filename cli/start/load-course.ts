import { pool } from '@/lib/kernel/pool';
import { sqlOnPool } from '@/lib/kernel/sql';
import { fingerprintOf, openFolder } from '../commands/open-folder';
import type { Report } from './load';

/** Loads the course of a folder unless it is there as it stands. What is wrong with it is reported and left out. */
export async function loadCourse(folder: string, report: Report): Promise<void> {
  const files = openFolder(folder);
  const fingerprint = fingerprintOf(files);
  const key = /^id:\s*["']?(c-[a-z0-9]+)/m.exec(files.get('course.yaml') ?? '')?.[1] ?? '';
  // What reads Markdown and YAML is imported only where there is something to read: a start must not wait for it.
  const { isLoaded } = await import('@/lib/course-package/sync/is-loaded');
  if (await isLoaded({ sql: sqlOnPool(pool()) }, key, fingerprint)) return;
  const { makeCtx } = await import('@/lib/kernel/ctx');
  const { databaseNow } = await import('@/lib/kernel/clock');
  const { checkCourse } = await import('@/lib/course-package/check/check-course');
  const { problemLine } = await import('@/lib/course-package/problem');
  const { syncCourse } = await import('@/lib/course-package/sync/sync-course');
  const { reportLine } = await import('@/lib/course-package/sync/report');
  const { course, problems } = checkCourse(files);
  const ctx = makeCtx(null, await databaseNow({ sql: sqlOnPool(pool()) }));
  const result = course && (await syncCourse(ctx, course, { fingerprint }));
  if (result) report(`${folder}: ${result.ok ? reportLine(result.value) : result.message}`);
  if (problems.length === 0) return;
  for (const problem of problems.slice(0, 5)) report(`  ${problemLine(problem)}`);
  report(`  ${problems.length} problems in all; \`npm run lectern -- course check ${folder}\` tells them.`);
}
