import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { makeCtx } from '@/lib/kernel/ctx';
import { testDb } from '@/lib/testing/database';
import { INPUTS, type Input, type InputRow } from '@/lib/testing/doors/inputs';
import { sendAs } from '@/lib/testing/doors/request-double';
import { layTwoCourses, type TwoCourses } from '@/lib/testing/doors/two-courses';
import { fingerprint } from '@/lib/testing/fingerprint';
import { readSource, sourceFiles } from '@/lib/testing/imports';

vi.mock('next/headers', () => import('@/lib/testing/doors/request-double'));

const { pool } = testDb();
let world: TwoCourses;
beforeAll(async () => {
  world = await layTwoCourses(makeCtx(null, new Date()));
});

/** next-auth's own, the health of the server, and the event stream (live.test.ts) take no input of this kind. */
const OTHERS = /^app\/api\/(?:auth|health|live)\//;
/** What somebody would add to a form to be more than they are. */
const MORE: Input = {
  role: 'instructor',
  isAdmin: true,
  score: 100,
  points: 100_000,
  userId: '00000000-0000-4000-8000-000000000000',
  personId: '00000000-0000-4000-8000-000000000000',
  enrolmentId: '00000000-0000-4000-8000-000000000000',
  courseId: '00000000-0000-4000-8000-000000000000',
  deadlineAt: '2030-01-01T00:00:00Z',
  submittedAt: '2030-01-01T00:00:00Z',
  createdAt: '2020-01-01T00:00:00Z',
  state: 'graded',
  id: '00000000-0000-4000-8000-000000000000',
};
const POISON = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as Input;
/** What a query object of Prisma looks like, and what else a field is not. */
const QUERIES: readonly unknown[] = [
  { contains: '' },
  { not: 'x' },
  { gt: 0 },
  { in: ['a'] },
  [{ not: 'x' }],
  ['a', { not: '' }],
  null,
];

interface Answer {
  readonly code: string;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly value?: unknown;
}

interface Sending {
  readonly course?: string;
  /** What is sent in the place of a form or body. */
  readonly body?: unknown;
}

