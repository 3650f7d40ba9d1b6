import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TINY_COURSE, tinyCourse } from '@/lib/testing/tiny-course';
import { readFiles } from '../read/folder';
import { checkCourse } from './check-course';
import { hashesOf } from './eight-words';

const ONE = 'lessons/1-moon.md';
const TWO = 'lessons/2-day.md';
const QUESTIONS = 'questions/tide.yaml';
const ARTICLE = 'The sand on the bar is never the same twice, as every pilot learns in his first winter.';

interface Planted {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly write: string;
  /** Words of the line that must be named, where it is not the first of `write`. */
  readonly line?: string;
}

const DEFECTS: readonly Planted[] = [
  { what: 'an unknown field', file: 'course.yaml', find: 'language: en', write: 'colour: blue\nlanguage: en' },
  { what: 'a lesson that is not there', file: 'course.yaml', find: '[l-d4ys]', write: '[l-d4ys, l-g0ne]' },
  { what: 'an unknown term', file: ONE, find: 'term:tide', write: 'term:tied' },
  {
    what: 'an unknown person',
    file: ONE,
    find: 'person:ada-reed) kept a gauge. ',
    write: 'person:ada-read) kept a gauge.\n',
  },
  { what: 'a link to no passage', file: ONE, find: 'passage:p-bar1', write: 'passage:p-bar9' },
  { what: 'an unknown record', file: ONE, find: 'record="gauge-1931"', write: 'record="gauge-1913"' },
  { what: 'a passage from nowhere', file: ONE, find: '{#p-step own}', write: '{#p-step}' },
  {
    what: 'a paragraph that the article has not',
    file: ONE,
    find: 'text: "The moon pulls.", cite: "¶1"',
    write: 'text: "The moon pulls.", cite: "¶9"',
  },
  { what: 'a relation that does not exist', file: ONE, find: 'relation: supports', write: 'relation: backs' },
  { what: 'a slug used twice', file: TWO, find: 'slug: a-working-day', write: 'slug: the-moon' },
  { what: 'a heading of level one', file: TWO, find: '## Over the bar', write: '# Over the bar' },
  { what: 'raw HTML', file: TWO, find: 'is arithmetic', write: 'is <b>arithmetic</b>' },
  { what: 'no attribute line', file: TWO, find: '> Slack', write: 'Nobody knows where this is from.\n\n> Slack' },
  {
    what: 'words of the article',
    file: TWO,
    find: '| state | depth |',
    write: 'On most days the sand on the bar is never the same twice.\n{#p-sand own}\n\n| state | depth |',
  },
  { what: 'an id used twice', file: TWO, find: '{#p-pos1', write: '{#p-near' },
  { what: 'an unknown lane', file: TWO, find: 'lanes: [gauge]', write: 'lanes: [gage]' },
  {
    what: 'a distractor without feedback',
    file: QUESTIONS,
    find: 'text: "The sun", feedback: "It pulls too, but less, since it is far away." }',
    write: 'text: "The sun" }',
  },
  { what: 'a key that is no option', file: QUESTIONS, find: 'key: [a, c]', write: 'key: [a, x]' },
  { what: 'a citation of no passage', file: QUESTIONS, find: 'cites: [p-dept]', write: 'cites: [p-dept, p-n0ne]' },
  {
    what: 'a question without explanation',
    file: QUESTIONS,
    find: '  explanation: |\n    A bar of sand.\n',
    write: '',
    line: 'id: q-txt4',
  },
  {
    what: 'a check of three questions',
    file: 'quizzes/check.yaml',
    find: '  - { question: q-txt4, points: 1 }\n  - { question: q-ord5, points: 1.5 }\n',
    write: '',
    line: 'items:',
  },
  { what: 'an unknown question', file: 'quizzes/final.yaml', find: 'question: q-num3', write: 'question: q-num9' },
  { what: 'a cited paragraph out of range', file: 'glossary.yaml', find: '¶1', write: '¶12' },
  { what: 'a person without a role', file: 'cast.yaml', find: 'role: Harbour master (1930–1961), ', write: 'role: , ' },
  { what: 'an impossible date', file: 'record.yaml', find: '1931-05-02', write: '1931-13-02' },
];

