const LETTERS = ['S', 'M', 'T', 'W', 'T', 'F', 'S'];

/** The last seven days, today last, quietly: which of them were spent reading. */
export function WeekStrip({ week, now, zone }: { week: readonly boolean[]; now: Date; zone: string }) {
  const days = week.filter(Boolean).length;
  // The reader's own weekday: their midnight is not the server's.
  const today = new Date(now.toLocaleString('en-US', { timeZone: zone })).getDay();
  return (
    <div>
      <p className="numbers text-ink-2 text-ui">
        {days === 0 ? 'No reading in the last seven days.' : `You read on ${days} of the last 7 days.`}
      </p>
      <ol aria-hidden="true" className="mt-2 flex gap-3">
        {week.map((read, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven places, always the same
          <li key={index} className="grid justify-items-center gap-1 text-ink-2 text-ui-xs">
            <span className={`size-3 rounded-full border ${read ? 'border-accent bg-accent' : 'border-line-strong'}`} />
            {LETTERS[(today + index + 1) % 7]}
          </li>
        ))}
      </ol>
    </div>
  );
}
