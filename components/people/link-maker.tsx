'use client';

import { type ReactNode, useActionState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Field, Select } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Result, typedOf } from '@/lib/kernel/result';

interface Link {
  readonly link: string;
  readonly forName: string;
  readonly hours: number;
}
export type LinkAction = (before: Result<Link, string> | null, input: unknown) => Promise<Result<Link, string>>;

interface LinkMakerProps {
  readonly action: LinkAction;
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly on?: string;
  /** Further fields of the form, before its button. */
  readonly children?: (result: Result<Link, string> | null) => ReactNode;
}

/** Makes a link that works once, and shows it this once. */
export function LinkMaker({ action, fields = {}, label, on, children }: LinkMakerProps) {
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="inline-grid gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-3">
        {children?.(result)}
        <SubmitButton variant={children ? 'secondary' : 'quiet'} size={children ? 'm' : 's'}>
          {label}
          {on ? <span className="sr-only"> {on}</span> : null}
        </SubmitButton>
      </div>
      {result?.ok ? (
        <div role="status">
          <Notice tone="ok" title={`A link for ${result.value.forName}`}>
            <p>
              It works once, within {result.value.hours < 48 ? 'a day' : `${result.value.hours / 24} days`}, and is
              shown only now. Hand it over yourself: whoever has it can use it.
            </p>
            <p className="wrap-anywhere select-all font-mono text-ui-s">{result.value.link}</p>
            <CopyButton text={result.value.link} label="Copy the link" />
          </Notice>
        </div>
      ) : (
        <FormNotice result={result} />
      )}
    </form>
  );
}

/** Makes an invite link, for the role that one chooses. */
export function InviteMaker({ action }: { action: LinkAction }) {
  return (
    <LinkMaker action={action} label="Make an invite link">
      {(result) => (
        <Field label="Role">
          {(ids) => (
            <Select {...ids} name="role" defaultValue={typedOf(result, 'role') ?? 'student'} className="w-40">
              <option value="student">Student</option>
              <option value="assistant">Assistant</option>
              <option value="instructor">Instructor</option>
            </Select>
          )}
        </Field>
      )}
    </LinkMaker>
  );
}
