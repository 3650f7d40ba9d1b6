import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
const pages = tracked.filter((file) => /^(?:[A-Z-]+|docs\/.+)\.md$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');

/** Every word of architecture.md's "One thing, one word". */
const WORDS = [
  ...[
    'course',
    'part',
    'lesson',
    'passage',
    'anchor',
    'enrolment',
    'student',
    'assistant',
    'instructor',
    'admin',
    'quiz',
  ],
  ...['question', 'item', 'stem', 'option', 'key', 'distractor', 'attempt', 'response', 'submit', 'score', 'fraction'],
  ...[
    'points',
    'grade',
    'rubric',
    'override',
    'release',
    'regrade',
    'facility',
    'discrimination',
    'check',
    'objective',
  ],
  ...['group', 'announcement', 'thread', 'post', 'accepted post', 'notification', 'ring', '¶n'],
];

/** Packages that come to whoever runs Lectern, as the lock names them: `zod 4.6.7`. */
function shipped(): string[] {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string; dev?: boolean }>;
  };
  const names = Object.entries(packages)
    .filter(([where, { dev }]) => where !== '' && !dev)
    .map(([where, { version }]) => `${where.split('node_modules/').at(-1)} ${version}`);
  return [...new Set(names)].sort();
}

describe('Somebody who reads the documents', () => {
  it.each(pages)('finds what %s links to', (page) => {
    // Code, and the course format's own links ([…](passage:p-x2v8)), are examples and no links.
    const prose = read(page).replaceAll(/```.*?```|`[^`\n]*`/gs, '');
    const missing = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z][a-z0-9+-]*:|^#/.test(link))
      .filter((link) => !existsSync(path.join(path.dirname(page), decodeURIComponent(link.split('#')[0] ?? ''))));
    expect(missing).toEqual([]);
  });

  it.each(pages)('finds the files that %s names', (page) => {
    const named = [...read(page).matchAll(/`((?:app|cli|components|content|docs|e2e|lib|prisma)\/[\w./[\]-]+)`/g)];
    const missing = named.map(([, file = '']) => file).filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });

  it('finds the commands of the README', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/^npm (?:run )?([a-z]+)/gm)].map(([, name = '']) => name);
    expect(named).toEqual(['start', 'test', 'lectern', 'lectern', 'lectern', 'bench', 'shots']);
    expect(named.filter((name) => !scripts[name])).toEqual([]);
  });

  it('finds every word of the house in the glossary', () => {
    const rows = read('docs/glossary.md')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(
      WORDS.filter((word) => !rows.some((row) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(row))),
    ).toEqual([]);
  });

  it('finds the decisions numbered one after another, each with its number in its heading', () => {
    const decisions = pages.filter((page) => page.startsWith('docs/decisions/')).sort();
    expect(decisions.length).toBeGreaterThan(8);
    for (const [i, page] of decisions.entries()) {
      expect(path.basename(page)).toMatch(new RegExp(`^${String(i + 1).padStart(4, '0')}-`));
      expect(read(page)).toMatch(new RegExp(`^# ${i + 1}\\. `));
    }
  });

  it('can read the recipe for a question type on one screen', () => {
    expect(read('docs/recipes/add-a-question-type.md').split('\n').length).toBeLessThan(45);
  });

  it('finds the licence of every package that comes along', () => {
    const named = [...read('THIRD-PARTY.md').matchAll(/(@?[\w./-]+ \d[\w.+-]*)(?= ·|\s*$)/gm)].map(
      ([, each = '']) => each,
    );
    expect([...new Set(named)].sort()).toEqual(shipped());
    expect(read('LICENSE')).toContain('MIT License');
  });
});
