import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type Tone = 'info' | 'ok' | 'warn' | 'bad';

const LOOKS: Record<Tone, { look: string; icon: IconName; iconColour: string }> = {
  info: { look: 'border-accent bg-accent-soft', icon: 'info', iconColour: 'text-accent' },
  ok: { look: 'border-ok bg-ok-soft', icon: 'ok', iconColour: 'text-ok' },
  warn: { look: 'border-warn bg-warn-soft', icon: 'warning', iconColour: 'text-warn' },
  bad: { look: 'border-bad bg-bad-soft', icon: 'error', iconColour: 'text-bad' },
};

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
}

/** Something to know, beside what it is about. Its icon's shape and its words carry the tone; the colour only helps. */
export function Notice({ tone, title, children, className = '' }: NoticeProps) {
  const { look, icon, iconColour } = LOOKS[tone];
  return (
    <div className={`notice flex gap-3 rounded-sm border-s-[3px] px-4 py-3 text-ink text-ui ${look} ${className}`}>
      <Icon name={icon} className={`mt-px size-5 ${iconColour}`} />
      <div className="min-w-0 flex-1 space-y-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
