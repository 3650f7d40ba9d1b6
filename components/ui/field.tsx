import { type ComponentProps, type ReactNode, useId } from 'react';

/** What a field hands to its input, so that label, hint and error are told with it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong, in words that say how to mend it. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  /** Where the label stands in the page already: the field's own is for screen readers alone. */
  readonly labelHidden?: boolean;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A label, its input, what to know before typing, and what is wrong with what was typed. */
export function Field({ label, hint, error, className = '', labelHidden = false, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`grid content-start gap-1.5 ${className}`}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'w-fit font-semibold text-ink text-ui'}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="-mt-1 text-ink-2 text-ui-s">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-bad text-ui-s">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
    </div>
  );
}

const BOX = `w-full rounded-sm border border-line-strong bg-surface px-3 font-sans text-ink text-ui transition-colors
  hover:border-ink-3 disabled:bg-sunken disabled:text-ink-2 aria-invalid:border-2 aria-invalid:border-bad`;

/** One line to type in. */
export function Input({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={`${BOX} h-11 ${className}`} />;
}

/** Several lines; grows with what is typed where the browser can. */
export function Textarea({ className = '', rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} {...rest} className={`${BOX} field-sizing-content min-h-24 py-2.5 ${className}`} />;
}

/** A native select: every phone knows how to show it. Where another choice is given it is made anew: React would keep the old one. */
export function Select({ className = '', children, ...rest }: ComponentProps<'select'>) {
  return (
    <select
      key={String(rest.defaultValue)}
      {...rest}
      className={`${BOX} select-arrow h-11 appearance-none pe-9 ${className}`}
    >
      {children}
    </select>
  );
}

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** A box to tick; the whole row is its label. */
export function Checkbox({ label, hint, className = '', ...rest }: CheckboxProps) {
  return (
    <label className={`flex min-h-11 w-fit items-start gap-3 py-2.5 ${className}`}>
      <input type="checkbox" {...rest} className="mt-px size-5 shrink-0 accent-accent" />
      <span>
        <span className="text-ink text-ui">{label}</span>
        {hint ? <span className="block text-ink-2 text-ui-s">{hint}</span> : null}
      </span>
    </label>
  );
}
