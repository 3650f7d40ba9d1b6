import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '@/lib/kernel/clock';
import { makeCtx } from '@/lib/kernel/ctx';
import { typeNames } from '@/lib/question-types/registry';
import { testDb } from '@/lib/testing/database';
import { layClass, takeQuiz } from '@/lib/testing/quiz-fixture';

const { url, pool } = testDb();
const ctx = makeCtx(null, new Date());
const SCHEMA = path.join('prisma', 'schema.prisma');

/** What stands in the migrations alone, because Prisma's language cannot say it. */
const ONLY_IN_SQL = {
  indexes: ['attempt_grading_needed', 'attempt_one_open', 'attempt_overdue', 'notification_unread'],
  checks: [
    'attempt_ended',
    'attempt_state',
    'enrolment_role',
    'grade_bounds',
    'item_points',
    'person_email_lower',
    'person_time_factor',
    'quiz_exception_whose',
    'quiz_kind',
    'quiz_version_rules',
    'response_event_kind',
    'score_event_bounds',
    'thread_kind',
  ],
};

/** The SQL that Prisma's own engine makes of the schema. Its WebAssembly is loaded by hand: Node 20 cannot import one. */
async function sqlOfSchema(): Promise<string> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as typeof Engine & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ content: readFileSync(SCHEMA, 'utf8'), path: SCHEMA }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
}

const lines = async (sql: string, schema: string): Promise<string[]> =>
  (await pool.query<{ line: string }>(sql, [schema])).rows
    .map(({ line }) => line.replaceAll(`${schema}.`, ''))
    .filter((line) => !line.includes('_prisma_migrations'))
    .sort();

const COLUMNS = `select concat_ws(' ', table_name, column_name, data_type, datetime_precision, character_maximum_length, is_nullable,
  replace(column_default, table_schema || '.', '')) as line from information_schema.columns where table_schema = $1`;
const INDEXES = 'select indexdef as line from pg_indexes where schemaname = $1';
const CONSTRAINTS = `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where connamespace = $1::regnamespace and contype in ('p', 'f', 'c', 'u')`;

describe('Whoever changes the schema', () => {
  beforeAll(async () => {
    const sql = (await sqlOfSchema()).replace(/CREATE SCHEMA IF NOT EXISTS "public";/, '');
    expect(sql).toContain('CREATE TABLE "attempt"');
    const client = await pool.connect();
    await client.query(`create schema fresh; set search_path = fresh, public; ${sql}; reset search_path`);
    client.release();
  });

  it('finds the same columns in the migrations as in schema.prisma', async () => {
    const fresh = await lines(COLUMNS, 'fresh');
    expect(fresh.length).toBeGreaterThan(200);
    expect(await lines(COLUMNS, 'public')).toEqual(fresh);
  });

  it('finds the same indexes, and beyond them those that only SQL can say', async () => {
    const [fresh, migrated] = [await lines(INDEXES, 'fresh'), await lines(INDEXES, 'public')];
    expect(fresh.filter((line) => !migrated.includes(line))).toEqual([]);
    const more = migrated.filter((line) => !fresh.includes(line)).map((line) => line.match(/INDEX (\w+)/)?.[1]);
    expect(more.sort()).toEqual(ONLY_IN_SQL.indexes);
  });

  it('finds the same keys, and beyond them the checks that only SQL can say', async () => {
    const [fresh, migrated] = [await lines(CONSTRAINTS, 'fresh'), await lines(CONSTRAINTS, 'public')];
    expect(fresh.filter((line) => !migrated.includes(line))).toEqual([]);
    const more = migrated.filter((line) => !fresh.includes(line)).map((line) => line.split(' ')[1]);
    expect(more.sort()).toEqual(ONLY_IN_SQL.checks);
  });
});

