import { expect, it } from 'vitest';
import { tinyCourse } from '@/lib/testing/tiny-course';
import { harmIn, XSS_CORPUS } from '@/lib/testing/xss-corpus';
import { checkCourse } from '../check/check-course';
import type { CoursePackage } from '../package';
import { renderLesson } from './render-lesson';
import { renderQuestion } from './render-question';
import { renderIntro } from './render-quiz';
import { renderDescription, renderReference } from './render-reference';

/** Fields that take any words; ids, dates and kinds are held to their patterns when a course is read. */
const WORDS =
  /^(?:text|title|caption|issue|name|prompt|stem|explanation|intro|feedback|description|standfirst|markdown|head|rows|before|gauge)$/;

/** The same thing with other words wherever words may stand. */
function withWords<T>(thing: T, words: string, field = ''): T {
  if (typeof thing === 'string') return (WORDS.test(field) ? words : thing) as T;
  if (Array.isArray(thing)) return thing.map((each) => withWords(each, words, field)) as T;
  if (typeof thing !== 'object' || thing === null || Object.getPrototypeOf(thing) !== Object.prototype) return thing;
  const entries = Object.entries(thing).map(([key, value]) => [
    key,
    key === 'yaml' ? value : withWords(value, words, key),
  ]);
  return Object.fromEntries(entries) as T;
}

/** All HTML of a course that is stored when it is saved, with these words in it. */
function htmlOf(words: string): string {
  const { course: read } = checkCourse(tinyCourse());
  if (!read) throw new Error('course.yaml could not be read');
  const course: CoursePackage = { ...withWords(read, words), notes: words };
  const address = (id: string) => `/courses/c/lessons/l#${id}`;
  const { glossary, cast, record, timeline, notesHtml } = renderReference(course, address);
  const cards = [glossary, cast, record, timeline.events].flatMap((entries) =>
    Object.values(entries).map(({ html }) => html),
  );
  const lessons = course.lessons.map((lesson, i) => renderLesson(course, lesson, i + 1, address));
  const questions = course.questions.map((question) => renderQuestion(course, question, address));
  return [
    renderDescription(course, address),
    ...course.quizzes.map((quiz) => renderIntro(course, quiz, address)),
    notesHtml,
    ...cards,
    ...lessons.flatMap(({ html, frame }) => [html, ...frame.before, frame.discussion?.html ?? '']),
    ...questions.flatMap(({ stemHtml, explanationHtml, content }) => [stemHtml, explanationHtml, ...htmlIn(content)]),
  ].join('\n');
}

/** Options, entries and feedback as they are stored. */
const htmlIn = (content: unknown): string[] =>
  [...JSON.stringify(content).matchAll(/"(?:html|feedbackHtml)":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']) => JSON.parse(text) as string,
  );

/** Harm, but for what the frames of passages and figures bring themselves; of that, the tag and the attribute. */
const harmOf = (html: string): string[] => harmIn(html).map((harm) => harm.replace(/="[^"]*"/g, ''));

const own = new Set(harmOf(htmlOf('words')));

it.each(XSS_CORPUS)('somebody who loads a course full of %j stores nothing that could do harm (T-XSS-1)', (text) => {
  const html = htmlOf(text);
  expect(html.length).toBeGreaterThan(5_000);
  expect(harmOf(html).filter((harm) => !own.has(harm))).toEqual([]);
});
