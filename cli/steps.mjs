// What `npm start` and `npm test` show while they work: each step, and how long it took. Node built-ins only.

let open = 0;

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs one step and says so: its name when it begins (replaced on a terminal), its outcome and its time when it ends.
 * `work` may return a remark, which is added to the line; one that begins with "✗" makes it the line of a failure. What it
 * throws is thrown on, after the line says "failed".
 * @param {string} name
 * @param {() => Promise<string | void> | string | void} work
 */
export async function step(name, work) {
  const began = performance.now();
  const terminal = process.stdout.isTTY === true;
  // Steps may run side by side; each begins on a line of its own.
  if (terminal) process.stdout.write(`${open++ > 0 ? '\n' : ''}  … ${name}`);
  else console.log(`  … ${name}`);
  const end = (/** @type {string} */ sign, /** @type {string | void} */ remark) => {
    const line = `  ${sign} ${name}${remark ? `: ${remark}` : ''} (${seconds(performance.now() - began)})`;
    console.log(terminal ? `\r\x1b[2K${line}` : line);
    open--;
  };
  try {
    const remark = await work();
    if (remark?.startsWith('✗')) end('✗', remark.slice(1).trim());
    else end('✓', remark);
  } catch (error) {
    end('✗', 'failed');
    throw error;
  }
}
