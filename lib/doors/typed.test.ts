import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { type Result, TYPED_FIELDS, tickedOf, typedOf } from '@/lib/kernel/result';
import { testDb } from '@/lib/testing/database';
import { INPUTS } from '@/lib/testing/doors/inputs';
import { sendAs } from '@/lib/testing/doors/request-double';
import { layTwoCourses, type TwoCourses } from '@/lib/testing/doors/two-courses';
import { readSource } from '@/lib/testing/imports';

vi.mock('next/headers', () => import('@/lib/testing/doors/request-double'));

testDb();
let world: TwoCourses;
beforeAll(async () => {
  world = await layTwoCourses(makeCtx(null, new Date()));
});

type Answer = Result<unknown, string>;
const THREADS = 'app/courses/[course]/(main)/threads/actions.ts';
const QUIZ = 'app/courses/[course]/(main)/teach/quizzes/[quiz]/actions.ts';
const ONCE = '00000000-0000-4000-8000-00000000beef';

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function send(door: string, input: unknown): Promise<Answer> {
  const [file = '', name = ''] = door.split('#');
  const module = (await import(path.resolve(file))) as Record<string, (...given: unknown[]) => Promise<Answer>>;
  const args = /courseAction\(/.test(readSource(file).text) ? [world.here.course, null, input] : [null, input];
  return (module[name] as (...given: unknown[]) => Promise<Answer>)(...args);
}

const typedIn = (answer: Answer) => (answer.ok ? 'not refused' : answer.typed);
const WRITTEN = { kind: 'discussion', title: 'ab', markdown: '\nAll my\nwords.\n', lesson: '' };

describe('somebody whose form is refused', () => {
  it('gets back what was typed and chosen, and nothing that the form carried along', async () => {
    await sendAs(world.people.ann);
    const sent = { ...WRITTEN, markdown: WRITTEN.markdown.replaceAll('\n', '\r\n') };
    const form = formOf({ ...sent, once: ONCE, passage: '', $ACTION_KEY: 'k', '$ACTION_1:0': '{}' });
    const answer = await send(`${THREADS}#createThread`, form);
    expect(answer).toMatchObject({ ok: false, code: 'invalid' });
    expect(typedIn(answer)).toEqual(WRITTEN);
    expect(typedOf(answer, 'markdown')).toBe(WRITTEN.markdown);
  });

  it('gets it back whoever refuses: a command, or the door before it', async () => {
    const { post } = world.here;
    await sendAs(world.people.ann);
    const edit = formOf({ post, markdown: 'Newer words.', version: '7' });
    const changed = await send(`${THREADS}#editPost`, edit);
    expect(changed).toMatchObject({ code: 'changed', typed: { markdown: 'Newer words.', version: '7' } });
    const form = () => formOf({ ...WRITTEN, once: ONCE });
    await sendAs(null);
    const signedOut = await send(`${THREADS}#createThread`, form());
    expect(signedOut).toMatchObject({ code: 'signed-out', typed: WRITTEN });
    await sendAs(world.people.ann, { origin: 'https://elsewhere.example' });
    expect(await send(`${THREADS}#createThread`, form())).toMatchObject({ code: 'foreign-origin', typed: WRITTEN });
  });

  it('finds a box as it was left, ticked or not', async () => {
    await sendAs(world.people.teacher);
    const rest = { quiz: world.here.quiz, zone: 'Asia/Seoul', closesAt: '2026-12-01T18:00', timeLimit: 'an hour' };
    const left = await send(`${QUIZ}#changeQuizSettings`, formOf(rest));
    expect(typedIn(left)).toEqual({ closesAt: '2026-12-01T18:00', timeLimit: 'an hour' });
    expect([tickedOf(left, 'shuffle'), typedOf(left, 'counts')]).toEqual([false, undefined]);
    expect(tickedOf(await send(`${QUIZ}#changeQuizSettings`, formOf({ ...rest, shuffle: 'on' })), 'shuffle')).toBe(
      true,
    );
    expect(tickedOf(null, 'shuffle')).toBeUndefined();
  });

  it('gets no field that stands twice, and nothing back for what was no form', async () => {
    await sendAs(world.people.ann);
    const form = formOf({ ...WRITTEN, once: ONCE });
    form.append('title', 'cd');
    expect(typedIn(await send(`${THREADS}#createThread`, form))).not.toHaveProperty('title');
    expect(await send(`${THREADS}#createThread`, { ...WRITTEN, once: ONCE })).not.toHaveProperty('typed');
  });

  it('has nothing to get back from a form that was taken', async () => {
    await sendAs(world.people.ann);
    const form = formOf({ ...WRITTEN, title: 'A title', once: ONCE });
    const answer = await send(`${THREADS}#createThread`, form);
    expect(answer).toMatchObject({ ok: true });
    expect(answer).not.toHaveProperty('typed');
  });
});

describe('a password or the secret of a link', () => {
  const actions = Object.entries(INPUTS).filter(([door]) => /actions\.ts#/.test(door));
  const SECRET = 'correct-horse-canary';

  it.each(actions)('never comes back, whatever it is sent to: %s', async (door, row) => {
    await sendAs(row.as ? world.people[row.as] : null);
    const input = row.input(world.here, world);
    const flat = Object.entries(input).filter(([, value]) => typeof value === 'string') as [string, string][];
    const secrets = Object.fromEntries(
      ['password', 'current', 'secret', 'code', 'newPassword', 'token', 'next'].map((name) => [name, SECRET]),
    );
    const answer = await send(door, formOf({ ...Object.fromEntries(flat), ...secrets }));
    expect(answer.ok).toBe(false);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('stands in no field that may come back', () => {
    const secretive = TYPED_FIELDS.filter((name) => /pass|secret|current|token|code|key$/i.test(name));
    expect(secretive).toEqual(['showKey']);
  });
});
