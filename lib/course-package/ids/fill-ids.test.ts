import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tinyCourse } from '@/lib/testing/tiny-course';
import { checkCourse } from '../check/check-course';
import { fillIds } from './fill-ids';

const counting = () => {
  let n = 0;
  return () => `new${String(++n).padStart(2, '0')}`;
};

describe('an author who leaves ids out', () => {
  it('gets one wherever one is missing, and nothing else is touched', () => {
    const files = tinyCourse([
      { file: 'lessons/1-moon.md', find: '{#p-step own}', write: '{own}' },
      { file: 'questions/tide.yaml', find: '- id: q-ord5\n  type', write: '- type' },
      {
        file: 'course.yaml',
        find: '{ id: o-p1an, text: Plan a passage over a bar. }',
        write: '{ text: Plan a passage over a bar. }',
      },
    ]);
    const filled = fillIds(files, counting());
    expect(filled.map(({ file, ids }) => [file, ids.length])).toEqual([
      ['course.yaml', 1],
      ['lessons/1-moon.md', 1],
      ['questions/tide.yaml', 1],
    ]);
    const text = (name: string) => filled.find(({ file }) => file === name)?.text ?? '';
    expect(text('lessons/1-moon.md')).toContain('\n{#p-new02 own}\n');
    expect(text('questions/tide.yaml')).toContain('\n- id: q-new03\n  type: ordering\n');
    expect(text('course.yaml')).toMatch(/\{ id: o-new01, +text: Plan/);
  });

  it('may begin a lesson and a question from nothing', () => {
    const lesson = '---\nslug: third\ntitle: Third\nstandfirst: More.\nminutes: 3\n---\n\nWords.\n{own}\n';
    const filled = fillIds(
      tinyCourse([], { 'lessons/3.md': lesson, 'quizzes/three.yaml': 'slug: three\nkind: quiz\n' }),
      counting(),
    );
    expect(filled.map(({ text }) => text)).toEqual([
      '---\nid: l-new02\nslug: third\ntitle: Third\nstandfirst: More.\nminutes: 3\n---\n\nWords.\n{#p-new01 own}\n',
      'id: z-new03\nslug: three\nkind: quiz\n',
    ]);
  });

  it('is given no id twice, nor one that the course has', () => {
    const drawn = ['near', 'near', 'free'];
    const files = tinyCourse([{ file: 'lessons/1-moon.md', find: '{#p-step own}', write: '{own}' }]);
    const [filled] = fillIds(files, () => drawn.shift() ?? '');
    expect(filled?.ids.map(({ id }) => id)).toEqual(['p-free']);
  });

  it('keeps the line ends of a file that was written on Windows', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lectern-ids-'));
    mkdirSync(path.join(folder, 'lessons'));
    const lesson = '---\r\nid: l-th1rd\r\n---\r\n\r\nWords.\r\n{own}\r\n';
    writeFileSync(path.join(folder, 'lessons/3.md'), lesson);
    const run = spawnSync(process.execPath, [
      'node_modules/tsx/dist/cli.mjs',
      'cli/lectern.ts',
      'course',
      'ids',
      folder,
    ]);
    const text = readFileSync(path.join(folder, 'lessons/3.md'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(run.status).toBe(0);
    expect(text.replace(/#p-[a-z0-9]{5} /, '')).toBe(lesson);
    expect(text).toMatch(/#p-[a-z0-9]{5} own/);
  }, 30_000);

  it('has nothing to do where all are there', () => {
    expect(fillIds(tinyCourse(), counting())).toEqual([]);
    expect(checkCourse(tinyCourse()).problems).toEqual([]);
  });
});
