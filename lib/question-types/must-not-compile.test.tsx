import { describe, expect, it } from 'vitest';
import { choice } from './choice/index';
import { ChoiceReview } from './choice/review';
import { choiceView } from './choice/ui';
import type { QuestionView, ReviewView } from './define-ui';
import { parseContent, questionType, type questionTypes, type TypeName } from './registry';
import { QuestionAsk } from './registry-ui';

/** Mistakes that the type check catches. `tsc` fails on an `@ts-expect-error` below which there is no error. */
describe('a programmer in a hurry', () => {
  const type = questionType('choice');
  const written = choice.examples[0]?.content;
  if (!written) throw new Error('The first example is missing.');
  const content = parseContent('choice', written);

  it('cannot show a question that was not drawn', () => {
    // @ts-expect-error content is not drawn
    expect(choice.toPublic(written).type).toBe('choice');
    // @ts-expect-error nor is content of an unknown type
    expect(type.toPublic(content).type).toBe('choice');
  });

  it('cannot send a paper with its key to a view', () => {
    const props = { response: null, onChange: () => {}, idPrefix: 'q', stemId: 's' };
    // @ts-expect-error a paper is not public
    const element = <QuestionAsk question={type.draw(content, 'seed')} {...props} />;
    expect(element).toBeDefined();
  });

  it('cannot read a key from a review that has none', () => {
    const review = choice.feedback(choice.draw(written, 'seed'), null, { revealKey: false });
    // @ts-expect-error there is no key
    expect(() => review.key.option).toThrow();
  });

  it('cannot forget the view of a type, nor its review', () => {
    // @ts-expect-error views are missing
    const views = { choice: choiceView } satisfies { [N in TypeName]: QuestionView<(typeof questionTypes)[N]> };
    expect(views).toBeDefined();
    // @ts-expect-error reviews are missing
    const reviews = { choice: ChoiceReview } satisfies { [N in TypeName]: ReviewView<(typeof questionTypes)[N]> };
    expect(reviews).toBeDefined();
  });
});
