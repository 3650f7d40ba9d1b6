import { findBinaries } from '../postgres/binaries';
import { keep } from '../postgres/keeper.mjs';
import { stopPostgres } from '../postgres/process.mjs';
import { type StartOptions, startOrAdopt } from '../postgres/start-or-adopt';
import { checkDatabase } from './check-database';
import type { Settings } from './settings';

export interface OpenDatabase {
  readonly url: string;
  /** A remark for the step's line. */
  readonly remark: string | undefined;
  /** Ends the use of it; the embedded PostgreSQL is stopped if nobody else uses it. */
  close(): Promise<void>;
}

/**
 * The database of these settings, running and reachable: the given one, checked, or the embedded one, started or adopted.
 * Throws Explained where a person can mend what is wrong. Serves `npm start` and the `lectern` command alike.
 */
export async function openDatabase({ database }: Settings, options: StartOptions = {}): Promise<OpenDatabase> {
  if (database.kind === 'given') {
    await checkDatabase(database.url);
    return { url: database.url, remark: undefined, close: async () => {} };
  }
  const { folder } = database;
  const { url, adopted } = await startOrAdopt(folder, options);
  const keeper = await keep(url);
  const close = async (): Promise<void> => {
    if (await keeper.release()) await stopPostgres(folder, findBinaries().pgCtl);
  };
  return { url, remark: adopted ? 'was running, adopted' : undefined, close };
}
