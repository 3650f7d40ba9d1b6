import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../cli/postgres/start-or-adopt';
import { type RunningServer, type ServerEnvironment, startServer } from '../../cli/serve/start-server';

/** The site under test: where it is and what it was started with (`environment.LECTERN_DATA` holds demo-accounts.json). */
export interface Site {
  readonly url: string;
  readonly environment: ServerEnvironment;
}

/** The site that this run's browser tests visit. */
export function site(): Site {
  return JSON.parse(readFileSync(path.resolve('.test', 'site.json'), 'utf8')) as Site;
}

/** A second server of the same site and database, on a port of its own, for a spec that kills and restarts it. */
export async function startSecondServer(port?: number): Promise<RunningServer & { readonly port: number }> {
  const at = port ?? (await freePort());
  return { ...(await startServer(at, site().environment)), port: at };
}
