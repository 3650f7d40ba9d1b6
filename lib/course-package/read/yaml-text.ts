import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Place, Tell } from '../problem';

export type Path = readonly PropertyKey[];

/** A YAML text with the places of its values. */
export interface YamlText {
  readonly file: string;
  readonly value: unknown;
  /** The line on which the value at this path begins, or the nearest thing around it. */
  readonly lineOf: (path: Path) => number;
  /** The line of a file on which the nth line (from 1) of the text at this path stands. */
  readonly textLine: (path: Path, line: number) => number;
  /** All texts in it, with their paths. */
  readonly texts: () => { readonly path: Path; readonly text: string; readonly line: (nth: number) => number }[];
}

/**
 * Reads YAML that begins `offset` lines into a file. Tells syntax errors and doubled keys; returns null where nothing could be
 * made of it.
 */
export function readYaml(source: string, file: string, offset: number, tell: Tell): YamlText | null {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (at: number): number => lines.linePos(at).line + offset;
  for (const error of document.errors) {
    const line = lineAt(Math.min(error.pos[0], source.trimEnd().length));
    if (error.code === 'DUPLICATE_KEY') tell({ file, line }, 'a field that stands here twice', 'Keep one of the two.');
    else {
      const found = `YAML that cannot be read: ${error.message.replace(/\s+/g, ' ')}`;
      tell(
        { file, line },
        found,
        'Mind the indentation; put texts with a colon, # or quotation marks in quotation marks.',
      );
    }
  }
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return null;
  const value = readValue(document, { file, line: 1 + offset }, tell);
  if (value === undefined) return null;
  const root = document.contents;
  const startOf = (node: Node | null | undefined): number | undefined => node?.range?.[0];

  const lineOf = (path: Path): number => {
    let at = startOf(root) ?? 0;
    let node: unknown = root;
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key));
        if (!pair) break;
        at = startOf(pair.key as Node) ?? at;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        if (!node) break;
        at = startOf(node as Node) ?? at;
      } else break;
    }
    return lineAt(at);
  };

  const nthLine = (node: Scalar, nth: number): number => {
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    return lineAt(startOf(node) ?? 0) + (isBlock ? nth : nth - 1);
  };
  const textLine = (path: Path, nth: number): number => {
    const node = document.getIn(path, true);
    return isScalar(node) ? nthLine(node, nth) : lineOf(path);
  };

  const collect = (node: unknown, path: Path): ReturnType<YamlText['texts']> => {
    if (isScalar(node)) {
      const { value } = node;
      return typeof value === 'string' ? [{ path, text: value, line: (nth) => nthLine(node, nth) }] : [];
    }
    if (!isCollection(node)) return [];
    if (isSeq(node)) return node.items.flatMap((item, i) => collect(item, [...path, i]));
    return isMap(node)
      ? node.items.flatMap((pair) => collect(pair.value, [...path, isScalar(pair.key) ? String(pair.key.value) : '']))
      : [];
  };

  return { file, value, lineOf, textLine, texts: () => collect(root, []) };
}

/** What a text says; undefined where references multiply it beyond measure. */
function readValue(document: Document, place: Place, tell: Tell): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    tell(place, 'references (&name, *name) that multiply the text', 'Write the text out where it belongs.');
    return undefined;
  }
}
