import type { z } from 'zod';
import type { CoursePackage, LessonText } from '../package';
import { inOrder, type Problem, type Tell } from '../problem';
import { checkShape } from './check-shape';
import { CourseFile } from './course-file';
import { type Files, filesIn, isKnown } from './folder';
import { QuizFile } from './quiz-files';
import { readLesson } from './read-lesson';
import { readQuestions } from './read-questions';
import { readEntries, readTimeline } from './read-reference';
import { CastEntry, GlossaryEntry, RecordEntry } from './reference-files';
import { readYaml, type YamlText } from './yaml-text';

export interface ReadPackage {
  /** Null where nothing could be made of course.yaml. */
  readonly course: CoursePackage | null;
  /** Whether the course has an id, an address and a title of its own, and may be loaded. */
  readonly hasHead: boolean;
  readonly problems: readonly Problem[];
}

/** Reads a course from its files, telling everything that is not of the format. What belongs together is checked by `check/`. */
export function readPackage(files: Files): ReadPackage {
  const problems: Problem[] = [];
  const tell: Tell = ({ file, line }, found, instead) => void problems.push({ file, line, found, instead });

  for (const file of files.keys()) {
    if (isKnown(file)) continue;
    const advice =
      'Texts are the files that docs/course-format.md names, such as questions/one.yaml: rename or move it.';
    tell({ file, line: 1 }, 'a file that is not read', advice);
  }
  for (const [file, text] of files) checkCharacters(file, text, tell);
  const source = files.get('course.yaml');
  if (source === undefined) {
    tell(
      { file: 'course.yaml', line: 1 },
      'no course.yaml',
      'Write one: id, slug, title, parts (docs/course-format.md).',
    );
  }
  const courseYaml = source === undefined ? null : readYaml(source, 'course.yaml', 0, tell);
  const head = courseYaml && checkShape(CourseFile, courseYaml, [], tell);
  const course = head ?? (courseYaml && headless(courseYaml));

  const lessons = filesIn(files, 'lessons').flatMap(([file, text]) => readLesson(text, file, tell) ?? []);
  const questions = filesIn(files, 'questions').flatMap(([file, text]) => readQuestions(text, file, tell));
  const quizzes = filesIn(files, 'quizzes').flatMap(([file, text]) => {
    const yaml = readYaml(text, file, 0, tell);
    const quiz = yaml && checkShape(QuizFile, yaml, [], tell);
    return quiz && yaml ? [{ ...quiz, file, yaml }] : [];
  });
  const glossary = readEntries(files.get('glossary.yaml') ?? null, 'glossary.yaml', GlossaryEntry, tell);
  const cast = readEntries(files.get('cast.yaml') ?? null, 'cast.yaml', CastEntry, tell);
  const record = readEntries(files.get('record.yaml') ?? null, 'record.yaml', RecordEntry, tell);
  const { yaml: timelineYaml, timeline } = readTimeline(files.get('timeline.yaml') ?? null, tell);
  if (!course || !courseYaml) return { course: null, hasHead: false, problems: inOrder(problems) };

  const order = course.parts.flatMap((part) => part.lessons);
  const place = ({ id }: LessonText) => (order.includes(id) ? order.indexOf(id) : order.length);
  return {
    course: {
      course,
      courseYaml,
      lessons: [...lessons].sort((a, b) => place(a) - place(b)),
      questions,
      quizzes,
      glossary: glossary.entries,
      cast: cast.entries,
      record: record.entries,
      timeline,
      notes: files.get('on-the-source.md') ?? '',
      referenceYaml: {
        ...(glossary.yaml && { glossary: glossary.yaml }),
        ...(cast.yaml && { cast: cast.yaml }),
        ...(record.yaml && { record: record.yaml }),
        ...(timelineYaml && { timeline: timelineYaml }),
      },
      given: new Set([...files].flatMap(([, text]) => givenIn(text))),
      sourceHashes: new Set(files.get('source-hashes.txt')?.split(/\s+/).filter(Boolean) ?? []),
    },
    hasHead: head !== null,
    problems: inOrder(problems),
  };
}

/** Characters that no text means to have: of files in another encoding, and control characters, which cannot be stored. */
function checkCharacters(file: string, text: string, tell: Tell): void {
  text.split('\n').forEach((words, i) => {
    const place = { file, line: i + 1 };
    if (words.includes('\uFFFD'))
      tell(place, 'a character that is not UTF-8', 'Save the file with the encoding UTF-8.');
    const isControl = /(?!\t)\p{Cc}/u.test(words) || (file.endsWith('.yaml') && /\\(?:0|x00|u0000)/.test(words));
    if (isControl) tell(place, 'a control character', 'Take it out: it cannot be seen, and not be stored.');
  });
}

/** A course.yaml without a proper id, slug or title, as if it had one: its parts can still be checked. */
function headless({ value }: YamlText): z.output<typeof CourseFile> | null {
  const { id: _id, slug: _slug, title: _title, ...rest } = (value ?? {}) as Record<string, unknown>;
  return CourseFile.safeParse({ ...rest, id: 'c-none', slug: 'none', title: 'None' }).data ?? null;
}

const givenIn = (text: string): string[] =>
  [...text.matchAll(/(?:\bid:\s*["']?|^\{#)([lpqoz]-[a-z0-9]{4,})/gm)].map(([, id = '']) => id);
