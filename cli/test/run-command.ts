import { spawn } from 'node:child_process';

export interface Outcome {
  readonly code: number;
  /** Empty where the output went straight to the screen. */
  readonly output: string;
}

/** Runs one of the project's tools (a JavaScript file of a package) in this checkout; never throws for its exit code. */
export function runCommand(
  script: string,
  words: readonly string[],
  { aloud = false, environment = {} }: { aloud?: boolean; environment?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...words], {
      stdio: ['ignore', aloud ? 'inherit' : 'pipe', aloud ? 'inherit' : 'pipe'],
      env: { ...process.env, ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
