import { z } from 'zod';

/** What is stored of lessons and courses beside their columns. All `html` was sanitised when it was stored. */

const html = z.string();

/** Where a passage's statements come from: paragraphs of the article (3 is ¶3), entries of the record, or our own explanation. */
export const PassageOrigin = z.strictObject({
  source: z.array(z.number().int().positive()),
  record: z.array(z.string()),
  own: z.boolean(),
  /** No question need test it. */
  background: z.boolean(),
});
export type PassageOrigin = z.infer<typeof PassageOrigin>;

/** Everything on a lesson's page but its body: lesson_version.frame. */
export const LessonFrame = z.strictObject({
  /** Of the body's `<h2 id>` and `<h3 id>`; plain text. */
  headings: z.array(z.strictObject({ id: z.string(), text: z.string(), level: z.union([z.literal(2), z.literal(3)]) })),
  /** Pre-questions, inline HTML. */
  before: z.array(html),
  discussion: z.strictObject({ title: z.string(), html }).nullable(),
  /** Ids of course objectives. */
  objectives: z.array(z.string()),
  /** Source paragraphs that the lesson draws on. */
  from: z.array(z.number().int().positive()),
  /** Of the body, figures' words included. */
  words: z.number().int().nonnegative(),
  /** Entries of the course's reference that the body links to, in order of appearance. */
  cards: z.strictObject({ terms: z.array(z.string()), people: z.array(z.string()), records: z.array(z.string()) }),
});
export type LessonFrame = z.infer<typeof LessonFrame>;

/** A year, year-month or date, as in "2018-12". */
const dateText = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
const cite = z.array(z.number().int().positive()).exactOptional();

/** What lessons refer to: course.reference. Records are keyed by the ids of the course's text; their order is not kept. */
export const CourseReference = z.strictObject({
  objectives: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  glossary: z.record(z.string(), z.strictObject({ term: z.string(), html, cite })),
  cast: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      native: z.string().exactOptional(),
      lang: z.string().exactOptional(),
      role: z.string(),
      html,
      cite,
    }),
  ),
  /** The author's order of the cast: jsonb does not keep that of the entries. */
  castOrder: z.array(z.string()),
  record: z.record(z.string(), z.strictObject({ date: dateText, title: z.string(), html, where: z.string() })),
  timeline: z.strictObject({
    lanes: z.record(z.string(), z.string()),
    events: z.record(
      z.string(),
      z.strictObject({
        date: dateText,
        until: dateText.exactOptional(),
        lane: z.string(),
        title: z.string(),
        html,
        source: cite,
        record: z.string().exactOptional(),
      }),
    ),
  }),
  /** on-the-source.md, or ''. */
  notesHtml: html,
});
export type CourseReference = z.infer<typeof CourseReference>;

/** The article a course draws on: course.source (null for a course without one). */
export const CourseSource = z.strictObject({
  author: z.string(),
  title: z.string(),
  publisher: z.string(),
  series: z.string().exactOptional(),
  date: dateText,
  /** ¶1 to ¶paragraphs may be cited. */
  paragraphs: z.number().int().positive(),
  url: z.url().exactOptional(),
});
export type CourseSource = z.infer<typeof CourseSource>;

/** A reference of a course that has none yet. */
export const EMPTY_REFERENCE: CourseReference = {
  objectives: [],
  glossary: {},
  cast: {},
  castOrder: [],
  record: {},
  timeline: { lanes: {}, events: {} },
  notesHtml: '',
};
