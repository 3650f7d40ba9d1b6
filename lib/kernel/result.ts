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
}

export const done = <T>(value: T): Done<T> => ({ ok: true, value });

export function refuse<const Code extends string>(
  code: Code,
  message: string,
  fields?: Readonly<Record<string, string>>,
): Refusal<Code> {
  return fields ? { ok: false, code, message, fields } : { ok: false, code, message };
}
