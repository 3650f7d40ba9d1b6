const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

// One a zone: making a formatter costs more than all the rest of the strip.
const weekdays = new Map<string, Intl.DateTimeFormat>();

/** The reader's own weekday, 0 = Sunday: their midnight is not the server's. */
function weekday(now: Date, zone: string): number {
  let format = weekdays.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: zone });
    weekdays.set(zone, format);
  }
  return DAYS.indexOf(format.format(now));
}

/** The last seven days, today last, quietly: which of them were spent reading. */
export function WeekStrip({ week, now, zone }: { week: readonly boolean[]; now: Date; zone: string }) {
  const days = week.filter(Boolean).length;
  const today = weekday(now, zone);
  return (
    <div>
      <p className="numbers text-ink-2 text-ui">
        {days === 0 ? 'No reading in the last seven days.' : `You read on ${days} of the last 7 days.`}
      </p>
      <ol aria-hidden="true" className="mt-2 flex gap-3 text-ink-2 text-ui-xs">
        {week.map((read, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: seven places, always the same
          <li key={index} className="grid justify-items-center gap-1">
            <span className={`size-3 rounded-full border ${read ? 'border-accent bg-accent' : 'border-line-strong'}`} />
            {DAYS[(today + index + 1) % 7]?.[0]}
          </li>
        ))}
      </ol>
    </div>
  );
}
