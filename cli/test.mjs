// `npm test`: installs what is missing, then hands over to cli/test/run.ts, which does everything else.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, requireNode } from './install.mjs';
import { step } from './steps.mjs';

requireNode();
process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));
try {
  await step('Install the packages', () => install(process.cwd()));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
const run = spawn(process.execPath, ['--import', 'tsx', 'cli/test/run.ts'], { stdio: 'inherit' });
// Ctrl-C reaches the run by itself; it ends, and so does this.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => run.kill('SIGTERM'));
run.once('close', (code) => process.exit(code ?? 1));
