'use client';

import { Field, Input } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Result, typedOf } from '@/lib/kernel/result';
import { errorOf } from './form-action';
import { useAct } from './use-act';

type Assign = (
  before: Result<{ name: string }, string> | null,
  input: unknown,
) => Promise<Result<{ name: string }, string>>;
type Load = (
  before: Result<{ report: string }, string> | null,
  input: unknown,
) => Promise<Result<{ report: string }, string>>;

/** Names somebody who has an account an instructor of the course. */
export function AssignForm({ action, course, title }: { action: Assign; course: string; title: string }) {
  const [result, submit] = useAct(action);
  return (
    <form action={submit} className="grid max-w-96 gap-3" noValidate>
      <input type="hidden" name="course" value={course} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          className="min-w-0 flex-1"
          label={
            <>
              Name an instructor<span className="sr-only"> of {title}</span>
            </>
          }
          error={errorOf(result, 'email')}
        >
          {(ids) => (
            <Input
              {...ids}
              type="email"
              name="email"
              defaultValue={typedOf(result, 'email')}
              placeholder="address of their account"
              autoComplete="off"
            />
          )}
        </Field>
        <SubmitButton variant="secondary">Name</SubmitButton>
      </div>
      <FormNotice result={result} success={result?.ok ? `${result.value.name} teaches this course now.` : undefined} />
    </form>
  );
}

/** Loads a course from a folder of content/, or loads it again after its text has changed. */
export function LoadForm({ action, folder }: { action: Load; folder: string }) {
  const [result, submit] = useAct(action);
  return (
    <form action={submit} className="grid gap-3 py-3">
      <input type="hidden" name="folder" value={folder} />
      <div className="flex items-center justify-between gap-4">
        <span className="font-mono text-ui">content/{folder}</span>
        <SubmitButton variant="secondary" size="s">
          Load<span className="sr-only"> content/{folder}</span>
        </SubmitButton>
      </div>
      <FormNotice result={result} success={result?.ok ? result.value.report : undefined} />
    </form>
  );
}
