import type { z } from 'zod';
import { done, type Refusal, type Result, refuse, TYPED_FIELDS } from '@/lib/kernel/result';
import { keptText } from '@/lib/kernel/text';

/** A form as an object: repeated names become arrays, React's own `$ACTION_…` fields are left out. */
export function formObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION_')) continue;
    const values = form.getAll(name);
    object[name] = values.length > 1 ? values : values[0];
  }
  return object;
}

/** Parses what came in with a strict schema. The refusal names each field and what is wrong with it. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T, 'invalid'> {
  const parsed = schema.safeParse(input instanceof FormData ? formObject(input) : input);
  if (parsed.success) return done(parsed.data);
  return invalid(parsed.error);
}

/** A refusal of a form takes along what was typed into it. What was no form is still where it came from. */
export function withTyped<T, C extends string>(result: Result<T, C>, input: unknown): Result<T, C> {
  if (result.ok || !(input instanceof FormData)) return result;
  const typed: Record<string, string> = {};
  // Line ends as a field has them, not as a form sends them: an empty first line would be lost on the page.
  for (const name of TYPED_FIELDS) {
    const [value, ...more] = input.getAll(name);
    if (typeof value === 'string' && more.length === 0) typed[name] = keptText(value);
  }
  return { ...result, typed };
}

function invalid(error: z.ZodError): Refusal<'invalid'> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  const [first] = error.issues;
  return refuse('invalid', first ? first.message : 'This input could not be read.', fields);
}
