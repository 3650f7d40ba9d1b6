import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { typeNames } from '@/lib/question-types/registry';
import { tinyCourse } from '@/lib/testing/tiny-course';
import { checkCourse } from '../check/check-course';
import type { Problem, Tell } from '../problem';
import { checkShape } from './check-shape';
import { CourseFile } from './course-file';
import { figures } from './figure';
import { QuizFile } from './quiz-files';
import { readLesson } from './read-lesson';
import { readQuestions } from './read-questions';
import { CastEntry, GlossaryEntry, RecordEntry, TimelineEvent } from './reference-files';
import { type Path, readYaml } from './yaml-text';

const DOCUMENT = readFileSync('docs/course-format.md', 'utf8');

/** The nth example after a heading of the document, without its fence. */
function example(heading: string, nth = 1): string {
  const after = DOCUMENT.slice(DOCUMENT.indexOf(`# ${heading}`));
  return [...after.matchAll(/^(`{3,})\w+\n(.*?)^\1$/gms)][nth - 1]?.[2] ?? '';
}

/** What is wrong with something that is read with `read`. */
function problemsOf(read: (tell: Tell) => unknown): Problem[] {
  const problems: Problem[] = [];
  read(({ file, line }, found, instead) => void problems.push({ file, line, found, instead }));
  return problems;
}

function shapeProblems(text: string, shape: z.ZodType, path: Path = []): Problem[] {
  return problemsOf((tell) => {
    const yaml = readYaml(text, 'one.yaml', 0, tell);
    if (yaml) checkShape(shape, yaml, path, tell);
  });
}

describe('an instructor who copies the examples of docs/course-format.md', () => {
  it('gets a course.yaml that is read without a problem', () => {
    expect(shapeProblems(example('course.yaml'), CourseFile)).toEqual([]);
  });

  it('gets a lesson and its figure', () => {
    const text = `${example('lessons/*.md')}\n${example('Figures')}`;
    expect(problemsOf((tell) => readLesson(text, 'lessons/one.md', tell)?.blocks.length)).toEqual([]);
    expect(readLesson(text, 'lessons/one.md', () => undefined)?.blocks).toHaveLength(4);
  });

  it('gets a question of each type there is', () => {
    const types = example('questions/*.yaml', 2);
    const head = example('questions/*.yaml').replace(/^ {2}type: .*\n/m, '');
    const bodies = types.split(/^(?= {2}type: )/m).filter((body) => body.startsWith('  type: '));
    expect(bodies.map((body) => /type: (.*)/.exec(body)?.[1]).sort()).toEqual([...typeNames].sort());
    for (const body of bodies) {
      expect(problemsOf((tell) => readQuestions(`${head}${body}`, 'questions/one.yaml', tell))).toEqual([]);
    }
  });

  it('gets a quiz, and entries of the glossary, cast, timeline and record', () => {
    expect(shapeProblems(example('quizzes/*.yaml'), QuizFile)).toEqual([]);
    const entries = example('glossary.yaml');
    expect(shapeProblems(entries, GlossaryEntry, ['zero-sum'])).toEqual([]);
    expect(shapeProblems(entries, CastEntry, ['moon-jae-in'])).toEqual([]);
    expect(shapeProblems(entries, RecordEntry, ['ruling-2018-10-30'])).toEqual([]);
    for (const id of ['settlement-1965', 'estrangement']) {
      expect(shapeProblems(entries, TimelineEvent, ['events', id])).toEqual([]);
    }
  });

  it('finds every kind of figure named there, and used in the small course that goes with it', () => {
    const text = [...tinyCourse()].map(([, each]) => each).join('\n');
    for (const kind of Object.keys(figures)) {
      expect(DOCUMENT).toContain(`| \`${kind}\` |`);
      expect(text).toContain(`kind: ${kind}`);
    }
    for (const type of typeNames) expect(text).toContain(`type: ${type}`);
    expect(checkCourse(tinyCourse()).problems).toEqual([]);
  });
});
