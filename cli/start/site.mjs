// The site: has a short-lived process prepare (cli/start/prepare.ts: client, PostgreSQL, migrations, course, build), and then
// is the server itself.
import { fork } from 'node:child_process';
import path from 'node:path';
import { step } from '../steps.mjs';

// Kept as it was given: this process's own environment becomes the server's, with the embedded database's address in it.
const given = { ...process.env };
const state = {
  stopping: false,
  preparing: undefined,
  server: undefined,
  keeper: undefined,
  postgres: undefined,
};

/** @param {string[]} words */
function startPreparing(words) {
  const child = fork(path.resolve('cli', 'start', 'prepare.ts'), words, {
    env: given,
    execArgv: ['--import', 'tsx'],
  });
  child.ended = new Promise((resolve) =>
    child.once('exit', (code, signal) => {
      // Whatever else ends it, it says why itself. The system kills without a word where memory runs out.
      if (signal === 'SIGKILL' && !state.stopping)
        console.error(
          '\nPreparing the start was killed, as happens where memory runs out. Start again; nothing is lost.\n',
        );
      resolve(code ?? 1);
    }),
  );
  return child;
}

/** Runs cli/start/prepare.ts up to its last message, which is returned; null where it failed, and said why itself. */
async function prepare(words) {
  const child = startPreparing(words);
  state.preparing = child;
  const message = await Promise.race([new Promise((resolve) => child.once('message', resolve)), child.ended]);
  return typeof message === 'object' ? { message, child } : null;
}

/** Lets go of the child, which still holds the database for us, once we hold it ourselves. */
async function letGo(child) {
  if (child.connected) child.disconnect();
  await child.ended;
  state.preparing = undefined;
}

/** Holds the embedded database, so that nobody else stops it; and starts it again if it dies. */
async function holdPostgres(url) {
  const { keep } = await import('../postgres/keeper.mjs');
  state.keeper = await keep(url, () => void reopenPostgres(url));
}

async function reopenPostgres(url) {
  state.keeper = undefined;
  for (let wait = 0; !state.stopping; wait = Math.min(wait + 2_000, 30_000)) {
    console.error('PostgreSQL has gone away; starting it again.');
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (state.stopping) return;
    const reopened = await prepare([`--postgres-port=${new URL(url).port}`]);
    if (!reopened) continue;
    if (reopened.message.url !== url) {
      console.error('PostgreSQL runs again, on another port, because its own was taken meanwhile. Restart Lectern.');
      closeSite(1);
      return;
    }
    await holdPostgres(url);
    await letGo(reopened.child);
    console.error('PostgreSQL runs again.');
    return;
  }
}

/**
 * Ends everything in order: the server, then whatever is being prepared, then the embedded database if nobody else uses it;
 * then this process, with `code`.
 * @param {number} code
 */
export async function closeSite(code) {
  if (state.stopping) return;
  state.stopping = true;
  try {
    await state.server?.stop();
    if (state.preparing) await letGo(state.preparing);
    const last = await state.keeper?.release();
    if (last && state.postgres) {
      const { stopPostgres } = await import('../postgres/process.mjs');
      await stopPostgres(state.postgres.folder, state.postgres.pgCtl);
    }
  } catch (error) {
    console.error(error);
  }
  process.exit(code);
}

/**
 * Makes this process the site. Throws where it cannot be; what is open by then is for closeSite to end.
 * @param {{ dev: boolean }} options
 */
export async function openSite({ dev }) {
  const prepared = await prepare(dev ? ['--dev'] : []);
  if (state.stopping) return;
  if (!prepared) return closeSite(1);
  const { host, port, origin, postgres, environment } = prepared.message.prepared;
  Object.assign(process.env, environment);
  if (postgres) {
    state.postgres = postgres;
    await holdPostgres(environment.DATABASE_URL);
  }
  await letGo(prepared.child);
  if (state.stopping) return;
  await step('Start the server', async () => {
    const { serve, waitForHealth } = await import('../serve/serve.mjs');
    state.server = await serve({ dev, host, port });
    await waitForHealth(origin);
  });
  console.log(`Lectern is ready at ${origin}`);
}
