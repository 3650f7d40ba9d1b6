'use client';

import { Icon } from '@/components/ui/icon';
import { useOnline } from '@/components/ui/use-online';
import { counted } from './quiz-words';

/** Shown while answers wait to be saved: how many, why, and that one may go on. Not heard; the alert says it once. */
export function WaitingBanner({ waiting, failing }: { waiting: number; failing: boolean }) {
  const online = useOnline();
  if (online && (!failing || waiting === 0)) return null;
  const what =
    waiting === 0
      ? 'Nothing is waiting to be saved.'
      : `${counted(waiting, 'answer')} ${waiting === 1 ? 'is' : 'are'} kept on this device and will be sent when the connection is back.`;
  return (
    <div data-banner className="no-print border-warn border-b bg-warn-soft">
      <p className="page-column flex items-start gap-2 py-2 text-ink text-ui-s">
        <Icon name="offline" className="mt-px size-4 text-warn" />
        <span>
          {online ? 'The server cannot be reached.' : 'You are offline.'} {what} You can go on.
        </span>
      </p>
    </div>
  );
}
