import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import { decideAgain } from '@/lib/grading/decide-again';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result, refuse } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { makeQuizVersion } from '@/lib/quizzes/make-quiz-version';
import { mergeRules, rulesOf, withoutEchoes } from '@/lib/quizzes/rules';
import { type ChangeQuizSettings, QuizOverrides, QuizRules } from '@/lib/quizzes/schema';
import { moveDeadlines } from './move-deadlines';

/** What a change of settings did: whether the rules changed, how many running attempts got another deadline. */
export interface SettingsChanged {
  readonly rulesChanged: boolean;
  readonly deadlinesMoved: number;
  readonly gradesChanged: number;
}

/**
 * Sets when a quiz is open, and rules over those of the course's text. Rules make a new version: running attempts keep theirs.
 * Opening and closing hold at once, for running attempts too. Another policy decides all grades of the quiz anew.
 */
export async function changeQuizSettings(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  input: ChangeQuizSettings,
): Promise<Result<SettingsChanged, 'not-found' | 'closes-before-opens'>> {
  return inTransaction(ctx, async (ctx) => {
    const quiz = await ctx.db.quiz.findUnique({
      where: { courseId_slug: { courseId: me.courseId, slug: input.quiz } },
      include: { currentVersion: { include: { items: { orderBy: { position: 'asc' } } } } },
    });
    if (!quiz?.currentVersion) return refuse('not-found', 'There is nothing here under this address.');
    const opensAt = moment(input.opensAt, quiz.opensAt);
    const closesAt = moment(input.closesAt, quiz.closesAt);
    if (opensAt && closesAt && closesAt <= opensAt) {
      const message = 'It would close before it opens. Choose a later closing time.';
      return refuse('closes-before-opens', message, { closesAt: message });
    }
    const before = rulesOf(QuizRules.strip().parse(quiz.currentVersion));
    const fromText = QuizRules.safeParse(quiz.textRules);
    const text = fromText.success ? fromText.data : before;
    const settings = withoutEchoes(text, { ...QuizOverrides.parse(quiz.settings), ...input.rules });
    const rules = mergeRules(text, settings);
    await ctx.db.quiz.update({ where: { id: quiz.id }, data: { opensAt, closesAt, settings } });
    const { introHtml, items } = quiz.currentVersion;
    const paper = items.map(({ questionId, points }) => ({ questionId, points }));
    const { changed, n } = await makeQuizVersion(ctx, quiz.id, { rules, introHtml, items: paper });
    const deadlinesMoved = await moveDeadlines(ctx, me.courseId, quiz.slug, null);
    const gradesChanged =
      rules.counts === before.counts
        ? 0
        : await decideAgain(ctx, quiz.id, {
            byEnrolmentId: me.enrolmentId,
            reason: 'Another rule for which attempt counts',
          });
    await recordAct(ctx, {
      act: 'quiz.settings-changed',
      actorId: me.personId,
      courseId: me.courseId,
      subject: { type: 'quiz', id: quiz.id },
      detail: {
        version: n,
        before: {
          opensAt: quiz.opensAt?.toISOString() ?? null,
          closesAt: quiz.closesAt?.toISOString() ?? null,
          ...before,
        },
        after: { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null, ...rules },
        deadlinesMoved,
        gradesChanged,
      },
    });
    return done({ rulesChanged: changed, deadlinesMoved, gradesChanged });
  });
}

const moment = (given: string | null | undefined, stored: Date | null): Date | null =>
  given === undefined ? stored : given === null ? null : new Date(given);
