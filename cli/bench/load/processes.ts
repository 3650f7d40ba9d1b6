import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Whether the system tells what its processes use (Linux does, in /proc). */
export const canReadProcesses = process.platform === 'linux';

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Of the process and of its children that have ended, in clock ticks. */
  readonly ticks: number;
}

function readStat(pid: number): Stat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything: counted from the last bracket, where field 3 (the state) follows.
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return { pid, parent: fields[1] ?? 0, ticks: utime + stime + cutime + cstime };
  } catch {
    return null;
  }
}

/** The processes of these trees that live now. */
function family(roots: readonly number[]): Stat[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []));
  const found = new Set(roots);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => found.has(pid));
}

let hertz = 0;

/** CPU time that these trees of processes have used so far, in ms; null where the system does not tell. */
export function cpuMs(...roots: readonly number[]): number | null {
  if (!canReadProcesses) return null;
  hertz ||= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return (family(roots).reduce((sum, { ticks }) => sum + ticks, 0) * 1_000) / hertz;
}

/** Proportional set size of these trees of processes, in MB: memory shared by several is counted once. Null as above. */
export function memoryMb(...roots: readonly number[]): number | null {
  if (!canReadProcesses) return null;
  const kb = family(roots).map(({ pid }) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? Number.NaN);
  });
  return kb.reduce((sum, each) => sum + each, 0) / 1_024;
}
