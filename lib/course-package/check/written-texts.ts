import type { Dialect } from '@/lib/passages/parse';
import type { CoursePackage } from '../package';
import type { Place } from '../problem';
import type { Path, YamlText } from '../read/yaml-text';

/** A text that a person wrote: where each of its lines stands, and how it is read. */
export interface WrittenText {
  readonly text: string;
  /** Of the nth line, from 1. */
  readonly place: (line: number) => Place;
  readonly dialect: Exclude<Dialect, 'post'> | 'plain';
  /** Whether terms and people may be linked in it. */
  readonly hasCards: boolean;
}

// Fields of the course's files that are Markdown, and how they are read. What is named nowhere is plain.
const BLOCKS = new Set(['description', 'intro', 'prompt', 'stem', 'explanation']);
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

function dialectOf(path: Path): WrittenText['dialect'] {
  const name = String(path.findLast((key) => typeof key === 'string') ?? '');
  return BLOCKS.has(name) ? 'blocks' : INLINE.has(name) ? 'inline' : 'plain';
}

function inYaml(yaml: YamlText, hasCards: boolean): WrittenText[] {
  return yaml.texts().flatMap(({ path, text, line }) => {
    // The article's own title is its author's.
    if (yaml.file === 'course.yaml' && path[0] === 'source') return [];
    const place = (nth: number) => ({ file: yaml.file, line: line(nth) });
    return [{ text, place, dialect: dialectOf(path), hasCards }];
  });
}

/** Every text of a course, with its place. Each question file once, whatever could be made of its questions. */
export function writtenTexts(course: CoursePackage): WrittenText[] {
  const files = new Map(course.questions.map(({ yaml }) => [yaml.file, yaml]));
  return [
    ...inYaml(course.courseYaml, false),
    ...course.lessons.flatMap((lesson) => [
      ...inYaml(lesson.yaml, false),
      ...lesson.blocks.flatMap((block): WrittenText[] => {
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
