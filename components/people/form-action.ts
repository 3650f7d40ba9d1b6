import type { Result } from '@/lib/kernel/result';

/** A server action as a form uses it: what was answered before, and the form. */
export type FormAction = (before: Result<unknown, string> | null, input: unknown) => Promise<Result<unknown, string>>;

/** What is wrong with one field, where the last answer named it. */
export const errorOf = (result: Result<unknown, string> | null, field: string): string | undefined =>
  result && !result.ok ? result.fields?.[field] : undefined;
