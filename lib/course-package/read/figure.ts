import { z } from 'zod';
import { stop } from '@/lib/question-types/fields';
import { cite, date, list, words } from './fields';

const head = {
  title: words('a title', 200),
  caption: words('a caption', 1_000),
  text: words('what the figure shows, in words, for those who cannot see it', 4_000),
};
const strength = z.enum(['stated', 'inferred'], { error: 'Write stated or inferred.' });
const line = (what: string) => words(what, 1_000);

const timeline = z.strictObject({
  kind: z.literal('timeline'),
  ...head,
  lanes: list(line('a lane'), 'the lanes, by their ids in timeline.yaml,').min(1, stop('Name at least one lane.')),
  from: date,
  to: date,
  'leave-out': list(line('an event'), 'the events to leave out').default([]),
});

export const COUNTRIES = ['seoul', 'tokyo', 'washington', 'beijing', 'pyongyang'] as const;
const country = z.enum(COUNTRIES, { error: `Write one of: ${COUNTRIES.join(', ')}.` });
const positions = z
  .strictObject({
    kind: z.literal('positions'),
    ...head,
    columns: list(country, 'the columns').min(2, stop('A matrix of positions has at least two columns.')),
    rows: list(
      z.strictObject({
        issue: line('the issue'),
        cells: z.partialRecord(
          country,
          z.strictObject({ text: line('the position'), cite: cite.exactOptional(), strength }),
          { error: `Write the cells by their column: ${COUNTRIES.join(', ')}.` },
        ),
      }),
      'the rows, each with issue and cells,',
    ).min(1, stop('Write at least one row.')),
  })
  .superRefine(({ columns, rows }, ctx) => {
    rows.forEach(({ cells }, i) => {
      for (const column of Object.keys(cells)) {
        if (columns.some((each) => each === column)) continue;
        const message = `Add ${column} to the columns, or take the cell out.`;
        ctx.addIssue({ code: 'custom', path: ['rows', i, 'cells', column], message });
      }
    });
  });

const RELATIONS = ['supports', 'attacks', 'rebuts', 'asks'] as const;
const ROLES = ['claim', 'reason', 'evidence', 'objection', 'question'] as const;
const nodeFields = {
  role: z.enum(ROLES, { error: `Write one of: ${ROLES.join(', ')}.` }),
  text: line('what it says'),
  cite: cite.exactOptional(),
  strength: strength.exactOptional(),
};
export interface ArgumentChild {
  role: (typeof ROLES)[number];
  relation: (typeof RELATIONS)[number];
  text: string;
  cite?: number[];
  strength?: 'stated' | 'inferred';
  children?: ArgumentChild[] | undefined;
}
const child: z.ZodType<ArgumentChild> = z.strictObject({
  ...nodeFields,
  relation: z.enum(RELATIONS, { error: `Write how it bears on what is above it: ${RELATIONS.join(', ')}.` }),
  get children() {
    return z.array(child, { error: 'Write the children as a list.' }).optional();
  },
});
const argumentMap = z.strictObject({
  kind: z.literal('argument-map'),
  ...head,
  root: z.strictObject({ ...nodeFields, children: list(child, 'the children').default([]) }),
});

const table = z
  .strictObject({
    kind: z.literal('table'),
    ...head,
    head: list(line('a heading, in quotation marks'), 'the headings').min(2, stop('A table has at least two columns.')),
    rows: list(list(z.string({ error: 'Write the cell in quotation marks.' }), 'a row'), 'the rows').min(
      1,
      stop('Write at least one row.'),
    ),
  })
  .superRefine(({ head, rows }, ctx) => {
    rows.forEach((row, i) => {
      if (row.length === head.length) return;
      const message = `Write ${head.length} cells, as many as there are headings ("" for an empty one).`;
      ctx.addIssue({ code: 'custom', path: ['rows', i], message });
    });
  });

const degrees = (what: string, limit: number) => {
  const advice = `Write the ${what} in degrees from -${limit} to ${limit}, such as 26.98.`;
  return z.number(advice).min(-limit, advice).max(limit, advice);
};
const radiusAdvice = 'Write the radius in kilometres, at most 2000, such as 150.';
const map = z.strictObject({
  kind: z.literal('map'),
  ...head,
  places: list(
    z
      .strictObject({
        name: line('the name'),
        place: z.enum(['capital', 'site', 'area'], { error: 'Write capital, site or area.' }),
        lon: degrees('longitude', 180),
        lat: degrees('latitude', 90),
        radius: z.number(radiusAdvice).positive(radiusAdvice).max(2_000, radiusAdvice).exactOptional(),
        text: line('what there is to say about it'),
        cite: cite.exactOptional(),
      })
      .superRefine(({ place, radius }, ctx) => {
        if ((place === 'area') === (radius !== undefined)) return;
        const message = place === 'area' ? 'Write the radius of the area in kilometres.' : 'Only an area has a radius.';
        ctx.addIssue({ code: 'custom', path: ['radius'], message });
      }),
    'the places',
  ).min(1, stop('Name at least one place.')),
});

const strip = z.strictObject({
  kind: z.literal('strip'),
  ...head,
  steps: list(
    z.strictObject({ title: line('a title'), text: line('a text'), cite: cite.exactOptional() }),
    'the steps, each with title and text,',
  )
    .min(2, stop('A chain has at least two links.'))
    .max(7, stop('Seven steps are as many as fit beside each other.')),
});

export const figures = { timeline, positions, 'argument-map': argumentMap, table, map, strip } as const;
export type FigureKind = keyof typeof figures;
export type FigureOf<K extends FigureKind> = z.output<(typeof figures)[K]>;
export type Figure = { [K in FigureKind]: FigureOf<K> }[FigureKind];
export const isFigureKind = (kind: unknown): kind is FigureKind =>
  typeof kind === 'string' && Object.hasOwn(figures, kind);
