import type { ClientBase } from 'pg';
import { type CourseReference, EMPTY_REFERENCE, type LessonFrame } from '@/lib/lessons/schema';
import { idOf, makeChance } from './chance';
import { insertRows, type Row } from './rows';
import { lessonSlug, SHAPE } from './shape';

export const lessonId = (n: number): string => idOf('lesson', n);
export const lessonVersionId = (n: number): string => idOf('lesson version', n);
export const passageId = (lesson: number, n: number): string => idOf('passage', lesson, n);
export const passageKey = (lesson: number, n: number): string => `p-b${String.fromCharCode(96 + lesson)}${100 + n}`;

const TERMS = Array.from({ length: 30 }, (_, n) => `term-${n + 1}`);
const PEOPLE = Array.from({ length: 12 }, (_, n) => `person-${n + 1}`);

/** What the lessons refer to. */
export function makeReference(): CourseReference {
  const chance = makeChance(1);
  const p = (words: number): string => `<p>${chance.prose(words)}</p>`;
  return {
    ...EMPTY_REFERENCE,
    objectives: Array.from({ length: 24 }, (_, n) => ({ id: `o-${n + 1}`, text: chance.prose(14) })),
    glossary: Object.fromEntries(
      TERMS.map((id, n) => [id, { term: `Term ${n + 1}`, html: p(40), cite: [1 + (n % 9)] }]),
    ),
    cast: Object.fromEntries(PEOPLE.map((id, n) => [id, { name: `Person ${n + 1}`, role: 'Minister', html: p(50) }])),
    record: Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [
        `record-${n + 1}`,
        { date: `20${10 + (n % 10)}-0${1 + (n % 9)}`, title: chance.prose(8), html: p(60), where: 'Public record' },
      ]),
    ),
  };
}

/** Lessons of a real one's length: passages with margins, links to cards, headings, pre-questions, a discussion. */
export async function layLessons(client: ClientBase, courseId: string, since: Date): Promise<void> {
  const rows: Record<'part' | 'lesson' | 'lesson_version' | 'passage' | 'passage_version', Row[]> = {
    part: [1, 2].map((n) => ({ id: idOf('part', n), course_id: courseId, title: `Part ${n}`, position: n })),
    lesson: [],
    lesson_version: [],
    passage: [],
    passage_version: [],
  };
  for (let n = 1; n <= SHAPE.quizzes; n++) {
    const { html, frame, texts } = writeLesson(n);
    rows.lesson.push({
      id: lessonId(n),
      course_id: courseId,
      part_id: idOf('part', n * 2 > SHAPE.quizzes ? 2 : 1),
      key: `l-${n}`,
      slug: lessonSlug(n),
      position: n,
      current_version_id: lessonVersionId(n),
    });
    rows.lesson_version.push({
      id: lessonVersionId(n),
      lesson_id: lessonId(n),
      n: 1,
      title: `Lesson ${n} of the measured course`,
      standfirst: makeChance(n).prose(24),
      minutes: 14,
      beyond: false,
      html,
      frame,
      hash: idOf('lesson hash', n),
      created_at: since,
    });
    texts.forEach((text, index) => {
      const id = passageId(n, index + 1);
      const origin = { source: [1 + (index % 9)], record: [], own: index % 5 === 0, background: false };
      rows.passage.push({ id, lesson_id: lessonId(n), key: passageKey(n, index + 1) });
      rows.passage_version.push({
        lesson_version_id: lessonVersionId(n),
        passage_id: id,
        position: index + 1,
        text,
        origin,
      });
    });
  }
  for (const [table, of] of Object.entries(rows)) await insertRows(client, table, of);
}

function writeLesson(lesson: number): { html: string; frame: LessonFrame; texts: string[] } {
  const chance = makeChance(100 + lesson);
  const texts: string[] = [];
  const parts: string[] = [];
  const frame: LessonFrame = {
    headings: [],
    before: [chance.prose(15), chance.prose(18), chance.prose(16)],
    discussion: { title: 'A question to discuss', html: `<p>${chance.prose(70)}</p>` },
    objectives: ['o-1', 'o-2', 'o-3'],
    from: [1, 2, 3],
    words: SHAPE.passagesPerLesson * SHAPE.wordsPerPassage,
    cards: { terms: TERMS.slice(lesson, lesson + 8), people: PEOPLE.slice(0, 4), records: [] },
  };
  for (let n = 1; n <= SHAPE.passagesPerLesson; n++) {
    if (n % 5 === 1) {
      const heading = { id: `h-${n}`, text: `Heading ${n}: ${chance.prose(5)}`, level: 2 as const };
      frame.headings.push(heading);
      parts.push(`<h2 id="${heading.id}">${heading.text}</h2>`);
    }
    const text = chance.prose(SHAPE.wordsPerPassage);
    texts.push(text);
    parts.push(passageHtml(passageKey(lesson, n), `${lesson}.${n}`, `${text} ${cardLinks(frame, n)}`));
  }
  return { html: parts.join(''), frame, texts };
}

function cardLinks({ cards }: LessonFrame, n: number): string {
  const term = n % 3 === 0 ? cards.terms[n / 3 - 1] : undefined;
  const person = n % 6 === 2 ? cards.people[(n - 2) / 6] : undefined;
  return [
    term ? `See <a class="term" href="#term-${term}" data-card="term-${term}">${term}</a>.` : '',
    person ? `So says <a class="person" href="#person-${person}" data-card="person-${person}">${person}</a>.` : '',
  ].join('');
}

const passageHtml = (key: string, number: string, words: string): string =>
  `<section class="passage" id="${key}" data-passage="${key}"><div class="passage-body"><p>${words}</p></div>` +
  `<div class="passage-margin"><a class="passage-number" href="#${key}" aria-label="Link to passage ${number}">${number}</a>` +
  `<span class="passage-source">¶3</span><!--margin:${key}--></div></section>`;

/** Two thirds of every lesson read by every student, as set-based SQL. */
export async function layProgress(client: ClientBase, since: Date): Promise<void> {
  await client.query(
    `insert into progress (enrolment_id, passage_id, read_at)
     select e.id, p.id, $1::timestamptz + (hashtext(e.id::text || p.id::text) & 65535) * interval '20 seconds'
     from enrolment e cross join passage p
     where e.role = 'student' and (hashtext(p.id::text || e.id::text) & 255) < 170`,
    [since],
  );
}
