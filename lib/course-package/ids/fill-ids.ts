import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { IdKind } from '../read/fields';
import type { Files } from '../read/folder';

/** A file with the ids that were missing written in, and which they are. */
export interface Filled {
  readonly file: string;
  readonly text: string;
  readonly ids: readonly { readonly id: string; readonly line: number }[];
}

/** Writes a fresh id wherever one is missing, and touches nothing else. `fresh` gives letters and digits that are random. */
export function fillIds(files: Files, fresh: () => string): Filled[] {
  const all = [...files.values()].join('\n');
  const taken = new Set(all.match(/\b[clpqzo]-[a-z0-9]{4,}\b/g) ?? []);
  const mint = (kind: IdKind): string => {
    for (;;) {
      const id = `${kind}-${fresh()}`;
      if (!taken.has(id) && taken.add(id)) return id;
    }
  };
  return [...files].flatMap(([file, before]) => {
    const text = fillFile(file, before, mint);
    if (text === before) return [];
    const was = new Set(before.match(/\b[clpqzo]-[a-z0-9]{4,}\b/g) ?? []);
    const ids = text.split('\n').flatMap((line, i) => {
      const news = line.match(/\b[clpqzo]-[a-z0-9]{4,}\b/g) ?? [];
      return news.filter((id) => !was.has(id)).map((id) => ({ id, line: i + 1 }));
    });
    return [{ file, text, ids }];
  });
}

function fillFile(file: string, text: string, mint: (kind: IdKind) => string): string {
  if (file.startsWith('lessons/')) return fillLesson(text, mint);
  if (file.startsWith('questions/'))
    return fillMaps(text, (root) => (isSeq(root) ? root.items.filter(isMap) : []), 'q', mint);
  if (file.startsWith('quizzes/')) return fillMaps(text, (root) => (isMap(root) ? [root] : []), 'z', mint);
  if (file !== 'course.yaml') return text;
  const objectives = (root: unknown): YAMLMap[] => {
    const list = isMap(root) ? root.get('objectives') : null;
    return isSeq(list) ? list.items.filter(isMap) : [];
  };
  return fillMaps(fillMaps(text, objectives, 'o', mint), (root) => (isMap(root) ? [root] : []), 'c', mint);
}

function fillLesson(text: string, mint: (kind: IdKind) => string): string {
  const lines = text.split('\n');
  const close = lines.findIndex((line, i) => i > 0 && line.trim() === '---');
  let isCode = false;
  const filled = lines.map((line, i) => {
    if (i <= close) return line;
    if (/^(?:```|~~~)/.test(line)) isCode = !isCode;
    if (isCode || !/^\{[^{}#]*\}\s*$/.test(line)) return line;
    const rest = line.trim().slice(1, -1).trim();
    return `{#${mint('p')}${rest ? ` ${rest}` : ''}}`;
  });
  const hasId = lines.slice(0, close).some((line) => /^id:/.test(line));
  if (close > 0 && !hasId) filled.splice(1, 0, `id: ${mint('l')}`);
  return filled.join('\n');
}

/** Puts `id: …` first into each of the maps that has none; the file's own layout stays. */
function fillMaps(
  text: string,
  find: (root: unknown) => YAMLMap[],
  kind: IdKind,
  mint: (kind: IdKind) => string,
): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  const without = find(document.contents).filter((map) => !map.has('id'));
  let filled = text;
  for (const map of without.reverse()) {
    const at = map.range?.[0] ?? 0;
    const indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1));
    const id = mint(kind);
    filled = map.flow
      ? `${filled.slice(0, at + 1)} id: ${id}${map.items.length > 0 ? ',' : ''}${filled.slice(at + 1)}`
      : `${filled.slice(0, at)}id: ${id}\n${indent}${filled.slice(at)}`;
  }
  return filled;
}