describe('What the database itself holds to', () => {
  it('lets an enrolment have one open attempt at a quiz', async () => {
    const { rows } = await pool.query(
      `select indexdef from pg_indexes where indexname = 'attempt_one_open' and schemaname = 'public'`,
    );
    expect(rows[0].indexdef).toMatch(/UNIQUE INDEX .*\(enrolment_id, quiz_id\) WHERE \(state = 'open'/);
  });

  it('counts the characters of a passage itself', async () => {
    const { rows } = await pool.query<{ line: string }>(
      `select concat_ws(' ', table_name, column_name, generation_expression) as line
       from information_schema.columns where table_schema = 'public' and is_generated = 'ALWAYS'`,
    );
    expect(rows.map(({ line }) => line)).toEqual(['passage_version length length(text)']);
  });

  it('has a trigger on every log and every version', async () => {
    const { rows } = await pool.query<{ line: string }>(
      `select tgrelid::regclass || ' ' || tgname as line from pg_trigger
       where not tgisinternal and tgenabled = 'O' order by 1`,
    );
    const logs = ['audit', 'grade_event', 'response_event', 'score_event'];
    const versions = [
      'attempt_item',
      'item',
      'lesson_version',
      'passage_version',
      'post_version',
      'question_version',
      'quiz_version',
    ];
    expect(rows.map(({ line }) => line)).toEqual(
      [
        ...logs.flatMap((table) => [`${table} append_only`, `${table} no_truncate`]),
        ...versions.map((table) => `${table} immutable`),
      ].sort(),
    );
  });

  it('I-3: refuses to change or delete a row of a log, or of a frozen paper, though one asks as the owner', async () => {
    const { ann } = await layClass(ctx, 'logs');
    await takeQuiz(ctx, ann, 'quiz');
    await ctx.db.audit.create({ data: { at: ctx.now, act: 'test', subjectType: 'test', subjectId: 'x' } });
    for (const log of ['response_event', 'score_event', 'grade_event', 'audit']) {
      const set = log === 'audit' ? 'act = act' : 'id = id';
      await expect(pool.query(`update ${log} set ${set}`), log).rejects.toThrow(/append-only: UPDATE refused/);
      await expect(pool.query(`delete from ${log}`), log).rejects.toThrow(/append-only: DELETE refused/);
      await expect(pool.query(`truncate ${log} cascade`), log).rejects.toThrow(/append-only: TRUNCATE refused/);
    }
    for (const frozen of ['attempt_item', 'item', 'question_version', 'quiz_version']) {
      await expect(pool.query(`update ${frozen} set id = id`), frozen).rejects.toThrow(/append-only: UPDATE refused/);
    }
  });

  it('lets erasing blank what was written, keep its hash, and touch nothing else', async () => {
    const { ann, ben } = await layClass(ctx, 'erase');
    for (const me of [ann, ben]) await takeQuiz(ctx, me, 'quiz');
    const count = async (where: string) =>
      (await pool.query(`select count(*)::int as n from response_event where ${where}`)).rows[0].n;
    const before = await count('payload is not null');
    const erased = await pool.query('select erase_payloads($1)::int as n', [ann.enrolmentId]);
    expect(erased.rows[0].n).toBe(typeNames.length);
    expect(await count('payload is not null')).toBe(before - typeNames.length);
    expect(await count(`payload_hash = ''`)).toBe(0);
    await expect(pool.query('update response_event set payload = null')).rejects.toThrow(/append-only/);
  });

  it('has one clock, which the seed and the tests move within a transaction, and which stands right again after it', async () => {
    const then = new Date('2026-03-01T10:00:00Z');
    const clock = async (on: Pick<typeof ctx, 'db'>) =>
      (await on.db.$queryRaw<{ now: Date }[]>`select app_now() as now`)[0]?.now.getTime() ?? 0;
    expect(await at(ctx, then, clock)).toBe(then.getTime());
    expect(Math.abs((await clock(ctx)) - Date.now())).toBeLessThan(60_000);
  });
});