/** References to references: some hundred bytes that stand for a million. */
const MULTIPLYING = 'abcdef'.split('').reduce(
  (text, name, i, names) =>
    `${text}- &${name} [${Array(10)
      .fill(i === 0 ? 'x' : `*${names[i - 1]}`)
      .join(', ')}]\n`,
  '',
);

const hashes = { 'source-hashes.txt': hashesOf(ARTICLE).join('\n') };

function placeIn(
  files: ReadonlyMap<string, string>,
  { file, write, line = write.split('\n')[0] ?? '' }: Planted,
): string {
  const at = (files.get(file) ?? '').split('\n').flatMap((text, i) => (text.includes(line) ? [i + 1] : []));
  expect(at, `${file} names ${line} on one line`).toHaveLength(1);
  return `${file}:${at[0]}`;
}

function writeIn(folder: string, name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

const places = (files: ReadonlyMap<string, string>) => [
  ...new Set(checkCourse(files).problems.map(({ file, line }) => `${file}:${line}`)),
];

describe('an instructor who checks a course', () => {
  it('is told nothing where nothing is wrong', () => {
    expect(checkCourse(tinyCourse([], hashes)).problems).toEqual([]);
  });

  it('is told of 25 planted defects, each at its line, and of nothing else', () => {
    const files = tinyCourse(DEFECTS, hashes);
    expect(DEFECTS).toHaveLength(25);
    expect(places(files).sort()).toEqual(DEFECTS.map((defect) => placeIn(files, defect)).sort());
  });

  it.each(DEFECTS)('is told of $what alone, in words that say what to write instead', (defect) => {
    const files = tinyCourse([defect], hashes);
    const { problems } = checkCourse(files);
    expect(places(files)).toEqual([placeIn(files, defect)]);
    for (const { found, instead } of problems) {
      expect(found.length).toBeGreaterThan(2);
      expect(instead).toMatch(/^[A-Z].*[.)]$/);
    }
  });

  it.each([
    ['course.yaml', null, 'course.yaml:1'],
    ['course.yaml', 'id: c-t1de\nslug: [\n', 'course.yaml:2'],
    ['lessons/3.md', 'no front matter', 'lessons/3.md:1'],
    ['questions/two.yaml', '- id: q-new1\n  type: riddle\n', 'questions/two.yaml:2'],
    ['questions/two.yaml', 'id: q-new1\n', 'questions/two.yaml:1'],
    ['questions/two.yaml', MULTIPLYING, 'questions/two.yaml:1'],
  ])('is told where a whole file is unreadable: %s', (file, text, place) => {
    const found = places(tinyCourse([], { [file]: text }));
    expect(found).toContain(place);
  });

  it('may quote the article, but not take its words into other sentences', () => {
    const quoting = { file: TWO, find: 'Slack water is short.', write: `Slack water is “${ARTICLE}”` };
    expect(checkCourse(tinyCourse([quoting], hashes)).problems).toEqual([]);
    const inFeedback = { file: QUESTIONS, find: 'That is low water.', write: ARTICLE };
    expect(places(tinyCourse([inFeedback], hashes))).toHaveLength(1);
  });

  it.each([
    [ONE, 'kept a gauge.', 'The [sand](term:tide) on the [bar](passage:p-bar1) is never :en[the] same twice.'],
    ['cast.yaml', 'Harbour master (1930–1961)', 'The sand on the bar is never the same'],
    ['timeline.yaml', 'gauge: The gauge', 'gauge: The sand on the bar is never the same'],
    ['quizzes/final.yaml', 'Read both lessons first.', 'The sand on the *bar* is never the same twice.'],
  ])('does not hide the article’s words in %s behind links, nor in fields without Markdown', (file, find, write) => {
    const files = tinyCourse([{ file, find, write }], hashes);
    expect(checkCourse(files).problems).toMatchObject([{ file, found: expect.stringContaining('eight words') }]);
  });

  it.each([
    ['both<br>', 'raw HTML'],
    ['[both](term:tide)', 'a link to'],
    ['![both](x)', 'an image'],
    ['[both](javascript:x)', 'a link to'],
  ])('is told of %s in the introduction of a quiz', (write, found) => {
    const files = tinyCourse([{ file: 'quizzes/final.yaml', find: 'both', write }]);
    expect(checkCourse(files).problems).toMatchObject([
      { file: 'quizzes/final.yaml', line: 6, found: expect.stringContaining(found) },
    ]);
  });

  it('is told of files that are not read, because of their names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-stray-'));
    for (const [name, text] of [...tinyCourse(), ['README.md', 'For authors.'], ['media/gauge.txt', '']] as const) {
      writeIn(folder, name, text);
    }
    expect(checkCourse(readFiles(folder)).problems).toEqual([]);
    const strays = ['glosary.yaml', 'lessons/3.markdown', 'lessons/more/4.md', 'questions/two.yml'];
    for (const name of strays) writeIn(folder, name, 'x: [');
    expect(places(readFiles(folder))).toEqual(strays.map((name) => `${name}:1`));
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['course.yaml', 'title: Reading the tide', 'title: "Reading\\0 the tide"', 'a control character'],
    [ONE, 'The earth turns.', 'The earth \u0007turns.', 'a control character'],
    [TWO, 'metres and a little', 'm\uFFFDtres and a little', 'a character that is not UTF-8'],
  ])('is told of characters that cannot be stored: %s, %s', (file, find, write, found) => {
    expect(checkCourse(tinyCourse([{ file, find, write }])).problems).toMatchObject([{ file, found }]);
  });

  it.each([
    ['record.yaml', 'date: 1931-05-02', 'date: 1931-02-29'],
    ['record.yaml', 'date: 1931-05-02', 'date: "1931-5-2"'],
    [TWO, 'seoul: { text: "Sail", strength: inferred }', 'seoul: Sail'],
    ['quizzes/final.yaml', 'attempts: unlimited', 'attempts: 0'],
    ['quizzes/final.yaml', 'time-limit: 20', 'time-limit: 99999'],
    [ONE, 'from: [1, 2]', 'from: [1, 0]'],
    [TWO, 'lat: 50.35', 'lat: 95'],
    [TWO, 'radius: 12', 'radius: -12'],
  ])('is told in words what to write instead of a value out of range: %s, %s', (file, find, write) => {
    const [problem, more] = checkCourse(tinyCourse([{ file, find, write }])).problems;
    expect([problem?.file, problem?.instead, more]).toEqual([file, expect.stringMatching(/^Write .*\.$/), undefined]);
  });

  it('finds all of them on the command line with exit code 1, and none with 0', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-check-'));
    const files = tinyCourse(DEFECTS, hashes);
    for (const [name, text] of files) writeIn(folder, name, text);
    const run = (of: string) =>
      spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'cli/lectern.ts', 'course', 'check', of], {
        encoding: 'utf8',
      });
    const bad = run(folder);
    const good = run(TINY_COURSE);
    rmSync(folder, { recursive: true });
    const lines = bad.stdout.split('\n').filter((line) => / · .+ · /.test(line));
    const told = new Set(lines.map((line) => line.split(' · ')[0]));
    expect([...told].sort()).toEqual(DEFECTS.map((defect) => placeIn(files, defect)).sort());
    expect(bad.stdout).toContain(`${lines.length} problems in`);
    expect([bad.status, good.status]).toEqual([1, 0]);
  }, 60_000);
});
