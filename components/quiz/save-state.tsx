import { Icon, type IconName } from '@/components/ui/icon';
import type { SaveStatus } from './saving/core';
import { saveWords, timeOfDay } from './saving/words';

const LOOKS: Record<SaveStatus, { icon: IconName; colour: string }> = {
  saved: { icon: 'check', colour: 'text-ok' },
  saving: { icon: 'more', colour: 'text-ink-3' },
  waiting: { icon: 'offline', colour: 'text-warn' },
  changed: { icon: 'warning', colour: 'text-warn' },
  refused: { icon: 'error', colour: 'text-bad' },
  untouched: { icon: 'check', colour: 'text-ink-3' },
};

interface SaveStateProps {
  readonly status: SaveStatus;
  readonly savedAt: string | null;
  readonly zone: string;
  readonly id?: string;
  readonly className?: string;
}

/** Whether something is saved: in words and by an icon, in the same words everywhere. */
export function SaveState({ status, savedAt, zone, id, className = '' }: SaveStateProps) {
  const { icon, colour } = LOOKS[status];
  const words = saveWords(status, savedAt === null ? null : timeOfDay(savedAt, zone));
  return (
    <span
      id={id}
      data-save={status}
      className={`numbers inline-flex min-h-[1.125rem] items-center gap-1.5 text-ui-s ${status === 'saved' ? 'text-ink-2' : colour} ${className}`}
    >
      {words ? (
        <>
          <Icon name={icon} className={`size-4 ${colour}`} />
          {words}
        </>
      ) : null}
    </span>
  );
}
