import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'm' | 's';

const BASE = `inline-flex shrink-0 items-center justify-center gap-2 rounded-sm text-center font-sans font-semibold no-underline
  transition-colors select-none aria-disabled:cursor-default disabled:cursor-default print:hidden`;
const SIZES: Record<Size, string> = {
  m: 'min-h-11 px-4 py-2 text-ui',
  s: 'min-h-8 px-2.5 py-1 text-ui-s',
};
const VARIANTS: Record<ButtonVariant, string> = {
  primary: `bg-accent text-on-accent hover:bg-accent-hover disabled:bg-sunken disabled:text-ink-3
    aria-disabled:bg-accent/70`,
  secondary: `border border-line-strong bg-surface text-ink hover:bg-sunken disabled:border-line disabled:text-ink-3
    aria-disabled:text-ink-3`,
  quiet: 'text-link hover:bg-sunken hover:text-accent-hover disabled:text-ink-3 aria-disabled:text-ink-3',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft disabled:border-line disabled:text-ink-3',
};

/** The look of a button, for what must be another element. */
export const buttonLook = (variant: ButtonVariant = 'secondary', size: Size = 'm', className = ''): string =>
  `${BASE} ${SIZES[size]} ${VARIANTS[variant]} ${className}`;

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: Size | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, keyof Look> {
  /** Under way: it keeps its focus and its words, and does nothing when pressed again. */
  readonly pending?: boolean | undefined;
}

/** A button. `type` is "button" unless said otherwise; forms use SubmitButton. */
export function Button({ variant, size, className, pending = false, children, ...rest }: ButtonProps) {
  const idle = pending ? { 'aria-disabled': true, type: 'button' as const, onClick: undefined } : {};
  return (
    <button type="button" {...rest} {...idle} className={buttonLook(variant, size, className)}>
      {children}
      {pending ? (
        <span
          aria-hidden="true"
          className="size-3.5 animate-spin rounded-full border-2 border-current border-e-transparent motion-reduce:hidden"
        />
      ) : null}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly prefetch?: boolean | undefined;
  readonly id?: string | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ variant, size, className, children, prefetch = false, ...rest }: ButtonLinkProps) {
  return (
    <Link prefetch={prefetch} {...rest} className={buttonLook(variant, size, className)}>
      {children}
    </Link>
  );
}
