interface Props {
  readonly href: string;
  readonly only: boolean;
  readonly mistakes: number;
  readonly questions: number;
}

/**
 * All questions, or only those that earned less than everything. Two addresses, so it works everywhere and can be kept. Plain
 * anchors, followed softly by the frame's scripts: React only changes what they say, and the one that was pressed keeps its focus.
 */
export function OnlyMistakes({ href, only, mistakes, questions }: Props) {
  const look = (on: boolean): string =>
    `inline-flex min-h-11 items-center border-b-2 px-1 text-ui no-underline ${on ? 'border-accent font-semibold text-ink' : 'border-transparent text-link hover:border-line-strong'}`;
  return (
    <nav aria-label="Which questions" className="no-print flex gap-6">
      <a href={href} data-soft="stay" aria-current={only ? undefined : 'page'} className={look(!only)}>
        All {questions}
      </a>
      <a
        href={`${href}?only=mistakes`}
        data-soft="stay"
        aria-current={only ? 'page' : undefined}
        className={look(only)}
      >
        Only mistakes ({mistakes})
      </a>
    </nav>
  );
}
