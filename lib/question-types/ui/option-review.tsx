import { Verdict } from '@/components/ui/verdict';
import type { ReviewedOption } from '../options';
import { Letter } from './letter';
import { Feedback } from './review-parts';
import { RichText } from './rich-text';
import type { WhoseWords } from './whose';

interface Props {
  readonly options: readonly ReviewedOption[];
  /** Letters of the right options, once they may be shown. */
  readonly right: readonly string[] | undefined;
  readonly whose: WhoseWords;
}

/** All options as they stood on the paper: what was chosen with its verdict and feedback, what was right if that may be shown. */
export function OptionReview({ options, right, whose }: Props) {
  return (
    <ul className="m-0 list-[''] border-line border-t p-0">
      {options.map((option) => (
        <ReviewRow key={option.id} option={option} isKey={right?.includes(option.id) ?? false} whose={whose} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly option: ReviewedOption;
  readonly isKey: boolean;
  readonly whose: WhoseWords;
}

function ReviewRow({ option, isKey, whose }: RowProps) {
  const bar = isKey || option.verdict === 'correct' ? 'correct' : option.verdict;
  return (
    <li className="review-row" data-bar={bar}>
      <Letter>{option.id}</Letter>
      <div>
        <RichText words={option} className={`row-words ${option.chosen || isKey ? 'text-ink' : 'text-ink-2'}`} />
        {option.verdict || isKey ? (
          <p className="mt-1 font-sans font-semibold text-ui-s">
            {option.verdict === undefined ? (
              <Verdict kind="correct">Correct answer, not chosen</Verdict>
            ) : (
              <Verdict kind={option.verdict}>
                {whose.answer}: {option.verdict === 'correct' ? 'correct' : 'not correct'}
              </Verdict>
            )}
          </p>
        ) : null}
        {option.feedback ? <Feedback words={option.feedback} /> : null}
      </div>
    </li>
  );
}
