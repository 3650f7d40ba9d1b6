'use client';

import type { AnyPublic, AnyQuestionType, AnyResponse } from './any-type';
import { choiceView } from './choice/ui';
import type { AskProps, QuestionView } from './define-ui';
import { multipleResponseView } from './multiple-response/ui';
import { numericView } from './numeric/ui';
import { orderingView } from './ordering/ui';
import type { questionTypes, TypeName } from './registry';
import { shortTextView } from './short-text/ui';

/** The view of every question type. A type without one does not compile. */
const views = {
  choice: choiceView,
  'multiple-response': multipleResponseView,
  numeric: numericView,
  'short-text': shortTextView,
  ordering: orderingView,
} satisfies { [N in TypeName]: QuestionView<(typeof questionTypes)[N]> };

/** A question to answer, of whatever type. See `AskProps`. */
export function QuestionAsk(props: AskProps<AnyPublic, AnyResponse>) {
  const { Ask } = viewOf(props.question.type);
  return <Ask {...props} />;
}

/** The response after a key press (`1` to `9`, `a` to `i`); undefined where the key means nothing to this question. */
export function keyToResponse(
  question: AnyPublic,
  response: AnyResponse | null,
  key: string,
): AnyResponse | null | undefined {
  return viewOf(question.type).keyToResponse?.(question, response, key);
}

/** Why a response cannot be judged as it stands, in a sentence for the student; null where it can, or there is none. */
export function problemOf(question: AnyPublic, response: AnyResponse | null): string | null {
  return response === null ? null : (viewOf(question.type).problemOf?.(question, response) ?? null);
}

function viewOf(type: string): QuestionView<AnyQuestionType> {
  if (!Object.hasOwn(views, type)) throw new Error(`No view for question type “${type}”.`);
  return views[type as TypeName] as unknown as QuestionView<AnyQuestionType>;
}
