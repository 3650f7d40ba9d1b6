import type { ClientBase } from 'pg';
import type { AnyContent } from '@/lib/question-types/any-type';
import { questionType } from '@/lib/question-types/registry';
import { type Chance, idOf, makeChance } from './chance';
import { lessonId, lessonVersionId, passageId } from './lessons';
import { insertRows, type Row } from './rows';
import { quizSlug, SHAPE } from './shape';

/** An item as attempts freeze it. */
export interface LaidItem {
  readonly itemId: string;
  readonly questionId: string;
  readonly versionId: string;
  readonly type: MeasuredType;
  readonly content: AnyContent;
  readonly stem: string;
  readonly explanation: string;
}

export interface LaidQuiz {
  readonly quizId: string;
  readonly versionId: string;
  readonly columnId: string;
  readonly items: readonly LaidItem[];
}

export const POINTS_PER_ITEM = 1_000;
const POINTS = POINTS_PER_ITEM * SHAPE.itemsPerQuiz;

// As quizzes are: mostly choices, a few of each other type.
const TYPES = [
  ...([
    'choice',
    'choice',
    'choice',
    'multiple-response',
    'choice',
    'numeric',
    'choice',
    'ordering',
    'choice',
  ] as const),
  'short-text',
] as const;
/** The types that the figures are about. A new one of the workshop is none of them by itself, so that figures stay comparable. */
type MeasuredType = (typeof TYPES)[number];

/** A check for each lesson, its questions with citations, its grade column. */
export async function layQuizzes(client: ClientBase, courseId: string, since: Date): Promise<LaidQuiz[]> {
  const tables = ['question', 'question_version', 'anchor', 'citation', 'quiz', 'quiz_version', 'item'] as const;
  const rows = Object.fromEntries([...tables, 'grade_column'].map((table) => [table, [] as Row[]]));
  const add = (table: string, row: Row) => rows[table]?.push(row);
  const bankId = idOf('bank');
  await insertRows(client, 'question_bank', [{ id: bankId, course_id: courseId, title: 'Questions' }]);
  const quizzes: LaidQuiz[] = [];
  for (let n = 1; n <= SHAPE.quizzes; n++) {
    const quiz = { quizId: idOf('quiz', n), versionId: idOf('quiz version', n), columnId: idOf('column', n) };
    const items = Array.from({ length: SHAPE.itemsPerQuiz }, (_, i) =>
      layItem(add, n, i + 1, quiz.versionId, bankId, since),
    );
    add('quiz', {
      ...{ id: quiz.quizId, course_id: courseId, lesson_id: lessonId(n), key: `z-${n}`, slug: quizSlug(n) },
      ...{ kind: 'check', position: n, current_version_id: quiz.versionId, text_rules: {}, settings: {} },
    });
    add('quiz_version', {
      ...{ id: quiz.versionId, quiz_id: quiz.quizId, n: 1, title: `Check ${n}`, intro_html: '', attempts_allowed: 3 },
      ...{ counts: 'best', shuffle: false, show_score: 'submitted', show_key: 'submitted', points: POINTS },
      ...{ hash: idOf('quiz hash', n), created_at: since },
    });
    add('grade_column', {
      ...{ id: quiz.columnId, course_id: courseId, kind: 'quiz', quiz_id: quiz.quizId, title: `Check ${n}` },
      ...{ points: POINTS, position: n },
    });
    quizzes.push({ ...quiz, items });
  }
  for (const [table, of] of Object.entries(rows)) await insertRows(client, table, of);
  return quizzes;
}

function layItem(
  add: (table: string, row: Row) => void,
  quiz: number,
  position: number,
  quizVersionId: string,
  bankId: string,
  since: Date,
): LaidItem {
  const chance = makeChance(quiz * 1_000 + position);
  const [questionId, versionId, itemId] = [
    idOf('question', quiz, position),
    idOf('question version', quiz, position),
    idOf('item', quiz, position),
  ];
  const type = TYPES[(position - 1) % TYPES.length] ?? 'choice';
  const content = writeContent(type, chance);
  const stem = `${chance.prose(22).slice(0, -1)}?`;
  const explanation = chance.prose(45);
  add('question', { id: questionId, bank_id: bankId, key: `q-${quiz}-${position}`, current_version_id: versionId });
  add('question_version', {
    ...{ id: versionId, question_id: questionId, n: 1, type, stem_html: `<p>${stem}</p>`, stem_text: stem, content },
    ...{ explanation_html: `<p>${explanation}</p>`, objective: `o-${1 + (position % 24)}` },
    ...{ hash: idOf('question hash', quiz, position), created_at: since },
  });
  const anchorId = idOf('anchor', quiz, position);
  add('anchor', {
    ...{ id: anchorId, lesson_id: lessonId(quiz), passage_id: passageId(quiz, position) },
    ...{ made_for_id: lessonVersionId(quiz), quote: '', prefix: '', suffix: '', start_offset: 0, end_offset: 0 },
  });
  add('citation', { question_version_id: versionId, position: 1, anchor_id: anchorId });
  add('item', {
    id: itemId,
    quiz_version_id: quizVersionId,
    question_id: questionId,
    position,
    points: POINTS_PER_ITEM,
  });
  return { itemId, questionId, versionId, type, content, stem, explanation };
}

/** Content with its HTML beside it, as course sync stores it. */
function writeContent(type: MeasuredType, chance: Chance): AnyContent {
  const feedback = () => chance.prose(14);
  const options = (n: number) =>
    ['a', 'b', 'c', 'd', 'e']
      .slice(0, n)
      .map((id) => ({ id, text: `${id} ${chance.prose(11)}`, feedback: feedback() }));
  const year = 1950 + chance.below(60);
  const written = {
    choice: () => ({ options: options(4), key: 'a' }),
    'multiple-response': () => ({ options: options(5), key: ['a', 'b'] }),
    numeric: () => ({
      accept: [{ value: year, tolerance: 1 }],
      misreadings: [{ from: year + 100, to: year + 199, feedback: feedback() }],
    }),
    'short-text': () => ({
      accept: [{ text: 'forced labour' }, { text: 'labour', fraction: 0.5, feedback: feedback() }],
      misreadings: [{ text: 'slavery', feedback: feedback() }],
    }),
    ordering: () => ({ fromTo: 'Earliest first', entries: options(4) }),
  }[type]();
  const of = questionType(type);
  return of.renderText(of.content.parse(written), (markdown) => markdown);
}
