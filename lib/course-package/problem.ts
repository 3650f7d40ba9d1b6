/** One thing wrong with a course's text: where, what was found, and what to write instead. Lines count from 1. */
export interface Problem {
  /** Within the package: "lessons/radar.md". */
  readonly file: string;
  readonly line: number;
  readonly found: string;
  readonly instead: string;
}

/** A place in a package. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Takes problems as they are found. */
export type Tell = (place: Place, found: string, instead: string) => void;

/** By file and line, each once: two readers may stumble over the same thing. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
    .filter((problem) => {
      const key = JSON.stringify(problem);
      return !seen.has(key) && seen.add(key);
    });
}

/** "lessons/radar.md:12 · found · what to write instead" */
export const problemLine = ({ file, line, found, instead }: Problem): string =>
  `${file}:${line} · ${found} · ${instead}`;

/** A value as a problem shows it: on one line, not too long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value.replace(/\s+/g, ' ')}”` : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
