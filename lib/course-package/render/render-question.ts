import { renderBlocks } from '@/lib/passages/markdown';
import type { AnyContent } from '@/lib/question-types/any-type';
import { questionType } from '@/lib/question-types/registry';
import type { CoursePackage, QuestionText } from '../package';
import { makeScope } from './scope';

/** A question as it is stored: a version without its place. */
export interface RenderedQuestion {
  readonly type: string;
  readonly stemHtml: string;
  readonly stemText: string;
  readonly explanationHtml: string;
  readonly objective: string | null;
  readonly content: AnyContent;
}

/** Renders a question. Throws where its content is not as its type wants it: `soundPart` leaves such questions out. */
export function renderQuestion(
  course: CoursePackage,
  question: QuestionText,
  address: (id: string) => string | null,
): RenderedQuestion {
  const { type, content, objective } = question;
  if (!content) throw new Error(`The question ${question.id} has no content that could be stored.`);
  const { links, inline } = makeScope(course, address, false);
  const stem = renderBlocks(question.stem, links);
  return {
    type,
    stemHtml: stem.html,
    stemText: stem.text,
    explanationHtml: renderBlocks(question.explanation, links).html,
    objective,
    content: questionType(type).renderText(content, inline),
  };
}
