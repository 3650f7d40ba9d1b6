import type { ReactNode } from 'react';
import { describedByIds } from '../define-ui';

interface Props {
  readonly stemId: string;
  readonly idPrefix: string;
  readonly describedBy?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** What to do, in a sentence, shown above and read with the question. */
  readonly hint: ReactNode;
  readonly saveHint?: ReactNode;
  readonly children: ReactNode;
}

/** The group around a question's fields: named by the stem, described by the hint, disabled as one. */
export function AskFrame({ stemId, idPrefix, describedBy, disabled, hint, saveHint, children }: Props) {
  const hintId = `${idPrefix}-hint`;
  return (
    <fieldset
      aria-labelledby={stemId}
      aria-describedby={describedByIds(hintId, describedBy)}
      disabled={disabled}
      className="m-0 min-w-0 border-0 p-0 font-sans"
    >
      <p id={hintId} className="mb-2 text-ink-3 text-ui-s">
        {hint}
      </p>
      {children}
      {saveHint}
    </fieldset>
  );
}
