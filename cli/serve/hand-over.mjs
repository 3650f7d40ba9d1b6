// Lets another Node do this process's work, and leaves it nothing but to end together with that one.
import { fork } from 'node:child_process';

/**
 * Runs `script` on another Node, with this process's own flags, environment and output, and ends as that ends: with its exit
 * code, or by its signal. It is to watch for `disconnect`, which tells it that this process is gone, however it went.
 * Returns what passes a signal on to it.
 * @param {string} node
 * @param {string} script
 * @param {string[]} words
 * @returns {(signal: NodeJS.Signals) => void}
 */
export function handOver(node, script, words) {
  const child = fork(script, words, { execPath: node });
  child.once('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  return (signal) => void child.kill(signal);
}
