import type { z } from 'zod';
import { shown, type Tell } from '../problem';
import type { Path, YamlText } from './yaml-text';

/**
 * Parses the value at `path` of a YAML text and tells each thing wrong with it at its line. Unknown fields, and optional ones that are
 * wrong, are then left out, so that the rest can be checked further; null where that does not make it of the shape.
 */
export function checkShape<T>(shape: z.ZodType<T>, yaml: YamlText, path: Path, tell: Tell): T | null {
  const value = at(yaml.value, path);
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) tellIssue(issue, value, yaml, path, tell);
  return salvage(shape, value, result.error.issues);
}

function salvage<T>(shape: z.ZodType<T>, value: unknown, issues: readonly z.core.$ZodIssue[]): T | null {
  if (typeof value !== 'object' || value === null) return null;
  const rest: unknown = structuredClone(value);
  for (const issue of issues) {
    const inner = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
    const names = issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(-1);
    const holder = at(rest, inner);
    // Taking something out of a list would move what comes after it away from its line.
    if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return null;
    for (const name of names) delete (holder as Record<PropertyKey, unknown>)[name];
  }
  const again = shape.safeParse(rest);
  return again.success ? again.data : null;
}

function tellIssue(issue: z.core.$ZodIssue, value: unknown, yaml: YamlText, path: Path, tell: Tell): void {
  const place = (inner: Path) => ({ file: yaml.file, line: yaml.lineOf([...path, ...inner]) });
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      tell(place([...issue.path, key]), `a field “${key}” that means nothing here`, 'Leave it out, or mend its name.');
    }
    return;
  }
  const found = at(value, issue.path);
  tell(place(issue.path), describe(issue.path, found), isEntryExpected(issue) ? ENTRY_ADVICE : issue.message);
}

/** Shapes say what to write for each of their fields; for what should have fields and has none, this does. */
const ENTRY_ADVICE = 'Write its fields, each as “name: value”.';
const isEntryExpected = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.expected === 'object' && issue.message.startsWith('Invalid input');

/** What stands at a path, in words. */
export function describe(path: Path, found: unknown): string {
  const name = path.filter((key) => typeof key === 'string').at(-1);
  const where = typeof name === 'string' ? `${name}: ` : '';
  return found === undefined || found === null ? `${where}nothing` : `${where}${shown(found)}`;
}

/** The value at a path; undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  return here;
}
