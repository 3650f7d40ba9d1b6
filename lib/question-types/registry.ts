import type { AnyContent, AnyDrawn, AnyQuestionType } from './any-type';
import { choice } from './choice/index';
import { RESERVED_FIELDS } from './fields';
import { multipleResponse } from './multiple-response/index';
import { numeric } from './numeric/index';
import { ordering } from './ordering/index';
import { alreadyDrawn } from './shapes';
import { shortText } from './short-text/index';

/** Every question type there is, by its name. A new type is added here, in `registry-ui.tsx` and in `registry-review.tsx`. */
export const questionTypes = {
  choice,
  'multiple-response': multipleResponse,
  numeric,
  'short-text': shortText,
  ordering,
} as const;

export type TypeName = keyof typeof questionTypes;

/** The names of all types, in the order in which people are offered them. */
export const typeNames = Object.keys(questionTypes) as TypeName[];

/** Whether there is a type of this name. */
export function isTypeName(name: string): name is TypeName {
  return Object.hasOwn(questionTypes, name);
}

/** The type of this name. An unknown one is a fault: it throws, naming it and what there is. */
export function questionType(name: string): AnyQuestionType {
  if (!isTypeName(name)) throw new Error(`Unknown question type “${name}”. Known: ${typeNames.join(', ')}.`);
  // The one place where a type forgets what it is about. Its values stay apart: see any-type.ts.
  return questionTypes[name] as unknown as AnyQuestionType;
}

/** Stored content of a type, checked. Throws a ZodError where it is none, and a fault for an unknown type. */
export function parseContent(type: string, value: unknown): AnyContent {
  return questionType(type).content.parse(value);
}

/** A stored paper of a type: content that was drawn before. Throws as `parseContent`. */
export function parseDrawn(type: string, value: unknown): AnyDrawn {
  return alreadyDrawn(parseContent(type, value));
}

/** What is wrong with authored content: where (as a path into it), and what to write instead. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type Authored =
  | { readonly ok: true; readonly content: AnyContent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Content as an instructor wrote it: refuses what `parseContent` refuses, and fields that only Lectern writes. Tells all problems at once.
 * Fields may have the names of course files: `from-to` is `fromTo`. Paths name fields as they were found.
 */
export function checkAuthored(type: string, authored: unknown): Authored {
  const { value, foundAs } = inCamelCase(authored);
  const result = questionType(type).content.safeParse(value);
  const problems = [...findReserved(value, []), ...(result.error?.issues ?? [])];
  if (result.success && problems.length === 0) return { ok: true, content: result.data };
  return { ok: false, problems: problems.map(({ path, message }) => ({ path: foundAs(path), message })) };
}

function inCamelCase(authored: unknown) {
  const foundAs = new Map<PropertyKey, string>();
  if (typeof authored !== 'object' || authored === null)
    return { value: authored, foundAs: (path: readonly PropertyKey[]) => path };
  const fields = Object.entries(authored).map(([found, value]): [string, unknown] => {
    const name = found.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    foundAs.set(name, found);
    return [name, value];
  });
  return {
    value: Object.fromEntries(fields) as unknown,
    foundAs: ([name, ...rest]: readonly PropertyKey[]) =>
      name === undefined ? [] : [foundAs.get(name) ?? name, ...rest],
  };
}

function findReserved(value: unknown, path: readonly PropertyKey[]): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => findReserved(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    if (!RESERVED_FIELDS.includes(name)) return findReserved(child, [...path, name]);
    return [{ path: [...path, name], message: `Leave out ${name}: Lectern writes it.` }];
  });
}
