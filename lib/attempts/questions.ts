import { z } from 'zod';
import type { Ctx } from '@/lib/kernel/ctx';
import { Kept } from '@/lib/kernel/kept';
import { statement } from '@/lib/kernel/sql';
import type { AnyContent } from '@/lib/question-types/any-type';
import { parseContent } from '@/lib/question-types/registry';

/** A version of a question, key included. Never leaves the server as it is. */
export interface Question {
  readonly type: string;
  readonly content: AnyContent;
  readonly stemHtml: string;
  readonly explanationHtml: string;
}

const questionVersions = statement(
  'question_versions',
  z.object({
    id: z.string(),
    type: z.string(),
    content: z.unknown(),
    stem_html: z.string(),
    explanation_html: z.string(),
  }),
  'select id, type, content, stem_html, explanation_html from question_version where id = any($1::uuid[])',
);

const kept = new Kept<Question>(2_000);

/**
 * Versions of questions by their ids, each read and parsed once a process: the trigger "immutable" (migration 0001) refuses
 * every update of `question_version`, so an id always means the same words. Throws for stored content that is none.
 */
export async function readQuestions(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Question>> {
  const found = new Map<string, Question>();
  const missing: string[] = [];
  for (const id of ids) {
    const known = kept.get(id);
    if (known) found.set(id, known);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const { id, type, content, stem_html, explanation_html } of await ctx.sql(questionVersions, [missing])) {
    const question = {
      type,
      content: parseContent(type, content),
      stemHtml: stem_html,
      explanationHtml: explanation_html,
    };
    found.set(id, kept.set(id, question));
  }
  return found;
}

/** The question of each of these items, by its version. Throws, when it is asked for one, where that version is not there. */
export async function questionsOf(ctx: Ctx, items: readonly { readonly version_id: string }[]) {
  const questions = await readQuestions(
    ctx,
    items.map((item) => item.version_id),
  );
  return ({ version_id }: { readonly version_id: string }): Question => {
    const question = questions.get(version_id);
    if (!question) throw new Error(`There is no question version ${version_id}.`);
    return question;
  };
}
