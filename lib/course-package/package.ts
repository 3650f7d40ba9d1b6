import type { z } from 'zod';
import type { PassageOrigin } from '@/lib/lessons/schema';
import type { AnyContent } from '@/lib/question-types/any-type';
import type { Place } from './problem';
import type { CourseFile } from './read/course-file';
import type { Figure } from './read/figure';
import type { LessonHead } from './read/lesson-head';
import type { QuizFile } from './read/quiz-files';
import type { CastEntry, GlossaryEntry, RecordEntry, TimelineFile } from './read/reference-files';
import type { YamlText } from './read/yaml-text';

/** A course as read from its folder: everything that could be made sense of. */
export interface CoursePackage {
  readonly course: z.output<typeof CourseFile>;
  readonly courseYaml: YamlText;
  /** In the order of course.yaml; files that it does not name come last. */
  readonly lessons: readonly LessonText[];
  readonly questions: readonly QuestionText[];
  readonly quizzes: readonly QuizText[];
  readonly glossary: Readonly<Record<string, GlossaryEntry>>;
  readonly cast: Readonly<Record<string, CastEntry>>;
  readonly record: Readonly<Record<string, RecordEntry>>;
  readonly timeline: TimelineFile;
  /** on-the-source.md, or ''. */
  readonly notes: string;
  /** Of the reference's files, for checks that need lines. */
  readonly referenceYaml: Readonly<Partial<Record<'glossary' | 'cast' | 'record' | 'timeline', YamlText>>>;
  /** Every id that a file gives to something, also where the thing itself could not be read: nobody need be told twice. */
  readonly given: ReadonlySet<string>;
  /** Hashes of the article's eight-word runs. */
  readonly sourceHashes: ReadonlySet<string>;
}

export interface LessonText extends z.output<typeof LessonHead> {
  readonly file: string;
  readonly yaml: YamlText;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly place: Place }
  | PassageText;

export interface PassageText {
  readonly kind: 'passage';
  readonly id: string;
  readonly origin: PassageOrigin;
  /** Of its attribute line. */
  readonly place: Place;
  /** Of its first line. */
  readonly begins: number;
  readonly body:
    | { readonly kind: 'markdown'; readonly markdown: string }
    | { readonly kind: 'figure'; readonly figure: Figure; readonly yaml: YamlText };
}

export interface QuestionText {
  readonly id: string;
  readonly type: string;
  readonly objective: string | null;
  readonly cites: readonly string[];
  readonly stem: string;
  readonly explanation: string;
  /** Null where it is not as its type wants it. */
  readonly content: AnyContent | null;
  readonly yaml: YamlText;
  /** Of the question in its file. */
  readonly index: number;
}

export interface QuizText extends z.output<typeof QuizFile> {
  readonly file: string;
  readonly yaml: YamlText;
}

/** Whether a reference file has an entry of this id, also one that could not be read. */
export function hasEntry(course: CoursePackage, file: 'glossary' | 'cast' | 'record', id: string): boolean {
  const value = course.referenceYaml[file]?.value;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, id);
}

/** Where a question's field stands. */
export const placeOf = (question: QuestionText, ...path: (string | number)[]): Place => ({
  file: question.yaml.file,
  line: question.yaml.lineOf([question.index, ...path]),
});
