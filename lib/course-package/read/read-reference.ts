import { z } from 'zod';
import { shown, type Tell } from '../problem';
import { at, checkShape } from './check-shape';
import { ENTRY } from './fields';
import type { TimelineFile } from './reference-files';
import { TimelineEvent } from './reference-files';
import { type Path, readYaml, type YamlText } from './yaml-text';

export interface Entries<T> {
  readonly yaml: YamlText | null;
  readonly entries: Record<string, T>;
}

/** A file of entries by their ids (glossary, cast, record). A missing file has none. */
export function readEntries<T>(source: string | null, file: string, shape: z.ZodType<T>, tell: Tell): Entries<T> {
  const yaml = source === null ? null : readYaml(source, file, 0, tell);
  return { yaml, entries: yaml ? entriesAt(yaml, [], shape, tell) : {} };
}

function entriesAt<T>(yaml: YamlText, path: Path, shape: z.ZodType<T>, tell: Tell): Record<string, T> {
  const value = at(yaml.value, path) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    tell(
      { file: yaml.file, line: yaml.lineOf(path) },
      shown(value),
      'Write each entry under its own id, such as zero-sum:',
    );
    return {};
  }
  const entries: Record<string, T> = {};
  for (const id of Object.keys(value)) {
    if (!ENTRY.test(id)) {
      tell(
        { file: yaml.file, line: yaml.lineOf([...path, id]) },
        `the id ${shown(id)}`,
        'Write ids in small letters, digits and hyphens.',
      );
    }
    const entry = checkShape(shape, yaml, [...path, id], tell);
    if (entry && ENTRY.test(id)) entries[id] = entry;
  }
  return entries;
}

const Lanes = z.record(z.string(), z.string({ error: 'Write the title of the lane.' }), {
  error: 'Write the lanes as id: title.',
});

/** timeline.yaml: its lanes and its events. */
export function readTimeline(source: string | null, tell: Tell): { yaml: YamlText | null; timeline: TimelineFile } {
  const file = 'timeline.yaml';
  const yaml = source === null ? null : readYaml(source, file, 0, tell);
  if (!yaml) return { yaml, timeline: { lanes: {}, events: {} } };
  for (const name of Object.keys((yaml.value as object | null) ?? {})) {
    if (name === 'lanes' || name === 'events') continue;
    tell(
      { file, line: yaml.lineOf([name]) },
      `a field “${name}” that means nothing here`,
      'A timeline has lanes and events.',
    );
  }
  const lanes = checkShape(Lanes, yaml, ['lanes'], tell) ?? {};
  return { yaml, timeline: { lanes, events: entriesAt(yaml, ['events'], TimelineEvent, tell) } };
}
