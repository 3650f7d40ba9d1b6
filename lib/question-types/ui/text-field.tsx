import type { ReactNode } from 'react';
import { describedByIds } from '../define-ui';
import { oneLine } from '../text';

interface Props {
  readonly idPrefix: string;
  readonly stemId: string;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** The field's visible name, without the stem: “Your answer (year)”. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly inputMode: 'text' | 'decimal';
  readonly size: 'short' | 'long';
  readonly hint?: string | undefined;
  /** What the field makes of the text, told once the student pauses; `wrong` if it can make nothing of it. */
  readonly status?: { readonly text: string; readonly wrong: boolean } | null | undefined;
  readonly saveHint?: ReactNode;
}

/** One line to type in, named by the stem and its label. Nothing corrects or completes what is typed: it is a test. */
export function TextField(props: Props) {
  const { idPrefix, stemId, hint, status } = props;
  const [id, labelId, hintId, statusId] = ['field', 'label', 'hint', 'status'].map((part) => `${idPrefix}-${part}`);
  return (
    <div className="font-sans">
      <label id={labelId} htmlFor={id} className="mb-1.5 block font-semibold text-ink text-ui">
        {props.label}
      </label>
      <input
        id={id}
        type="text"
        inputMode={props.inputMode}
        aria-labelledby={`${stemId} ${labelId}`}
        aria-describedby={describedByIds(hint !== undefined && hintId, statusId, props.describedBy)}
        aria-invalid={status?.wrong || undefined}
        value={props.value}
        onChange={(event) => props.onChange(oneLine(event.target.value))}
        disabled={props.disabled}
        maxLength={props.maxLength}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={`h-12 w-full rounded-[4px] border border-line-strong bg-surface px-3 text-ink text-read tabular-nums
          focus-visible:outline-3 focus-visible:outline-focus focus-visible:outline-offset-2
          disabled:bg-sunken disabled:text-ink-2 aria-invalid:border-bad ${props.size === 'short' ? 'max-w-56' : 'max-w-md'}`}
      />
      {hint === undefined ? null : (
        <p id={hintId} className="mt-1.5 text-ink-3 text-ui-s">
          {hint}
        </p>
      )}
      <p
        id={statusId}
        role="status"
        className={`mt-1 min-h-[1.125rem] text-ui-s print:hidden ${status?.wrong ? 'text-bad' : 'text-ink-2'}`}
      >
        {status?.text}
      </p>
      {props.saveHint}
    </div>
  );
}
