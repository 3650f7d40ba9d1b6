import { getPaper } from '@/lib/attempts/queries';
import { saveResponse } from '@/lib/attempts/save-response';
import type { Paper, Receipt, Saved, SaveResponse } from '@/lib/attempts/schema';
import { startAttempt } from '@/lib/attempts/start-attempt';
import { submitAttempt } from '@/lib/attempts/submit-attempt';
import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { contentHash } from '@/lib/kernel/hash';
import type { Prisma } from '@/lib/kernel/prisma';
import { itemSeed } from '@/lib/question-types/random';
import { parseContent, questionType, type TypeName, typeNames } from '@/lib/question-types/registry';
import { makeQuizVersion } from '@/lib/quizzes/make-quiz-version';
import { DEFAULT_RULES, type QuizOverrides, type QuizRules } from '@/lib/quizzes/schema';
import { enrol, type LaidCourse, layCourse } from './lessons';

/** A quiz as laid for a test. */
export interface LaidQuiz {
  readonly id: string;
  readonly slug: string;
  readonly questionIds: readonly string[];
}

export interface QuizToLay {
  readonly slug?: string;
  readonly kind?: 'check' | 'quiz';
  /** How many questions; their types go round all there are, with the types' own examples. */
  readonly questions?: number;
  readonly types?: readonly TypeName[];
  readonly rules?: QuizOverrides;
  readonly opensAt?: Date;
  readonly closesAt?: Date;
  /** Changes a question's content before it is stored: canaries, say. */
  readonly content?: (content: unknown, index: number) => unknown;
}

/** Lays questions and a quiz into a course as course sync would leave them: one point an item, rules as for a check. */
export async function layQuiz(ctx: Ctx, course: LaidCourse, lay: QuizToLay = {}): Promise<LaidQuiz> {
  const { slug = 'quiz', kind = 'quiz', types = typeNames, questions = types.length, opensAt, closesAt } = lay;
  const bankId = ctx.newId();
  await ctx.db.questionBank.create({ data: { id: bankId, courseId: course.id, title: `Bank of ${slug}` } });
  const questionIds: string[] = [];
  for (let i = 0; i < questions; i++) {
    questionIds.push(await layQuestion(ctx, bankId, i, types[i % types.length] ?? 'choice', lay.content));
  }
  const id = ctx.newId();
  const position = await ctx.db.quiz.count({ where: { courseId: course.id } });
  await ctx.db.quiz.create({
    data: {
      id,
      courseId: course.id,
      key: `z-${slug}`,
      slug,
      kind,
      position,
      opensAt: opensAt ?? null,
      closesAt: closesAt ?? null,
    },
  });
  const rules: QuizRules = { title: `Quiz ${slug}`, ...DEFAULT_RULES.check, ...lay.rules };
  await ctx.db.quiz.update({ where: { id }, data: { textRules: rules } });
  const items = questionIds.map((questionId) => ({ questionId, points: 1000 }));
  await makeQuizVersion(ctx, id, { rules, introHtml: '', items });
  return { id, slug, questionIds };
}

async function layQuestion(
  ctx: Ctx,
  bankId: string,
  index: number,
  type: TypeName,
  change: (content: unknown, index: number) => unknown = (content) => content,
): Promise<string> {
  const [questionId, versionId] = [ctx.newId(), ctx.newId()];
  const { examples } = questionType(type);
  const example = examples[Math.floor(index / typeNames.length) % examples.length];
  if (!example) throw new Error(`The type ${type} has no example.`);
  const content = change(structuredClone(example.content), index);
  await ctx.db.question.create({ data: { id: questionId, bankId, key: `q-${index + 1}` } });
  await ctx.db.questionVersion.create({
    data: {
      id: versionId,
      questionId,
      n: 1,
      type,
      stemHtml: `<p>Question ${index + 1}</p>`,
      stemText: `Question ${index + 1}`,
      content: content as Prisma.InputJsonValue,
      explanationHtml: `<p>CNRY-explanation-${index + 1}</p>`,
      hash: contentHash(content),
      createdAt: ctx.now,
    },
  });
  await ctx.db.question.update({ where: { id: questionId }, data: { currentVersionId: versionId } });
  return questionId;
}

