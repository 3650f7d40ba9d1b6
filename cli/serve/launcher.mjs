// Ends the server when what launched it ends. `npm start` passes on no SIGTERM, and a kill -9 cannot be passed on.
import { readFileSync } from 'node:fs';

/** @param {number} pid */
function parentOf(pid) {
  try {
    // The name in brackets may hold anything, so the fields are counted from the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(fields.slice(fields.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isShell(pid) {
  try {
    return /^(sh|dash|bash|ash|busybox)$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  } catch {
    return false;
  }
}

/**
 * Calls `onGone` once when npm is gone. Does nothing where the program was not started by npm: then it may well be meant
 * to outlive its shell. Some shells stay between npm and this process; then their parent is watched as well.
 * @param {() => void} onGone
 */
export function watchLauncher(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const grandparent = process.platform === 'linux' && isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}
