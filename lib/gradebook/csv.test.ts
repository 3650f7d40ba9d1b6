import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { classTableCsv, guardCell, toCsv } from './csv';
import { arrange } from './rules';
import { type ClassTable, classViewOf } from './schema';

const read = (csv: string) =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: true }).data;

const table: ClassTable = {
  students: 3,
  columns: [{ columnId: 'c1', slug: 'check-1', title: 'Check 1', label: 'Check 1', maxPoints: 8000 }],
  rows: [
    {
      enrolmentId: 'e1',
      name: '=HYPERLINK("http://evil.test")',
      cells: [{ points: 6667, state: 'graded', overridden: true, attemptId: null }],
      total: 6667,
    },
    {
      enrolmentId: 'e2',
      name: 'Ahn, Jia',
      cells: [{ points: null, state: 'in-progress', overridden: false, attemptId: null }],
      total: null,
    },
    {
      enrolmentId: 'e3',
      name: 'Zoë "Z" Kim',
      cells: [{ points: 8000, state: 'graded', overridden: false, attemptId: null }],
      total: 8000,
    },
  ],
};

describe('an instructor opens the export in a spreadsheet', () => {
  it.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['+1+1', "'+1+1"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['＝1＋1', "'＝1＋1"],
    ["'=1", "'=1"],
    ['\0=1', "'=1"],
    ['Ahn, Jia', 'Ahn, Jia'],
    ['line one\nline two', 'line one\nline two'],
  ])('T-CSV-1 the name %j stays text: %j', (name, cell) => {
    expect(guardCell(name)).toBe(cell);
  });

  it('T-CSV-1 a negative number stays a number', () => {
    expect(guardCell(-2.5)).toBe(-2.5);
    expect(read(toCsv([['a', -2.5]]))).toEqual([['a', '-2.5']]);
  });

  it.each(['Ahn;=1+1', 'Ahn\t=1+1', '\t=1'])(
    'T-CSV-1 the name %j stays one cell, whatever parts the columns',
    (name) => {
      expect(toCsv([[name, 2]])).toBe(`\uFEFF"${guardCell(name)}",2\r\n`);
    },
  );

  it.each(['\n=1', '\r=1', 'line one\nline two', 'line one\r=1'])('T-CSV-1 the name %j stays in its row', (name) => {
    expect(toCsv([[name, 2]])).toBe(`\uFEFF"${guardCell(name)}",2\r\n`);
  });

  it('T-CSV-1 nothing that could part cells or rows stands outside quotes, whatever the names', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '=', '"', ',', ';', '\r', '\n', '\t') });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const outside = toCsv(rows).replaceAll(/"(?:[^"]|"")*"/g, '');
        expect(outside.split('\r\n').filter((row) => /[;\t\r\n]/.test(row))).toEqual([]);
      }),
    );
  });

  it('T-CSV-1 what is written is what is read back, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const guarded = rows.map((row) => row.map((cell) => String(guardCell(cell))));
          const parsed = Papa.parse<string[]>(toCsv(rows).replace(/^\uFEFF/, ''), {
            delimiter: ',',
            newline: '\r\n',
          }).data;
          expect(parsed.slice(0, rows.length)).toEqual(guarded);
        },
      ),
    );
  });

  it('holds the rows of the screen, in its order, with its words', () => {
    const view = classViewOf({ sort: 'check-1', dir: 'down' });
    expect(read(classTableCsv(arrange(table, view)))).toEqual([
      ['Student', 'Check 1 (of 8)', 'Check 1: state', 'Total'],
      ['Zoë "Z" Kim', '8', 'Graded', '8'],
      [`'=HYPERLINK("http://evil.test")`, '6.67', 'Graded, set by hand', '6.67'],
      ['Ahn, Jia', '', 'In progress', ''],
    ]);
  });

  it('leaves out whom the filter leaves out', () => {
    expect(arrange(table, classViewOf({ q: 'zoe' })).rows.map((row) => row.name)).toEqual(['Zoë "Z" Kim']);
    expect(arrange(table, classViewOf({ state: 'in-progress', quiz: 'check-1' })).rows).toHaveLength(1);
    expect(arrange(table, classViewOf({ state: 'nonsense', dir: 'sideways' })).rows).toHaveLength(3);
  });
});
