import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { type LessonProgressRow, lessonVersions } from './lesson-progress.sql';
import type { LessonProgress } from './rules';

/** What a version of a lesson says of its passages, in order. */
interface Contents {
  readonly title: string;
  readonly passages: readonly { readonly id: string; readonly key: string; readonly length: number }[];
}

// A passage weighs some 100 bytes.
const contents = new Kept<Contents>(1_000);

/** Lessons as one person stands to them, by enrolment id; in the order of the rows. */
export async function lessonsAsRead(
  ctx: Ctx,
  { lessons, read }: LessonProgressRow,
): Promise<ReadonlyMap<string, readonly LessonProgress[]>> {
  const versions = await contentsOf(
    ctx,
    lessons.map((row) => row.version_id),
  );
  const readAt = new Map(read.passages.map((id, i) => [id, read.at[i] ?? 0]));
  const found = new Map<string, LessonProgress[]>();
  for (const row of lessons) {
    const { title, passages } = versions.get(row.version_id) ?? { title: '', passages: [] };
    const lesson: LessonProgress = {
      lessonId: row.lesson_id,
      slug: row.slug,
      title,
      position: row.position,
      hidden: row.hidden,
      passages: passages.map(({ id, key, length }) => {
        const at = readAt.get(id);
        return { key, readAt: at === undefined ? null : new Date(at), length };
      }),
      check: row.check_slug === null ? null : { slug: row.check_slug, ended: row.ended, running: row.running },
    };
    const others = found.get(row.enrolment_id);
    if (others) others.push(lesson);
    else found.set(row.enrolment_id, [lesson]);
  }
  return found;
}

/** Versions by id; those not kept yet are read together. */
async function contentsOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Contents>> {
  const found = new Map<string, Contents>();
  for (const id of ids) {
    const one = contents.get(id);
    if (one) found.set(id, one);
  }
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  for (const { id, title, ids: passages, keys, lengths } of await ctx.sql(lessonVersions, [missing])) {
    const one = {
      title,
      passages: passages.map((each, i) => ({ id: each, key: keys[i] ?? '', length: lengths[i] ?? 0 })),
    };
    found.set(id, contents.set(id, one));
  }
  return found;
}
