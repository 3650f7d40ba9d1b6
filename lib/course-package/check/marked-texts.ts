import type { CoursePackage } from '../package';
import type { Place } from '../problem';
import type { Path, YamlText } from '../read/yaml-text';

/** A text that a person wrote: where each of its lines stands, and how it is read. */
export interface MarkedText {
  readonly text: string;
  /** Of the nth line, from 1. */
  readonly place: (line: number) => Place;
  readonly dialect: 'blocks' | 'inline';
  /** Whether terms and people may be linked in it. */
  readonly hasCards: boolean;
}

// Fields of the course's files that are Markdown, and how they are read. What is named nowhere is plain.
const BLOCKS = new Set(['description', 'prompt', 'stem', 'explanation']);
const INLINE = new Set([
  'text',
  'feedback',
  'before',
  'caption',
  'title',
  'standfirst',
  'issue',
  'head',
  'rows',
  'term',
  'where',
]);
const nameOf = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? '');

function inYaml(yaml: YamlText, hasCards: boolean): MarkedText[] {
  return yaml.texts().flatMap(({ path, text, line }) => {
    const name = nameOf(path);
    // The article's own title is its author's.
    if (path[0] === 'source' || (!BLOCKS.has(name) && !INLINE.has(name))) return [];
    const place = (nth: number) => ({ file: yaml.file, line: line(nth) });
    return [{ text, place, dialect: BLOCKS.has(name) ? ('blocks' as const) : ('inline' as const), hasCards }];
  });
}

/** Every text of a course, with its place. Each question file once, whatever could be made of its questions. */
export function markedTexts(course: CoursePackage): MarkedText[] {
  const files = new Map(course.questions.map(({ yaml }) => [yaml.file, yaml]));
  return [
    ...inYaml(course.courseYaml, false),
    ...course.lessons.flatMap((lesson) => [
      ...inYaml(lesson.yaml, false),
      ...lesson.blocks.flatMap((block): MarkedText[] => {
        if (block.kind === 'heading') {
          return [{ text: block.text, place: () => block.place, dialect: 'inline', hasCards: true }];
        }
        if (block.body.kind === 'figure') return inYaml(block.body.yaml, true);
        const place = (nth: number) => ({ file: lesson.file, line: block.begins + nth - 1 });
        return [{ text: block.body.markdown, place, dialect: 'blocks', hasCards: true }];
      }),
    ]),
    ...[...files.values()].flatMap((yaml) => inYaml(yaml, false)),
    ...course.quizzes.flatMap(({ yaml }) => inYaml(yaml, false)),
    ...Object.values(course.referenceYaml).flatMap((yaml) => inYaml(yaml, false)),
    {
      text: course.notes.replace(/^\s*# .*/, ''),
      place: (nth) => ({ file: 'on-the-source.md', line: nth }),
      dialect: 'blocks',
      hasCards: false,
    },
  ];
}
