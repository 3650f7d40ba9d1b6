import { describe, expect, it } from 'vitest';
import { FURNITURE_MAY, isOutside, roomOf } from './floors';
import { readSource, sourceFiles } from './imports';

const files = sourceFiles();
const sources = files.map(readSource);

describe('a newcomer can trust the floors', () => {
  it('reads every file there is', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(sources).toHaveLength(files.length);
    expect(sources.filter((source) => source.imports.length > 0).length).toBeGreaterThan(files.length / 2);
  });

  it('imports only downwards', () => {
    const upwards = sources
      .filter(({ file }) => !isOutside(file))
      .flatMap(({ file, imports }) => imports.map((imported) => ({ file, imported })))
      .filter(({ file, imported }) => {
        const from = roomOf(file);
        const to = roomOf(imported);
        if (!from || !to || from.room === to.room) return false;
        // The one exception: a question type's view is furniture, and may use the base components.
        if (from.room === 'lib/question-types' && /\.tsx$/.test(file) && imported.startsWith('components/ui/'))
          return false;
        if (from.room === 'app' && to.room === 'cli') return true;
        return to.floor >= from.floor && !(from.floor === to.floor && from.room === to.room);
      })
      .map(({ file, imported }) => `${file} imports ${imported}`);
    expect(upwards).toEqual([]);
  });

  it('keeps furniture away from queries and commands', () => {
    const reaching = sources
      .filter(({ file }) => file.startsWith('components/') && !isOutside(file))
      .flatMap(({ file, imports, text }) => imports.map((imported) => ({ file, imported, text })))
      .filter(({ imported }) => imported.startsWith('lib/') && !FURNITURE_MAY.test(imported))
      // A type costs nothing in the browser: `import type` from a query is how furniture learns its props.
      .filter(
        ({ imported, text }) => !new RegExp(`import type [^;]*?from '@/${imported.replaceAll('/', '\\/')}'`).test(text),
      )
      .map(({ file, imported }) => `${file} imports ${imported}`);
    expect(reaching).toEqual([]);
  });

  it('lets nothing but tests import lib/testing', () => {
    const users = sources
      .filter(({ file }) => !isOutside(file))
      .filter(({ imports }) => imports.some((imported) => imported.startsWith('lib/testing/')))
      // The bench and the demo are run by hand or by a test, never by the product.
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
    const found = sources
      .filter(({ file }) => file.startsWith('lib/') && !isOutside(file) && !/^lib\/(doors|kernel)\//.test(file))
      .filter(({ text }) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(text))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it('T-PRIS-3 builds no SQL from text outside the one file that runs it', () => {
    const found = sources
      .filter(({ file }) => file !== 'lib/kernel/sql.ts' && !isOutside(file))
      .filter(({ text }) => /\$queryRawUnsafe|\$executeRawUnsafe|Prisma\.raw/.test(text))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });

  it('T-XSS-1 has one component that shows stored HTML', () => {
    const found = sources
      .filter(({ file }) => file !== 'components/ui/stored-html.tsx' && !isOutside(file))
      .filter(({ text }) => text.includes('dangerouslySetInnerHTML'))
      .map(({ file }) => file);
    expect(found).toEqual([]);
  });
});
