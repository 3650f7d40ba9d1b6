'use client';

import { Field, Select } from '@/components/ui/field';
import { FormNotice } from '@/components/ui/form-notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { typedOf } from '@/lib/kernel/result';
import type { FormAction } from './form-action';
import { useAct } from './use-act';

interface RoleFormProps {
  readonly action: FormAction;
  readonly enrolment: string;
  readonly name: string;
  readonly role: string;
}

/** Gives somebody another role. A select and a button: nothing changes by merely looking through the list. */
export function RoleForm({ action, enrolment, name, role }: RoleFormProps) {
  const [result, submit] = useAct(action);
  return (
    <form action={submit} className="grid gap-2">
      <input type="hidden" name="enrolment" value={enrolment} />
      <div className="flex items-center gap-2">
        <Field label={`Role of ${name}`} labelHidden>
          {(ids) => (
            <Select {...ids} name="role" defaultValue={typedOf(result, 'role') ?? role} className="w-36">
              <option value="student">Student</option>
              <option value="assistant">Assistant</option>
              <option value="instructor">Instructor</option>
            </Select>
          )}
        </Field>
        <SubmitButton variant="quiet" size="s">
          Set<span className="sr-only"> the role of {name}</span>
        </SubmitButton>
      </div>
      <FormNotice result={result} success="Set." />
    </form>
  );
}
