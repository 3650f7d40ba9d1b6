'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { Checkbox, Field, Input, Select } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Result, tickedOf, typedOf } from '@/lib/kernel/result';
import { COUNTS, type QuizRules, SHOW_KEY, SHOW_SCORE } from '@/lib/quizzes/schema';
import { COUNTS_WORDS } from '../quiz-words';
import { MomentField } from './moment-field';

interface Changed {
  readonly rulesChanged: boolean;
  readonly deadlinesMoved: number;
  readonly gradesChanged: number;
}
type Answer = Result<Changed, string> | null;

interface Props {
  readonly quiz: string;
  readonly zone: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly rules: QuizRules;
  readonly openAttempts: number;
  readonly action: (before: Answer, input: unknown) => Promise<Result<Changed, string>>;
}

const SCORE_WORDS = { submitted: 'As soon as they submit', closed: 'When the quiz has closed for everybody' } as const;
const KEY_WORDS = {
  'attempts-used': 'When their attempts are used up, or the quiz has closed',
  submitted: 'As soon as they submit (ends further attempts)',
  closed: 'When the quiz has closed for everybody',
  never: 'Never',
} as const;
const LABELS = {
  opensAt: 'Opens',
  closesAt: 'Closes',
  'rules.attemptsAllowed': 'Attempts',
  'rules.timeLimitSeconds': 'Time limit',
};

function changedWords({ rulesChanged, deadlinesMoved, gradesChanged }: Changed): string {
  const parts = [
    'Saved.',
    rulesChanged && 'Attempts from now on follow the new rules; running ones keep theirs.',
    deadlinesMoved > 0 &&
      `${deadlinesMoved} running ${deadlinesMoved === 1 ? 'attempt has' : 'attempts have'} a new deadline.`,
    gradesChanged > 0 && `${gradesChanged} ${gradesChanged === 1 ? 'grade' : 'grades'} changed.`,
  ];
  return parts.filter(Boolean).join(' ');
}

/** When a quiz is open, and by which rules it is taken and shown. */
export function SettingsForm({ quiz, zone, opensAt, closesAt, rules, openAttempts, action }: Props) {
  const [result, submit] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  const errors = result && !result.ok ? (result.fields ?? {}) : {};
  return (
    <form action={submit} noValidate className="grid max-w-3xl gap-6">
      <FormNotice result={result} labels={LABELS} success={result?.ok ? changedWords(result.value) : null} />
      <input type="hidden" name="quiz" value={quiz} />
      <input type="hidden" name="zone" value={zone} />
      <div className="grid gap-6 sm:grid-cols-2">
        <MomentField
          name="opensAt"
          label="Opens"
          hint="Empty: from the start."
          at={opensAt}
          typed={typedOf(result, 'opensAt')}
          zone={zone}
          error={errors.opensAt}
        />
        <MomentField
          name="closesAt"
          label="Closes"
          hint="Empty: never. Running attempts end then too."
          at={closesAt}
          typed={typedOf(result, 'closesAt')}
          zone={zone}
          error={errors.closesAt}
        />
        <Field label="Time limit (minutes)" hint="Empty: none." error={errors['rules.timeLimitSeconds']}>
          {(ids) => (
            <Input
              {...ids}
              name="timeLimit"
              inputMode="decimal"
              defaultValue={
                typedOf(result, 'timeLimit') ?? (rules.timeLimitSeconds === null ? '' : rules.timeLimitSeconds / 60)
              }
            />
          )}
        </Field>
        <Field label="Attempts" hint="Empty: as many as they like." error={errors['rules.attemptsAllowed']}>
          {(ids) => (
            <Input
              {...ids}
              name="attemptsAllowed"
              inputMode="numeric"
              defaultValue={typedOf(result, 'attemptsAllowed') ?? rules.attemptsAllowed ?? ''}
            />
          )}
        </Field>
        <Field label="Which attempt counts" hint="Changing it decides all grades of this quiz anew.">
          {(ids) => (
            <Select {...ids} name="counts" defaultValue={typedOf(result, 'counts') ?? rules.counts}>
              {COUNTS.map((each) => (
                <option key={each} value={each}>
                  {COUNTS_WORDS[each].replace(/ counts?\.$/, '')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Students see score and feedback" hint="Feedback on what they chose, with the passage.">
          {(ids) => (
            <Select {...ids} name="showScore" defaultValue={typedOf(result, 'showScore') ?? rules.showScore}>
              {SHOW_SCORE.map((each) => (
                <option key={each} value={each}>
                  {SCORE_WORDS[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          className="sm:col-span-2"
          label="Students see the correct answers"
          hint="With the explanation. Never before the score."
        >
          {(ids) => (
            <Select {...ids} name="showKey" defaultValue={typedOf(result, 'showKey') ?? rules.showKey}>
              {SHOW_KEY.map((each) => (
                <option key={each} value={each}>
                  {KEY_WORDS[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        name="shuffle"
        defaultChecked={tickedOf(result, 'shuffle') ?? rules.shuffle}
        label="Each attempt has its own order of questions"
        hint="Options are drawn anew in any case."
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Save settings</SubmitButton>
        {openAttempts > 0 ? (
          <p className="text-ink-2 text-ui-s">
            {openAttempts} {openAttempts === 1 ? 'attempt is' : 'attempts are'} running: opening and closing times hold
            for them at once, other rules from the next attempt on.
          </p>
        ) : null}
      </div>
    </form>
  );
}