/** Opens a door as a browser would: an action with its arguments, a route with its address, query or body. */
async function send(door: string, row: InputRow, input: Input, sending: Sending = {}): Promise<Answer> {
  const { course = world.here.course } = sending;
  const [file = '', name = ''] = door.split('#');
  await sendAs(row.as && world.people[row.as]);
  const module = (await import(path.resolve(file))) as Record<string, (...given: never[]) => Promise<unknown>>;
  const open = module[name] as (...given: unknown[]) => Promise<unknown>;
  if (name !== 'GET' && name !== 'POST') {
    const given = 'body' in sending ? sending.body : input;
    const args = /courseAction\(/.test(readSource(file).text) ? [course, null, given] : [null, given];
    const answer = (await open(...args)) as { ok: boolean; code?: string; value?: unknown };
    return answer.ok ? { code: 'ok', value: answer.value } : (answer as Answer);
  }
  const inPath = [...file.matchAll(/\[(\w+)\]/g)].flatMap(([, each]) => (each && each !== 'course' ? [each] : []));
  const params = { course, ...Object.fromEntries(inPath.map((each) => [each, String(input[each])])) };
  const rest = Object.fromEntries(Object.entries(input).filter(([each]) => !inPath.includes(each)));
  const url = new URL('http://127.0.0.1:3000/api');
  if (name === 'GET') for (const [each, value] of Object.entries(rest)) url.searchParams.set(each, asQuery(value));
  const request = new Request(url, {
    method: name,
    headers: row.form
      ? { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
      : { 'content-type': 'application/json' },
    ...(name === 'POST' && {
      body: row.form && !('body' in sending) ? asForm(rest) : JSON.stringify('body' in sending ? sending.body : rest),
    }),
  });
  const response = (await open(request, { params: Promise.resolve(params) })) as Response;
  const text = await response.text();
  return response.ok ? { code: 'ok', value: text } : (JSON.parse(text) as Answer);
}

const asQuery = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const asForm = (input: Input): string =>
  String(new URLSearchParams(Object.entries(input).map(([field, value]) => [field, asQuery(value)])));
const without = (input: Input, field: string): Input =>
  Object.fromEntries(Object.entries(input).filter(([each]) => each !== field));

const rows = Object.entries(INPUTS);
const written: typeof rows = rows.filter(([door]) => !door.endsWith('#GET'));

it('every door with input has a row, and every row is a door', () => {
  const doors = sourceFiles()
    .filter((file) => /^app\/.*(?:actions|route)\.ts$/.test(file) && !OTHERS.test(file))
    .flatMap((file) =>
      [...readSource(file).text.matchAll(/^export const (\w+) =/gm)].map(([, name]) => `${file}#${name}`),
    );
  expect(Object.keys(INPUTS).sort()).toEqual(doors.sort());
});

describe('T-MASS-1: a field that a form does not have is refused, whatever else stands in it', () => {
  it.each(rows)('%s', async (door, row) => {
    const before = await fingerprint(pool);
    const input = row.input(world.here, world);
    const more = Object.fromEntries(Object.entries(MORE).filter(([field]) => !(field in input)));
    const answer = await send(door, row, { ...input, ...more });
    expect(answer.code).toBe('invalid');
    // Nothing but the added fields is wrong: the form itself would have been taken.
    expect(Object.keys(answer.fields ?? {})).toEqual(['form']);
    for (const field of Object.keys(more)) expect(answer.fields?.form).toContain(`"${field}"`);
    for (const [field, value] of Object.entries(more))
      expect(await send(door, row, { ...input, [field]: value })).toMatchObject({ code: 'invalid' });
    expect((await send(door, row, Object.assign(JSON.parse('{}'), input, POISON, { x: 1 }))).code).toBe('invalid');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await fingerprint(pool)).toEqual(before);
  });
});

describe('T-PRIS-1: a query in the place of a value reaches no database', () => {
  it.each(written)('%s', async (door, row) => {
    const before = await fingerprint(pool);
    const input = row.input(world.here, world);
    for (const field of Object.keys(input).filter((each) => !row.loose?.includes(each))) {
      for (const value of QUERIES) {
        // No time, and a word of the address, which is text whatever it says.
        if (value === null && (/^(?:opensAt|closesAt)$/.test(field) || door.includes(`[${field}]`))) continue;
        const answer = await send(door, row, { ...input, [field]: value });
        expect(answer.code, `${field}: ${JSON.stringify(value)}`).toBe('invalid');
      }
    }
    for (const body of [null, [], 'text', 7]) {
      expect((await send(door, row, input, { body })).code, JSON.stringify(body)).toBe('invalid');
    }
    expect(await fingerprint(pool)).toEqual(before);
  });

  it.each(rows.filter(([door]) => door.endsWith('#GET')))('%s, in its address', async (door, row) => {
    const input = row.input(world.here, world);
    for (const field of Object.keys(input)) {
      expect((await send(door, row, { ...input, [`${field}[not]`]: '1' })).code).toBe('invalid');
      if (row.loose?.includes(field)) continue;
      for (const value of [{ gt: 0 }, ['a', 'b'], '']) {
        expect((await send(door, row, { ...input, [field]: value })).code, field).toBe('invalid');
      }
      if (!door.includes(`[${field}]`)) expect((await send(door, row, without(input, field))).code).toBe('invalid');
    }
  });
});

describe('T-AUTHZ-3: what is of another course, or a classmate’s own, is not there', () => {
  const id = /^[0-9a-f]{8}-|^p-/;
  const OWN = new Set(['once', 'clientId']);

  it('every id that somebody sends is tried', () => {
    for (const [door, row] of rows) {
      const tried = new Set((row.strange?.(world.there, world.here) ?? []).flatMap((each) => Object.keys(each)));
      const ids = Object.entries(row.input(world.here, world)).filter(
        ([field, value]) => id.test(String(value)) && !OWN.has(field),
      );
      expect(
        ids.filter(([field]) => !tried.has(field)),
        door,
      ).toEqual([]);
    }
  });

  it.each(rows.filter(([, row]) => row.strange))('%s', async (door, row) => {
    const before = await fingerprint(pool);
    const input = row.input(world.here, world);
    const words = new Map<string, Set<string>>();
    for (const strange of row.strange?.(world.there, world.here) ?? []) {
      const answer = await send(door, row, { ...input, ...strange });
      const what = JSON.stringify(strange);
      if (row.passesOver) {
        expect(answer, what).toEqual({ code: 'ok', value: { ids: [] } });
        continue;
      }
      expect(answer.code, what).toMatch(/^(?:not-found|no-student)$/);
      const field = Object.keys(strange)[0] ?? '';
      words.set(field, (words.get(field) ?? new Set()).add(answer.message ?? ''));
    }
    // What is not theirs and what does not exist are told in the same words.
    for (const [field, said] of words) expect([...said], field).toHaveLength(1);
    for (const refused of row.refused?.(world.here) ?? []) {
      expect((await send(door, row, { ...input, ...refused })).code, JSON.stringify(refused)).toBe('not-allowed');
    }
    expect(await fingerprint(pool)).toEqual(before);
  });

  const inCourse = rows.filter(([door, row]) => door.includes('[course]') && row.strange);
  it.each(inCourse)('%s: under the other course’s address', async (door, row) => {
    const before = await fingerprint(pool);
    const answer = await send(door, row, row.input(world.here, world), { course: world.there.course });
    expect(answer.code).toBe('not-found');
    expect((await send(door, row, row.input(world.here, world), { course: 'none-such' })).code).toBe('not-found');
    expect(await fingerprint(pool)).toEqual(before);
  });
});

describe('words that a database cannot keep, or that go on and on,', () => {
  const ODD = ['a\0b', '\ud800', '\u202e\u200b', 'x'.repeat(200_000), "' or 1=1 --", '🦊'.repeat(40)];

  // Last in this file: what passes is done.
  it.each(rows)('are refused or kept, and break nothing: %s', async (door, row) => {
    const input = row.input(world.here, world);
    for (const field of Object.keys(input).filter((each) => typeof input[each] === 'string')) {
      for (const odd of ODD) {
        const answer = await send(door, row, { ...input, [field]: odd }).catch((error: { digest?: string }) => {
          if (error.digest?.startsWith('NEXT_REDIRECT')) return { code: 'ok' };
          throw error;
        });
        expect(answer.code, `${field}: ${JSON.stringify(odd.slice(0, 20))}`).not.toMatch(/^(?:fault|unavailable)$/);
      }
    }
  });
});
