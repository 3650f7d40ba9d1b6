import { Field, Input } from '@/components/ui/field';
import { zoneName } from '@/components/ui/time';
import { toLocal } from '@/lib/kernel/zoned';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly at: Date | null;
  /** What stood there when the form was refused. */
  readonly typed: string | undefined;
  readonly zone: string;
  readonly error?: string | undefined;
}

/** A date and time in the instructor's own zone, which is named; empty is none. */
export function MomentField({ name, label, hint, at, typed, zone, error }: Props) {
  return (
    <Field label={`${label} (${zoneName(zone)})`} hint={hint} error={error}>
      {(ids) => (
        <Input {...ids} type="datetime-local" name={name} defaultValue={typed ?? (at ? toLocal(at, zone) : '')} />
      )}
    </Field>
  );
}
