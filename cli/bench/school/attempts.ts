import type { ClientBase } from 'pg';
import { receiptOf } from '@/lib/grading/receipt';
import { totalOf } from '@/lib/grading/rules';
import { SCORER_VERSION, scoreItem } from '@/lib/grading/score-item';
import { contentHash } from '@/lib/kernel/hash';
import { itemSeed } from '@/lib/question-types/random';
import { questionType } from '@/lib/question-types/registry';
import { type Chance, idOf, makeChance } from './chance';
import type { Member } from './people';
import { type LaidItem, type LaidQuiz, POINTS_PER_ITEM } from './quizzes';
import { insertRows, type Row } from './rows';

export interface LaidAttempt {
  readonly attemptId: string;
  readonly student: number;
  readonly quiz: LaidQuiz;
  readonly items: readonly LaidAttemptItem[];
}

export interface LaidAttemptItem {
  readonly id: string;
  /** A response that the student may give. */
  readonly next: unknown;
  /** The event of the one given; null where there is none. */
  readonly eventId: number | null;
}

interface ToLay {
  readonly quiz: LaidQuiz;
  readonly n: number;
  readonly at: Date;
  /** 'graded', or left open with this share of its items answered. */
  readonly end: 'graded' | { readonly answered: number };
}

const TABLES = ['attempt', 'attempt_item', 'response_event', 'score_event', 'grade', 'grade_event', 'notification'];

/**
 * Writes attempts by the very rules that the product counts by (draw, score, receipt, best attempt), so that `grades check`
 * finds nothing to say. Keeps count of event ids over several calls.
 */
export class AttemptWriter {
  private events = 0;

  constructor(
    private readonly client: ClientBase,
    private readonly students: readonly Member[],
  ) {}

  /** One attempt at the quiz for each student. */
  async lay(toLay: ToLay): Promise<LaidAttempt[]> {
    const laid: LaidAttempt[] = [];
    const SLICE = 250;
    for (let from = 0; from < this.students.length; from += SLICE) {
      const rows = Object.fromEntries(TABLES.map((table) => [table, [] as Row[]]));
      const to = Math.min(from + SLICE, this.students.length);
      for (let student = from; student < to; student++) laid.push(this.layOne(rows, student, toLay));
      for (const [table, of] of Object.entries(rows)) if (of.length > 0) await insertRows(this.client, table, of);
    }
    return laid;
  }

  /** Event ids were given by hand; the product goes on behind them. */
  async finish(): Promise<void> {
    await this.client.query(`select setval(pg_get_serial_sequence('response_event', 'id'), $1)`, [this.events]);
  }

  private layOne(rows: Record<string, Row[]>, student: number, { quiz, n, at, end }: ToLay): LaidAttempt {
    const attemptId = idOf('attempt', quiz.quizId, student, n);
    const enrolmentId = this.students[student]?.enrolmentId ?? '';
    const chance = makeChance(student * 97 + n);
    const seed = idOf('seed', attemptId).replaceAll('-', '');
    const answered = end === 'graded' ? 0.98 : end.answered;
    const clientId = idOf('client', attemptId);
    const minutesLater = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
    const counted = quiz.items.map((item, index) => {
      const id = idOf('attempt item', attemptId, index);
      const next = respond(item, itemSeed(seed, id), chance, 0.4 + (student % 50) / 100);
      const payload = chance.next() < answered ? next : null;
      const eventId = payload === null ? null : ++this.events;
      const hash = payload === null ? null : contentHash(payload);
      rows.attempt_item?.push({
        ...{ id, attempt_id: attemptId, position: index + 1, item_id: item.itemId, question_id: item.questionId },
        ...{ question_version_id: item.versionId, points: POINTS_PER_ITEM },
      });
      if (eventId !== null) {
        rows.response_event?.push({
          ...{ attempt_id: attemptId, id: eventId, attempt_item_id: id, kind: 'response', client_id: clientId },
          ...{ client_seq: index + 1, base_seq: 0, payload, payload_hash: hash, received_at: minutesLater(index + 1) },
        });
      }
      const stored = { type: item.type, content: item.content, version_id: item.versionId, points: POINTS_PER_ITEM };
      const event = { event_id: eventId === null ? null : String(eventId), payload, payload_hash: hash };
      return { next, item_id: id, position: index + 1, ...stored, ...event };
    });
    const head = {
      ...{ id: attemptId, enrolment_id: enrolmentId, quiz_id: quiz.quizId, quiz_version_id: quiz.versionId, n, seed },
      ...{ started_at: at, max_points: POINTS_PER_ITEM * quiz.items.length, grading_needed: false },
    };
    const items = counted.map(({ item_id: id, next, event_id }) => ({
      id,
      next,
      eventId: event_id === null ? null : Number(event_id),
    }));
    if (end !== 'graded') {
      const open = { state: 'open', submitted_at: null, ended_by: null, receipt: null, points: null };
      rows.attempt?.push({ ...head, ...open });
      return { attemptId, student, quiz, items };
    }
    const ended = minutesLater(quiz.items.length + 2);
    const scores = counted.map((item) => scoreItem(seed, item, item.content));
    const points = totalOf(scores.map((score) => score.points));
    scores.forEach((score, index) => {
      rows.score_event?.push({
        ...{ attempt_id: attemptId, attempt_item_id: score.itemId, question_version_id: counted[index]?.version_id },
        ...{ scorer_version: SCORER_VERSION, outcome: score.outcome, fraction: score.fraction, points: score.points },
        ...{ max_points: POINTS_PER_ITEM, source: 'automatic', response_event_id: counted[index]?.event_id, at: ended },
      });
    });
    const end_ = { submitted_at: ended, ended_by: 'student', receipt: receiptOf(attemptId, counted), points };
    rows.attempt?.push({ ...head, ...end_, state: 'graded' });
    const grade = {
      column_id: quiz.columnId,
      enrolment_id: enrolmentId,
      version: 1,
      points,
      max_points: head.max_points,
    };
    rows.grade?.push({ ...grade, overridden: false, attempt_id: attemptId, updated_at: ended });
    rows.grade_event?.push({ ...grade, source: 'policy', attempt_id: attemptId, at: ended });
    rows.notification?.push({
      ...{ id: idOf('notice', attemptId), enrolment_id: enrolmentId, reason: 'graded', event: `graded:${attemptId}` },
      ...{ attempt_id: attemptId, created_at: ended, read_at: chance.next() < 0.8 ? minutesLater(60) : null },
    });
    return { attemptId, student, quiz, items };
  }
}

/** The right response as often as the student is able, else one of those that a class gives. */
function respond({ type, content }: LaidItem, seed: string, chance: Chance, ability: number): unknown {
  const of = questionType(type);
  const [right, ...others] = of.sampleResponses(of.draw(content, seed));
  return chance.next() < ability || others.length === 0 ? right : chance.pick(others);
}
