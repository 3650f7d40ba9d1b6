import { StoredHtml } from '@/components/ui/stored-html';
import { Time } from '@/components/ui/time';
import type { StaffAttempt } from '@/lib/gradebook/attempt';
import { pointsText } from '@/lib/gradebook/rules';
import { QuestionReview } from '@/lib/question-types/registry-review';

interface StaffItemProps {
  readonly item: StaffAttempt['items'][number];
  /** Whether the attempt went on for more than a day: then a time of day alone says too little. */
  readonly days: boolean;
  readonly zone: string;
}

/** One item of an attempt for staff: what was asked, what was given, the key, and how the response came to be. */
export function StaffItem({ item, days, zone }: StaffItemProps) {
  return (
    <li className="border-t border-line pt-5">
      <h2 className="text-ui-s text-ink-3 mb-2">
        Question {item.position} ·{' '}
        {item.points === null
          ? `worth ${pointsText(item.max_points)} ${item.max_points === 1000 ? 'point' : 'points'}`
          : `${pointsText(item.points)} of ${pointsText(item.max_points)} ${item.max_points === 1000 ? 'point' : 'points'}`}
        {item.source && item.source !== 'automatic' && ' · scored by hand'}
      </h2>
      <StoredHtml html={item.stem_html} className="prose mb-4" />
      <QuestionReview review={item.review} whose="student" />
      <details className="mt-4 text-ui">
        <summary className="cursor-pointer text-link underline py-2">
          {item.history.length === 0 ? 'History: nothing was saved' : `History of responses (${item.history.length})`}
        </summary>
        <ol className="mt-2 space-y-1 text-ink-2">
          {item.history.map((step) => (
            <li key={step.eventId} className="flex flex-wrap gap-x-3">
              <Time at={step.at} zone={zone} style={days ? 'datetime' : 'time'} />
              <span>{step.words}</span>
              {step.tab > 1 && <span className="text-ink-3">tab {step.tab}</span>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
