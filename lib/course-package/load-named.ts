import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Admin } from '@/lib/authz/admin';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { checkCourse } from './check/check-course';
import { problemLine } from './problem';
import { readFiles } from './read/folder';
import { reportLine } from './sync/report';
import { syncCourse } from './sync/sync-course';

const CONTENT = path.join(process.cwd(), 'content');

/** The folders of content/ that hold a course, by name. */
export function listLoadable(): string[] {
  if (!existsSync(CONTENT)) return [];
  return readdirSync(CONTENT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(CONTENT, entry.name, 'course.yaml')))
    .map(({ name }) => name)
    .sort();
}

export const LoadNamed = z.strictObject({ folder: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'Choose a folder.') });

/**
 * Loads (or loads again) a course from a folder of content/, as `course sync` does. Refuses one with problems, and says the
 * first of them; nothing is changed then.
 */
export async function loadNamed(
  ctx: Ctx,
  admin: Admin,
  { folder }: z.infer<typeof LoadNamed>,
): Promise<Result<{ report: string }, 'not-found' | 'problems' | 'slug-taken' | 'nothing-to-load'>> {
  if (!listLoadable().includes(folder)) return refuse('not-found', `There is no course in content/${folder}.`);
  const { course, problems } = checkCourse(readFiles(path.join(CONTENT, folder)));
  const [first] = problems;
  if (!course || first) {
    const said = first ? ` The first: ${problemLine(first)}` : '';
    return refuse('problems', `content/${folder} has ${problems.length} problems; nothing was loaded.${said}`);
  }
  const synced = await syncCourse(ctx, course, { actorId: admin.personId });
  return synced.ok ? done({ report: reportLine(synced.value) }) : synced;
}
