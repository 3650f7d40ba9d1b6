import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import type { AnyDrawn, AnyQuestionType } from './any-type';

/** What the tests of all types need, to look into papers and into what a registry brings along. */

/** Anything at all, and things that are nearly a response. */
export function anyResponse(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a', 'z', '1,5', 'NaN', '-Infinity', '\u0000'),
  );
  const fields = fc.record(
    {
      choice: fc.oneof(text, fc.anything()),
      choices: fc.oneof(fc.array(text), fc.anything()),
      order: fc.oneof(fc.array(text), fc.anything()),
      text: fc.oneof(text, fc.anything()),
    },
    { requiredKeys: [] },
  );
  return fc.oneof(fc.constantFrom(...samples), fields, fc.anything());
}

/** The response with the author's ids replaced by the letters of a drawn paper. */
export function inLettersOf(paper: AnyDrawn, response: unknown): unknown {
  const letters = new Map<string, string>();
  walk(paper, '', (_, value) => {
    const { id, origin } = value as { id?: string; origin?: string };
    if (id !== undefined && origin !== undefined) letters.set(origin, id);
  });
  if (letters.size === 0) return response;
  const translated = JSON.parse(JSON.stringify(response), (_, value) => letters.get(value) ?? value);
  if (Array.isArray(translated?.choices)) translated.choices.sort();
  return translated;
}

/** A planted word, the path where it stands, and the option, entry or rule that it belongs to. */
interface Canary {
  readonly path: string;
  readonly word: string;
  readonly owner: { readonly id?: string };
}

/** A copy in which every text (and number) but ids and flags holds a word that stands nowhere else. */
export function plantCanaries(type: AnyQuestionType, paper: AnyDrawn, { numbers = true } = {}) {
  const words: Canary[] = [];
  const plant = (path: string, owner: object) => {
    const word = `${918_273_640 + words.length}`;
    words.push({ path, word, owner });
    return word;
  };
  const copy = (value: unknown, path: string, owner: object): unknown => {
    if (Array.isArray(value)) return value.map((item, i) => copy(item, `${path}.${i}`, owner));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, copy(child, `${path}.${name}`, value)]),
      );
    }
    if (/\.(id|key|key\.\d+|case)$/.test(path)) return value;
    if (typeof value === 'string') return `${value} ${plant(path, owner)}`;
    return typeof value === 'number' && numbers ? Number(plant(path, owner)) : value;
  };
  const rendered = type.renderText(paper, (markdown) => `<i>${markdown}</i>`);
  return { planted: copy(rendered, '', {}) as AnyDrawn, words };
}

/** Whether a type declares a path as open to students. */
export function isOpen(path: string, openPaths: readonly string[]): boolean {
  return openPaths.includes(path.slice(1).replace(/\.\d+(?=\.|$)/g, '.*'));
}

/** Every text in a value, with its path. */
export function stringsOf(value: unknown): { path: string; value: string }[] {
  const found: { path: string; value: string }[] = [];
  walk(value, '', (path, each) => {
    if (typeof each === 'string') found.push({ path, value: each });
  });
  return found;
}

function walk(value: unknown, path: string, visit: (path: string, value: NonNullable<unknown>) => void): void {
  if (value === null || value === undefined) return;
  visit(path, value);
  if (typeof value === 'object')
    for (const [name, child] of Object.entries(value)) walk(child, `${path}.${name}`, visit);
}

/** What stays of a paper when places and letters are forgotten. */
export function withoutIds(paper: unknown): unknown {
  const texts = stringsOf(paper).filter(({ path }) => !/\.(id|key|key\.\d+)$/.test(path));
  return texts.map(({ value }) => value).sort();
}

/** In the order of ids. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** JSON with its keys in reverse order at every level. */
export function reversedKeys(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).reverse())
      : each,
  );
}

/** Every file that a file of this folder needs at run time, itself included, as seen from here; and the packages these need. */
export function filesFor(file: string): string[] {
  const found = new Set<string>();
  const follow = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*from '([^']*)';/gm,
    )) {
      const base = from.startsWith('@/') ? join(process.cwd(), from.slice(2)) : join(dirname(path), from);
      const next = [`${base}.ts`, `${base}.tsx`].find((candidate) => existsSync(candidate));
      if (next) follow(next);
      else found.add(from);
    }
  };
  follow(join(import.meta.dirname, file));
  return [...found].map((path) => (path.startsWith('/') ? relative(import.meta.dirname, path) : path));
}
