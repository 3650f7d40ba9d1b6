import type { PublicOption } from '../options';
import { Letter } from './letter';
import { RichText } from './rich-text';

interface Props {
  readonly kind: 'radio' | 'checkbox';
  readonly option: PublicOption;
  readonly checked: boolean;
  readonly idPrefix: string;
  readonly onChange: (checked: boolean) => void;
}

/** One option to choose: the whole row is the label of a native input, and its letter is part of its name. */
export function OptionRow({ kind, option, checked, idPrefix, onChange }: Props) {
  return (
    <label
      className={`relative flex min-h-12 cursor-pointer items-start gap-3 border-line border-b px-3 py-2.5 transition-colors
        before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-accent before:opacity-0
        hover:bg-sunken has-checked:bg-accent-soft has-checked:before:opacity-100
        has-disabled:cursor-default has-disabled:hover:bg-transparent has-disabled:has-checked:bg-accent-soft
        has-focus-visible:z-1 has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2
        print:break-inside-avoid`}
    >
      <input
        type={kind}
        name={`${idPrefix}-option`}
        id={`${idPrefix}-option-${option.id}`}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1.5 size-5 shrink-0 cursor-[inherit] accent-accent outline-none"
      />
      <Letter>{option.id}</Letter>
      <RichText words={option} className="row-words min-w-0 flex-1 text-ink" />
    </label>
  );
}
