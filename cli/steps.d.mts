/** A duration in milliseconds, as text: "1.4 s". */
export function seconds(ms: number): string;
/** Runs one step and says so; what `work` returns is added to its line (as a failure where it begins with "✗"), what it throws is thrown on. */
export function step(name: string, work: () => Promise<string | undefined> | string | undefined): Promise<void>;
