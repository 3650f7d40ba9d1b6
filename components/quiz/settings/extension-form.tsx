'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Result, typedOf } from '@/lib/kernel/result';
import { MomentField } from './moment-field';

interface Granted {
  readonly deadlinesMoved: number;
  readonly withdrawn: boolean;
}
type Answer = Result<Granted, string> | null;

interface Props {
  readonly quiz: string;
  readonly zone: string;
  readonly students: readonly { readonly enrolmentId: string; readonly name: string }[];
  readonly action: (before: Answer, input: unknown) => Promise<Result<Granted, string>>;
}

const LABELS = {
  enrolmentId: 'Student',
  opensAt: 'Opens for them',
  closesAt: 'Closes for them',
  extraSeconds: 'Extra minutes',
  factor: 'Time factor',
  extraAttempts: 'Extra attempts',
  reason: 'Reason',
};

const grantedWords = ({ deadlinesMoved, withdrawn }: Granted): string =>
  [
    withdrawn ? 'Taken back: this quiz is for them as for all.' : 'Granted.',
    deadlinesMoved > 0 && 'Their running attempt has its new deadline already.',
  ]
    .filter(Boolean)
    .join(' ');

/** Other times or more attempts for one student. What was granted to them before is replaced. */
export function ExtensionForm({ quiz, zone, students, action }: Props) {
  const [result, submit] = useActionState(action, null);
  const router = useRouter();
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  const errors = result && !result.ok ? (result.fields ?? {}) : {};
  return (
    <form action={submit} noValidate className="grid max-w-3xl gap-6">
      <FormNotice result={result} labels={LABELS} success={result?.ok ? grantedWords(result.value) : null} />
      <input type="hidden" name="quiz" value={quiz} />
      <input type="hidden" name="zone" value={zone} />
      <Field
        label="Student"
        hint="What you granted them before is replaced; with nothing below, it is taken back."
        error={errors.enrolmentId}
        className="max-w-md"
      >
        {(ids) => (
          <Select {...ids} name="enrolmentId" required defaultValue={typedOf(result, 'enrolmentId') ?? ''}>
            <option value="" disabled>
              Choose a student
            </option>
            {students.map(({ enrolmentId, name }) => (
              <option key={enrolmentId} value={enrolmentId}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid gap-6 sm:grid-cols-3">
        <Field label="Extra minutes" hint="Added to limit and close." error={errors.extraSeconds}>
          {(ids) => (
            <Input
              {...ids}
              name="extraMinutes"
              inputMode="decimal"
              defaultValue={typedOf(result, 'extraMinutes') ?? ''}
            />
          )}
        </Field>
        <Field label="Time factor" hint="1.5 is half as much again." error={errors.factor}>
          {(ids) => <Input {...ids} name="factor" inputMode="decimal" defaultValue={typedOf(result, 'factor') ?? ''} />}
        </Field>
        <Field label="Extra attempts" hint="Beside those of the quiz." error={errors.extraAttempts}>
          {(ids) => (
            <Input
              {...ids}
              name="extraAttempts"
              inputMode="numeric"
              defaultValue={typedOf(result, 'extraAttempts') ?? ''}
            />
          )}
        </Field>
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <MomentField
          name="opensAt"
          label="Opens for them"
          hint="Empty: as for all."
          at={null}
          typed={typedOf(result, 'opensAt')}
          zone={zone}
          error={errors.opensAt}
        />
        <MomentField
          name="closesAt"
          label="Closes for them"
          hint="Empty: as for all."
          at={null}
          typed={typedOf(result, 'closesAt')}
          zone={zone}
          error={errors.closesAt}
        />
      </div>
      <Field label="Reason" hint="It stands in the record; the student does not see it." error={errors.reason}>
        {(ids) => <Textarea {...ids} name="reason" defaultValue={typedOf(result, 'reason')} rows={2} required />}
      </Field>
      <div>
        <SubmitButton>Grant</SubmitButton>
      </div>
    </form>
  );
}
