'use client';

import Link from 'next/link';
import type { ReactNode, Ref } from 'react';
import { BeyondBadge } from '@/components/lesson/beyond-badge';
import { Badge } from '@/components/ui/badge';
import { KeyHelp } from './key-help';
import { SaveState } from './save-state';
import type { SaveStatus } from './saving/core';

interface Props {
  readonly title: string;
  readonly back: string;
  readonly preview: boolean;
  /** Whether the quiz goes beyond the article. */
  readonly beyond: boolean;
  readonly ended: boolean;
  readonly status: SaveStatus;
  readonly savedAt: string | null;
  readonly zone: string;
  readonly countdown: ReactNode;
  readonly keysOn: boolean;
  readonly setKeysOn: (on: boolean) => void;
  readonly helpRef: Ref<HTMLButtonElement>;
}

/** What stays in sight: which quiz, how much time, whether all is saved, help. */
export function PlayerBar(props: Props) {
  const { title, back, preview, beyond, ended, status, savedAt, zone, countdown, keysOn, setKeysOn, helpRef } = props;
  return (
    <header className="no-print sticky top-(--preview-height) z-20 border-line border-b bg-paper">
      <div className="page-column flex h-14 items-center gap-3 sm:gap-6">
        <div className="flex min-w-0 flex-1 items-center gap-3">
          <h1 className="truncate font-semibold font-serif text-ui sm:text-h3">
            <Link
              href={back}
              prefetch={false}
              className="inline-flex min-h-11 items-center text-ink no-underline hover:text-link"
            >
              {title}
            </Link>
          </h1>
          {preview ? <Badge tone="accent">Preview</Badge> : null}
          {beyond && !ended ? (
            <span className="flex max-sm:hidden">
              <BeyondBadge />
            </span>
          ) : null}
        </div>
        {countdown}
        <SaveState status={status} savedAt={savedAt} zone={zone} className="max-sm:hidden sm:min-w-28" />
        <KeyHelp on={keysOn} setOn={setKeysOn} buttonRef={helpRef} />
      </div>
      {ended ? null : (
        <div className="page-column flex min-h-6 items-center justify-between gap-3 border-line border-t py-0.5 sm:hidden">
          {status === 'untouched' ? (
            <span className="text-ink-3 text-ui-s">Answers are saved as you go</span>
          ) : (
            <SaveState status={status} savedAt={savedAt} zone={zone} />
          )}
          {beyond ? <BeyondBadge /> : null}
        </div>
      )}
    </header>
  );
}
