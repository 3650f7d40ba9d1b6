import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';
import { checkAuthored, isTypeName, typeNames } from '@/lib/question-types/registry';
import type { QuestionText } from '../package';
import { shown, type Tell } from '../problem';
import { at, checkShape, describe } from './check-shape';
import { id, list, words } from './fields';
import { type Path, readYaml, type YamlText } from './yaml-text';

const QuestionHead = z.object({
  id: id('q'),
  objective: id('o').optional(),
  cites: list(id('p'), 'the ids of the passages that settle it').min(
    1,
    stop('Cite at least one passage: a wrong answer leads back to the first.'),
  ),
  stem: words('the stem (Markdown): what is asked', 10_000),
  explanation: words('the explanation (Markdown): why the key is right', 10_000),
});
const SHARED = new Set(['id', 'type', 'objective', 'cites', 'stem', 'explanation']);

/** A file of questions. Each thing wrong is told; a question is left out only where its own fields cannot be read. */
export function readQuestions(source: string, file: string, tell: Tell): QuestionText[] {
  const yaml = readYaml(source, file, 0, tell);
  if (!yaml || yaml.value === null) return [];
  if (!Array.isArray(yaml.value)) {
    tell({ file, line: 1 }, 'a file that is no list', 'Begin each question with “- id: q-…”.');
    return [];
  }
  return yaml.value.flatMap((value: unknown, index) => readQuestion(value, index, yaml, tell) ?? []);
}

function readQuestion(value: unknown, index: number, yaml: YamlText, tell: Tell): QuestionText | null {
  const place = (path: Path) => ({ file: yaml.file, line: yaml.lineOf([index, ...path]) });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    tell(place([]), shown(value), 'Write a question: id, type, cites, stem, …');
    return null;
  }
  const head = checkShape(QuestionHead, yaml, [index], tell);
  const { type } = value as { type?: unknown };
  if (typeof type !== 'string' || !isTypeName(type)) {
    tell(place(['type']), describe(['type'], type), `Write one of: ${typeNames.join(', ')}.`);
    return null;
  }
  const authored = checkAuthored(type, Object.fromEntries(Object.entries(value).filter(([name]) => !SHARED.has(name))));
  if (!authored.ok) for (const { path, message } of authored.problems) tellContent(value, path, message, place, tell);
  if (!head) return null;
  const { id, objective = null, cites, stem, explanation } = head;
  const content = authored.ok ? authored.content : null;
  return { id, type, objective, cites, stem, explanation, content, yaml, index };
}

function tellContent(
  value: object,
  path: Path,
  message: string,
  place: (path: Path) => Parameters<Tell>[0],
  tell: Tell,
) {
  const unknown = /^Unrecognized keys?: (.*)$/.exec(message)?.[1];
  if (unknown === undefined) return tell(place(path), describe(path, at(value, path)), message);
  for (const [, name = ''] of unknown.matchAll(/"([^"]+)"/g)) {
    const found = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const path1 = at(value, [...path, found]) === undefined ? [...path, name] : [...path, found];
    tell(place(path1), `a field “${String(path1.at(-1))}” that means nothing here`, 'Leave it out, or mend its name.');
  }
}
