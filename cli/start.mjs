// `npm start` and `npm run dev`: from a fresh clone to a site that answers. This process installs, and then becomes the site
// (cli/start/site.mjs); or it starts itself again on the Node that the packages brought, and only waits for that to end.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, requireNode } from './install.mjs';
import { handOver } from './serve/hand-over.mjs';
import { watchLauncher } from './serve/launcher.mjs';
import { outliveErrors } from './serve/outlive-errors.mjs';
import { findShippedNode } from './serve/runtime.mjs';
import { step } from './steps.mjs';

const HANDED_OVER = '--handed-over';
const file = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(file), '..');
const words = process.argv.slice(2);
const dev = words.includes('--dev');
const handedOver = words.includes(HANDED_OVER);
/** @type {(code: number, signal?: NodeJS.Signals) => void} */
let end = (code) => process.exit(code);

async function start() {
  if (!handedOver) {
    await step('Install the packages', () => install(root));
    // A debugger looks for the site where it was started, so `npm run dev` stays there.
    const node = dev ? null : findShippedNode();
    if (node !== null) {
      const passOn = handOver(node, file, [...words, HANDED_OVER]);
      end = (_code, signal = 'SIGTERM') => passOn(signal);
      return;
    }
  }
  const { openSite, closeSite } = await import('./start/site.mjs');
  end = (code) => void closeSite(code);
  await openSite({ dev });
}

requireNode();
process.chdir(root);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0, signal));
if (handedOver) {
  process.on('disconnect', () => end(0));
  // Who handed over may have gone before anybody listened.
  if (!process.connected) end(0);
} else {
  watchLauncher(() => end(0));
}
// One request's fault must not end everybody's session; it is said aloud and the server goes on, as Next's own does.
outliveErrors();
start().catch((error) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  end(1);
});
