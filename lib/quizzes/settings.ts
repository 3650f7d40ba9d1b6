import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { mergeRules, rulesOf } from './rules';
import { type QuizKind, QuizOverrides, QuizRules } from './schema';

/** What was granted to one student. */
export interface GrantedExtension {
  readonly enrolmentId: string;
  readonly name: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly extraSeconds: number;
  readonly factor: number;
  readonly extraAttempts: number;
  readonly reason: string;
}

/** A quiz as an instructor sets it: the rules in force, and those of the course's text beneath them. */
export interface QuizSettings {
  readonly quizId: string;
  readonly slug: string;
  readonly kind: QuizKind;
  readonly hidden: boolean;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly rules: QuizRules;
  readonly textRules: QuizRules;
  readonly questions: number;
  readonly openAttempts: number;
  readonly extensions: readonly GrantedExtension[];
  readonly students: readonly { readonly enrolmentId: string; readonly name: string }[];
}

const NOBODY = 'Former student';

/** The settings of a quiz of the instructor's course; null where there is none of this slug. */
export async function findQuizSettings(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  slug: string,
): Promise<QuizSettings | null> {
  const quiz = await ctx.db.quiz.findUnique({
    where: { courseId_slug: { courseId: me.courseId, slug } },
    include: {
      currentVersion: { include: { _count: { select: { items: true } } } },
      exceptions: {
        where: { enrolmentId: { not: null } },
        include: { enrolment: { select: { person: { select: { displayName: true } } } } },
      },
      _count: { select: { attempts: { where: { state: 'open', enrolment: { role: 'student' } } } } },
    },
  });
  if (!quiz?.currentVersion) return null;
  const students = await ctx.db.enrolment.findMany({
    where: { courseId: me.courseId, role: 'student', endedAt: null },
    select: { id: true, person: { select: { displayName: true } } },
  });
  const inForce = rulesOf(QuizRules.strip().parse(quiz.currentVersion));
  const text = QuizRules.safeParse(quiz.textRules);
  return {
    quizId: quiz.id,
    slug: quiz.slug,
    kind: quiz.kind === 'check' ? 'check' : 'quiz',
    hidden: quiz.hiddenAt !== null,
    opensAt: quiz.opensAt,
    closesAt: quiz.closesAt,
    rules: text.success ? mergeRules(text.data, QuizOverrides.parse(quiz.settings)) : inForce,
    textRules: text.success ? text.data : inForce,
    questions: quiz.currentVersion._count.items,
    openAttempts: quiz._count.attempts,
    extensions: quiz.exceptions.flatMap(({ enrolmentId, enrolment, ...granted }) =>
      enrolmentId === null
        ? []
        : [
            {
              enrolmentId,
              name: enrolment?.person?.displayName ?? NOBODY,
              opensAt: granted.opensAt,
              closesAt: granted.closesAt,
              extraSeconds: granted.extraSeconds,
              factor: granted.factor,
              extraAttempts: granted.extraAttempts,
              reason: granted.reason,
            },
          ],
    ),
    students: students
      .map(({ id, person }) => ({ enrolmentId: id, name: person?.displayName ?? NOBODY }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}
