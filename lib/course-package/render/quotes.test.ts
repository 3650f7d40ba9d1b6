import { expect, it } from 'vitest';
import { type Edit, tinyCourse } from '@/lib/testing/tiny-course';
import { checkCourse } from '../check/check-course';
import type { CoursePackage } from '../package';
import { type Files, readFiles } from '../read/folder';
import { rulesOf } from '../sync/sync-quizzes';
import { renderLesson } from './render-lesson';
import { renderQuestion } from './render-question';
import { renderIntro } from './render-quiz';
import { renderDescription, renderReference } from './render-reference';

function read(files: Files): CoursePackage {
  const { course, problems } = checkCourse(files);
  if (!course || problems.length > 0) throw new Error(JSON.stringify(problems));
  return course;
}

const strings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap((each) => strings(each));

/** All words of a course as its readers get them. */
function wordsOf(course: CoursePackage): string[] {
  const address = (id: string) => `/courses/c/lessons/l#${id}`;
  const { lessons, questions, quizzes } = course;
  const html = questions.map((question) => {
    const { stemHtml, stemText, explanationHtml } = renderQuestion(course, question, address);
    return [stemHtml, stemText, explanationHtml];
  });
  return strings([
    renderReference(course, address),
    renderDescription(course, address),
    lessons.map((lesson, i) => renderLesson(course, lesson, i + 1, address)),
    quizzes.map((quiz) => [rulesOf(quiz).title, renderIntro(course, quiz, address)]),
    html,
  ]).map((text) =>
    text
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;|&#x27;/g, "'")
      .replace(/&quot;|&#x22;/g, '"'),
  );
}

it('who reads the course of the house meets no straight quotation mark or apostrophe, in titles and drawings neither', () => {
  const words = wordsOf(read(readFiles('content/seoul-tokyo')));
  expect(words.length).toBeGreaterThan(1_000);
  expect(words.filter((text) => /['"]/.test(text))).toEqual([]);
});

const MARKED: readonly Edit[] = [
  { file: 'course.yaml', find: 'Say what makes', write: "Say 'in short' what makes" },
  { file: 'glossary.yaml', find: 'term: tide', write: "term: the sea's tide" },
  { file: 'cast.yaml', find: 'Ada Reed', write: "Ada O'Reed" },
  { file: 'cast.yaml', find: 'Harbour master', write: "Harbour's master" },
  { file: 'record.yaml', find: 'The gauge is', write: "Ada's gauge is" },
  { file: 'record.yaml', find: '"Harbour log', write: '"Harbour\'s log' },
  { file: 'timeline.yaml', find: 'gauge: The gauge', write: "gauge: The harbour's gauge" },
  { file: 'timeline.yaml', find: 'title: Built', write: "title: The gauge's making" },
  { file: 'quizzes/final.yaml', find: 'title: All of it', write: "title: All of the tide's course" },
];

it.each(MARKED)('an apostrophe typed into $file ($find) is set', (edit) => {
  const words = wordsOf(read(tinyCourse([edit]))).join('\n');
  expect(words).not.toMatch(/['"]/);
  expect(words).toContain(
    edit.write
      .replace(/^\w+: /, '')
      .replace(/^"/, '')
      .replace(/'(?=in )/, '‘')
      .replaceAll("'", '’'),
  );
});

it('a title says its words, and a place to check keeps its address as it was typed', () => {
  const files = tinyCourse([
    { file: 'timeline.yaml', find: 'title: Built', write: 'title: Built *at last*' },
    { file: 'record.yaml', find: 'Harbour log, volume 3', write: 'https://log.example/a_b_c*d*' },
  ]);
  const { timeline, record } = renderReference(read(files), () => null);
  expect(timeline.events.built?.title).toBe('Built at last');
  expect(record['gauge-1931']?.where).toBe('https://log.example/a_b_c*d*');
});
