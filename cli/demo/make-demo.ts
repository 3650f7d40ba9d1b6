import { at, databaseNow } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { makeAccounts } from './accounts';
import { makeClass, proveStaff } from './class';
import { DAY } from './study';

/** Gives the demo's course its people and its class, where they are not there yet. `report` is told what was made. */
export async function makeDemo(slug: string, dataFolder: string, report: (line: string) => void): Promise<void> {
  const ctx = makeCtx(null, await databaseNow(makeCtx(null, new Date(0))));
  const course = await ctx.db.course.findUnique({ where: { slug } });
  if (!course) return;
  const monthAgo = new Date(ctx.now.getTime() - 27 * DAY);
  const people = await at(ctx, monthAgo, (ctx) => makeAccounts(ctx, dataFolder, course.id));
  const made = await makeClass(ctx, slug, await proveStaff(ctx, slug, (role) => people[role]));
  if (made) report(made);
}
