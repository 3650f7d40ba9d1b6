import type { AnyKeyedReview, AnyQuestionType, AnyReview } from './any-type';
import { ChoiceReview } from './choice/review';
import type { ReviewView } from './define-ui';
import { MultipleResponseReview } from './multiple-response/review';
import { NumericReview } from './numeric/review';
import { OrderingReview } from './ordering/review';
import type { questionTypes, TypeName } from './registry';
import { ShortTextReview } from './short-text/review';
import { type Whose, whoseWords } from './ui/whose';

/** The review of every question type. A type without one does not compile. */
const reviews = {
  choice: ChoiceReview,
  'multiple-response': MultipleResponseReview,
  numeric: NumericReview,
  'short-text': ShortTextReview,
  ordering: OrderingReview,
} satisfies { [N in TypeName]: ReviewView<(typeof questionTypes)[N]> };

/** A review, of whatever type; with the key if it has one. Speaks to the student, unless `whose` is "student". */
export function QuestionReview({ review, whose = 'own' }: { review: AnyReview | AnyKeyedReview; whose?: Whose }) {
  const Review = reviewOf(review.type);
  return <Review review={review} whose={whoseWords(whose)} />;
}

function reviewOf(type: string): ReviewView<AnyQuestionType> {
  if (!Object.hasOwn(reviews, type)) throw new Error(`No review for question type “${type}”.`);
  return reviews[type as TypeName] as unknown as ReviewView<AnyQuestionType>;
}
