import Link from 'next/link';
import type { QuizSummary } from '@/lib/item-analysis/quiz-summary';
import { VERDICT_WORDS } from '@/lib/item-analysis/rules';

type Analysis = QuizSummary['questions'][number];

const twoDecimals = (value: number | null): string => (value === null ? '–' : value.toFixed(2).replace('-', '−'));
const percent = (count: number, of: number): string => (of === 0 ? '–' : `${Math.round((count / of) * 100)} %`);

function standing({ place, replaced }: Analysis) {
  if (place !== null && !replaced) return null;
  return <span className="text-ink-3"> ({place === null ? 'no longer asked' : 'an earlier version'})</span>;
}

/** What a class made of one question: how easy, how telling, and what was chosen, by the lower and the upper third too. */
export function QuestionAnalysis({ course, question }: { course: string; question: Analysis }) {
  const alarm = question.verdict === 'check-key';
  return (
    <li className="border-t border-line py-5">
      <h3 className="text-ui font-medium text-ink mb-1">
        {question.place === null ? '' : `${question.place}. `}
        {question.stem}
        {standing(question)}
      </h3>
      <p className={`text-ui mb-3 ${alarm ? 'text-bad font-medium' : 'text-ink-2'}`}>
        {VERDICT_WORDS[question.verdict]} · facility {twoDecimals(question.facility)} · discrimination{' '}
        {twoDecimals(question.discrimination)} · {question.n} {question.n === 1 ? 'response' : 'responses'}
        {question.notAnswered > 0 && `, ${question.notAnswered} not answered`}
        {question.cited && (
          <>
            {' · '}
            <Link
              href={`/courses/${course}/lessons/${question.cited.lesson}?cited=${question.cited.passage}#${question.cited.passage}`}
              className="text-link underline"
            >
              passage {question.cited.label}
            </Link>
          </>
        )}
      </p>
      <table className="text-ui w-full max-w-2xl">
        <caption className="sr-only">
          What was chosen in {question.place === null ? 'this question' : `question ${question.place}`}
        </caption>
        <thead>
          <tr className="text-ui-s text-ink-3">
            <th scope="col" className="text-start font-medium py-1">
              Chosen
            </th>
            <th scope="col" className="w-16 text-end font-medium py-1 ps-4 sm:w-28">
              All
            </th>
            <th scope="col" className="w-16 text-end font-medium py-1 ps-4 sm:w-28">
              Lower third
            </th>
            <th scope="col" className="w-16 text-end font-medium py-1 ps-4 sm:w-28">
              Upper third
            </th>
          </tr>
        </thead>
        <tbody>
          {question.options.map((option) => (
            <tr key={option.id} className="border-t border-line">
              <th scope="row" className="text-start font-normal py-1.5">
                {option.label}
                {option.isKey && <span className="text-ok font-medium"> (key)</span>}
              </th>
              <td className="text-end tabular-nums py-1.5 ps-4">{option.all}</td>
              <td className="text-end tabular-nums py-1.5 ps-4">{percent(option.lower, question.lowerAsked)}</td>
              <td className="text-end tabular-nums py-1.5 ps-4">{percent(option.upper, question.upperAsked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}
