import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findShippedNode } from './runtime.mjs';

/** What a server is told: everything that `npm start` would have given it. */
export interface ServerEnvironment {
  readonly DATABASE_URL: string;
  readonly NEXTAUTH_SECRET: string;
  readonly LECTERN_DATA: string;
  readonly LECTERN_DEMO: '0' | '1';
}

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** Ends it in order, as SIGTERM does. */
  stop(): Promise<void>;
  /** Ends it as a power cut would: kill -9. */
  kill(): Promise<void>;
}

/**
 * Starts the built site on 127.0.0.1 as a process of its own, on the Node that `npm start` would take; resolves when it
 * answers /api/health. `flags` are Node's.
 */
export async function startServer(
  port: number,
  environment: ServerEnvironment,
  flags: readonly string[] = [],
): Promise<RunningServer> {
  const url = `http://127.0.0.1:${port}`;
  const child = fork(path.resolve('cli', 'serve', 'main.mjs'), [], {
    execPath: findShippedNode() ?? process.execPath,
    execArgv: [
      '--max-old-space-size=512',
      '--min-semi-space-size=16',
      '--max-semi-space-size=64',
      '--heap-growing-percent=300',
      ...flags,
    ],
    env: {
      ...process.env,
      ...environment,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      NEXTAUTH_URL: url,
      LECTERN_URL: url,
    },
  });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const first = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (first === null || child.pid === undefined)
    throw new Error('the server ended before it was ready; its words are above');
  return { url, pid: child.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
