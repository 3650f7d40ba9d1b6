import type { Ctx } from '@/lib/kernel/ctx';
import { generate } from '../generate';
import { prepareDataFolder, readSecret } from '../start/data-folder';
import { openDatabase } from '../start/open-database';
import { readSettings } from '../start/settings';

/**
 * Runs a command's work on the database of this environment: DATABASE_URL, or the embedded one, which is started where it is not
 * running and stopped again. Brings it up to date first. `ctx.now` is the database's clock.
 */
export async function withDatabase<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env, process.cwd());
  prepareDataFolder(settings.dataFolder);
  generate();
  const database = await openDatabase(settings);
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: readSecret(settings.dataFolder, process.env.NEXTAUTH_SECRET),
    LECTERN_URL: settings.url,
    LECTERN_DEMO: settings.demo ? '1' : '0',
    LECTERN_DATA: settings.dataFolder,
  });
  // Imported late: these need the generated client and the environment.
  const { pool } = await import('@/lib/kernel/pool');
  try {
    const { migrate } = await import('@/lib/kernel/migrate');
    const { makeCtx } = await import('@/lib/kernel/ctx');
    const { databaseNow } = await import('@/lib/kernel/clock');
    await migrate(pool());
    const ctx = makeCtx(null, new Date(0));
    return await work(makeCtx(null, await databaseNow(ctx)));
  } finally {
    await pool().end();
    await database.close();
  }
}
