import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FLOORS, FURNITURE_MAY, isOutside, roomOf } from './floors';
import { parseSource, readSource, type SourceFile, sourceFiles } from './imports';

const sources = sourceFiles().map(readSource);
/** What the floors are about: everything but tests, tools and settings. */
const product = sources.filter(({ file }) => !isOutside(file));

/** Why a file may not import another, or null where it may. */
function refusal(file: string, imported: string): string | null {
  const from = roomOf(file);
  const to = roomOf(imported);
  if (from && to && from.room !== to.room && to.floor >= from.floor) {
    // The one exception: a question type's view is furniture, and may use the base components.
    if (from.room === 'lib/question-types' && file.endsWith('.tsx') && imported.startsWith('components/ui/'))
      return null;
    return `${file} imports ${imported}`;
  }
  return null;
}

const refused = ({ file, imports }: Pick<SourceFile, 'file' | 'imports'>): string[] =>
  imports.map((imported) => refusal(file, imported)).filter((each) => each !== null);

describe('a newcomer can trust the floors', () => {
  it('has judged as many files as git counts, each in a room of the table or outside', () => {
    const counted = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file));
    expect(sources.map(({ file }) => file).filter((file) => !roomOf(file) && !isOutside(file))).toEqual([]);
    expect(sources.length).toBe(new Set(counted).size);
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((source) => source.imports.length > 0).length).toBeGreaterThan(sources.length / 2);
  });

  it('imports only downwards', () => {
    expect(product.flatMap(refused)).toEqual([]);
  });

  it('would notice an import upwards, sideways, or of the street by a tool', () => {
    for (const [file, imported] of [
      ['lib/grading/score.ts', 'lib/attempts/queries'],
      ['lib/attempts/queries.ts', 'lib/threads/queries'],
      ['components/ui/button.tsx', 'lib/doors/actions'],
      ['lib/question-types/choice/index.ts', 'components/ui/button'],
      ['cli/lectern.ts', 'app/actions'],
    ] as const) {
      expect(refusal(file, imported), file).toBe(`${file} imports ${imported}`);
    }
    expect(refusal('lib/attempts/queries.ts', 'lib/grading/score')).toBeNull();
    expect(refusal('lib/question-types/choice/ui.tsx', 'components/ui/button')).toBeNull();
  });

  it('sees every way to import', () => {
    const text = [
      "import a, { type B } from '@/lib/one';",
      "import type { C } from '@/lib/two';",
      'export {\n  d,\n} from "../three";',
      "import './four';",
      "const e = await import('@/lib/five');",
      "import pg from 'pg';",
    ].join('\n');
    const { imports, atRunTime } = parseSource('lib/room/file.ts', text);
    expect(imports).toEqual(['lib/one', 'lib/two', 'lib/three', 'lib/room/four', 'lib/five']);
    expect(atRunTime).toEqual(imports.filter((each) => each !== 'lib/two'));
  });

  it('has every room on one floor', () => {
    const rooms = FLOORS.flat();
    expect(rooms).toEqual([...new Set(rooms)]);
  });

  it('keeps furniture away from queries and commands', () => {
    const reaching = product
      .filter(({ file }) => file.startsWith('components/'))
      // A type costs nothing in the browser: `import type` from a query is how furniture learns its props.
      .flatMap(({ file, atRunTime }) => atRunTime.map((imported) => ({ file, imported })))
      .filter(({ imported }) => imported.startsWith('lib/') && !FURNITURE_MAY.test(imported))
      .map(({ file, imported }) => `${file} imports ${imported}`);
    expect(reaching).toEqual([]);
  });

  it('keeps shapes and decisions pure: a schema.ts or rules.ts imports nothing that could reach a database', () => {
    const reaching = product
      .filter(({ file }) => /^lib\/[^/]+\/(?:schema|rules)\.ts$/.test(file))
      .flatMap(({ file, atRunTime }) => atRunTime.map((imported) => ({ file, imported })))
      .filter(({ imported }) => !FURNITURE_MAY.test(imported))
      .map(({ file, imported }) => `${file} imports ${imported}`);
    expect(reaching).toEqual([]);
  });

  it('lets nothing but tests import lib/testing', () => {
    const users = product
      .filter(({ imports }) => imports.some((imported) => imported.startsWith('lib/testing/')))
      .map(({ file }) => file);
    expect(users).toEqual([]);
  });

  it('lets only the kernel import the generated Prisma client', () => {
    const users = sources
      .filter(({ file }) => !file.startsWith('lib/kernel/'))
      .filter(
        ({ imports, text }) =>
          imports.some((each) => each.includes('kernel/generated')) || /from '@prisma\/client'/.test(text),
      )
      .map(({ file }) => file);
    expect(users).toEqual([]);
  });

  it('has no clock and no dice inside a room', () => {
    const found = product
      .filter(({ file }) => file.startsWith('lib/') && !/^lib\/(doors|kernel)\//.test(file))
      .filter(({ text }) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(text))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it('T-PRIS-3 builds no SQL from text outside the one file that runs it', () => {
    const found = product
      .filter(({ file }) => file !== 'lib/kernel/sql.ts')
      .filter(({ text }) => /\$queryRawUnsafe|\$executeRawUnsafe|Prisma\.raw/.test(text))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it('T-XSS-1 has one component that shows stored HTML', () => {
    const found = product
      // The second writes out what the first was given, where a part of a page becomes markup at once.
      .filter(({ file }) => !['components/ui/stored-html.tsx', 'components/ui/markup.ts'].includes(file))
      .filter(({ text }) => text.includes('dangerouslySetInnerHTML'))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });
});