/** A course with a quiz, two students and an instructor: enough for most tests. */
export async function layClass(ctx: Ctx, courseSlug: string, lay: QuizToLay = {}) {
  const course = await layCourse(ctx, courseSlug, []);
  const quiz = await layQuiz(ctx, course, lay);
  const [ann, ben, teacher] = await Promise.all([
    enrol(ctx, course, 'student', 'Ann'),
    enrol(ctx, course, 'student', 'Ben'),
    enrol(ctx, course, 'instructor', 'Teacher'),
  ]);
  return { course, quiz, ann, ben, teacher };
}

/** Starts (or goes on) and gives the paper. Throws where it is refused. */
export async function start(ctx: Ctx, me: Enrolment, quiz: string): Promise<Paper> {
  const started = await startAttempt(ctx, me, { quiz });
  if (!started.ok) throw new Error(`${started.code}: ${started.message}`);
  const paper = await getPaper(ctx, me, started.value.attemptId);
  if (!paper) throw new Error('An attempt just started has no paper.');
  return paper;
}

/** A tab: its own client id, its own count. `save` throws where it is refused; `send` gives the answer as it came. */
export function openTab(ctx: Ctx, me: Enrolment, paper: Pick<Paper, 'attemptId'>) {
  const clientId = crypto.randomUUID();
  let clientSeq = 0;
  const send = (itemId: string, payload: unknown, more: Partial<SaveResponse> = {}) =>
    saveResponse(ctx, me, {
      attempt: paper.attemptId,
      itemId,
      kind: 'response',
      clientId,
      clientSeq: ++clientSeq,
      baseSeq: '0',
      payload: payload as SaveResponse['payload'],
      ...more,
    });
  const save = async (itemId: string, payload: unknown, more: Partial<SaveResponse> = {}): Promise<Saved> => {
    const saved = await send(itemId, payload, more);
    if (!saved.ok) throw new Error(`${saved.code}: ${saved.message}`);
    return saved.value;
  };
  return { clientId, send, save };
}

/** Responses that a class would give to each item, best first, on the paper as drawn for this attempt. */
export async function samples(ctx: Ctx, paper: Pick<Paper, 'attemptId'>): Promise<Map<string, unknown[]>> {
  const attempt = await ctx.db.attempt.findUniqueOrThrow({
    where: { id: paper.attemptId },
    include: { items: { include: { questionVersion: true }, orderBy: { position: 'asc' } } },
  });
  return new Map(
    attempt.items.map(({ id, questionVersion: { type, content } }) => {
      const kind = questionType(type);
      return [id, kind.sampleResponses(kind.draw(parseContent(type, content), itemSeed(attempt.seed, id)))];
    }),
  );
}

/** Gives each item its sample of this rank (0: the best; past the end: the last) and submits. Rank null: leaves it open. */
export async function takeQuiz(
  ctx: Ctx,
  me: Enrolment,
  quiz: string,
  rank: (index: number) => number | null = () => 0,
): Promise<{ paper: Paper; receipt: Receipt }> {
  const paper = await start(ctx, me, quiz);
  const tab = openTab(ctx, me, paper);
  const given = await samples(ctx, paper);
  for (const [index, { itemId }] of paper.items.entries()) {
    const chosen = rank(index);
    const ranked = given.get(itemId) ?? [];
    if (chosen !== null) await tab.save(itemId, ranked[Math.min(chosen, ranked.length - 1)]);
  }
  const receipt = await submitAttempt(ctx, me, { attempt: paper.attemptId });
  if (!receipt.ok) throw new Error(receipt.message);
  return { paper, receipt: receipt.value };
}
