import type { z } from 'zod';
import type { Block, PassageText } from '../package';
import { shown, type Tell } from '../problem';
import { isAttributeLine, readAttributes } from './attributes';
import { checkShape } from './check-shape';
import { type Figure, figures, isFigureKind } from './figure';
import { readYaml } from './yaml-text';

/** Lines that stand together: what is between two blank lines, or a fenced block whole. */
interface Chunk {
  readonly line: number;
  readonly lines: string[];
}

/** The body of a lesson as headings and passages; `offset` is how many lines of the file stand before it. */
export function readLessonBody(body: string, file: string, offset: number, tell: Tell): Block[] {
  return chunksOf(body, offset).flatMap((chunk): Block[] => {
    const [first = ''] = chunk.lines;
    const place = { file, line: chunk.line };
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(first);
    if (heading) return readHeading(heading, chunk, file, tell);
    const last = chunk.lines.at(-1) ?? '';
    if (!isAttributeLine(last)) {
      if (/^\{.*\}?\s*$/.test(last) && chunk.lines.length > 1) {
        tell(
          { file, line: chunk.line + chunk.lines.length - 1 },
          `an attribute line that does not close: ${shown(last)}`,
          'Write it like {#p-k3f9 source="¶3"}.',
        );
      } else
        tell(
          place,
          `a block without an attribute line: ${shown(first)}`,
          'End it with a line like {#p-k3f9 source="¶3"}.',
        );
      return [];
    }
    if (chunk.lines.length === 1) {
      tell(place, 'an attribute line with nothing above it', 'Put it right under its passage, without a blank line.');
      return [];
    }
    return readPassage(chunk, file, tell);
  });
}

function chunksOf(body: string, offset: number): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  let fence: string | null = null;
  body.split('\n').forEach((text, i) => {
    const isBlank = text.trim() === '' && fence === null;
    const [mark] = /^(?:```+|~~~+)/.exec(text) ?? [];
    if (mark && (fence === null || text.trim().startsWith(fence))) fence = fence === null ? mark : null;
    if (isBlank) {
      open = null;
      return;
    }
    if (!open) {
      open = { line: i + 1 + offset, lines: [] };
      chunks.push(open);
    }
    open.lines.push(text.replace(/\s+$/, ''));
    if (fence === null && isAttributeLine(text)) open = null;
  });
  return chunks;
}

function readHeading(match: RegExpExecArray, chunk: Chunk, file: string, tell: Tell): Block[] {
  const [, marks = '', text = ''] = match;
  const place = { file, line: chunk.line };
  if (chunk.lines.length > 1) {
    const next = { file, line: chunk.line + 1 };
    const rest = chunk.lines[1] ?? '';
    const advice = isAttributeLine(rest)
      ? 'Headings carry no attributes: take the line out.'
      : 'Put a blank line under the heading.';
    tell(next, `a heading with ${shown(rest)} right under it`, advice);
  }
  if (marks.length !== 2 && marks.length !== 3) {
    tell(
      place,
      `a heading of level ${marks.length}`,
      'Headings in a lesson are ## or ###; the title stands in the front matter.',
    );
    return [];
  }
  if (text === '') tell(place, 'a heading without words', 'Write the heading, or take the line out.');
  return [{ kind: 'heading', level: marks.length === 2 ? 2 : 3, text, place }];
}

function readPassage(chunk: Chunk, file: string, tell: Tell): PassageText[] {
  const lines = chunk.lines.slice(0, -1);
  const place = { file, line: chunk.line + lines.length };
  const attributes = readAttributes(chunk.lines.at(-1) ?? '', place, tell);
  const [first = ''] = lines;
  const body = /^(?:```+|~~~+)\s*figure\s*$/.test(first)
    ? readFigure(lines, chunk.line, file, tell)
    : ({ kind: 'markdown', markdown: lines.join('\n') } as const);
  if (!attributes || !body) return [];
  return [{ kind: 'passage', ...attributes, place, begins: chunk.line, body }];
}

function readFigure(lines: readonly string[], line: number, file: string, tell: Tell): PassageText['body'] | null {
  const closed = /^(?:```+|~~~+)\s*$/.test(lines.at(-1) ?? '');
  if (!closed) {
    tell(
      { file, line },
      'a figure that is not closed',
      'Close it with ``` on a line of its own, then its attribute line.',
    );
    return null;
  }
  const yaml = readYaml(lines.slice(1, -1).join('\n'), file, line, tell);
  if (!yaml) return null;
  const kind = (yaml.value as { kind?: unknown } | null)?.kind;
  if (!isFigureKind(kind)) {
    tell(
      { file, line: yaml.lineOf(['kind']) },
      `a figure of the kind ${shown(kind)}`,
      `Write one of: ${Object.keys(figures).join(', ')}.`,
    );
    return null;
  }
  const figure = checkShape(figures[kind] as z.ZodType<Figure>, yaml, [], tell);
  return figure && { kind: 'figure', figure, yaml };
}
