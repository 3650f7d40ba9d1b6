/**
 * What a command returns. A refusal is a value: a code from the command's own union and a sentence that says what to do;
 * `fields` names the inputs it is about. A fault (a broken database, a bug) is thrown instead.
 */
export type Result<T, Code extends string = never> = Done<T> | Refusal<Code>;
export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly code: Code;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
  /**
   * What the refused form held, for a page that is made anew around it: without JavaScript the answer is a new page, and its
   * fields would be empty. The door adds it, of the fields in `TYPED_FIELDS` alone; no command does.
   */
  readonly typed?: Readonly<Record<string, string>>;
}

/**
 * The fields that people type into or choose from. Only these ever come back with a refusal: a password, the secret of a
 * link, an id that a form carries along are not among them, and a field that nobody has listed is not either.
 */
export const TYPED_FIELDS = [
  ...['displayName', 'email', 'timeZone', 'role'],
  ...['title', 'markdown', 'kind', 'lesson', 'reason'],
  // Nobody types it, but the words of an edit belong to the version that they were written over.
  'version',
  ...['opensAt', 'closesAt', 'timeLimit', 'attemptsAllowed', 'counts', 'showScore', 'showKey', 'shuffle'],
  ...['enrolmentId', 'extraMinutes', 'factor', 'extraAttempts'],
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

/** What stood in a field of the form that was refused; undefined where there is no refusal. */
export const typedOf = (result: Result<unknown, string> | null, field: TypedField): string | undefined =>
  result && !result.ok ? result.typed?.[field] : undefined;

/** Whether a box of the form that was refused was ticked; undefined where there is no refusal. */
export const tickedOf = (result: Result<unknown, string> | null, field: TypedField): boolean | undefined =>
  result && !result.ok && result.typed ? field in result.typed : undefined;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export function refuse<const Code extends string>(
  code: Code,
  message: string,
  fields?: Readonly<Record<string, string>>,
): Refusal<Code> {
  return fields ? { ok: false, code, message, fields } : { ok: false, code, message };
}
