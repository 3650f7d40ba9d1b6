/** Moments as a datetime-local field writes them, in a time zone that need not be the browser's. Safe in the browser. */

const formats = new Map<string, Intl.DateTimeFormat>();
function parts(at: number, zone: string): Record<string, number> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offset(at: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** "2026-11-24T18:00" for a moment, in a zone. */
export function toLocal(at: Date, zone: string): string {
  return new Date(at.getTime() + offset(at.getTime(), zone)).toISOString().slice(0, 16);
}

/**
 * The moment, in ISO, that a zone's clocks show as "2026-11-24T18:00"; null for an empty or malformed text. Where clocks go
 * back, the first of the two; where they skip it, as much later as they skip.
 */
export function fromLocal(text: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return null;
  const shown = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(shown)) return null;
  // The offset on either side of a change of clocks: one of them reproduces the text, unless it was skipped.
  const guesses = [offset(shown - 86_400_000, zone), offset(shown + 86_400_000, zone)].map((each) => shown - each);
  const exact = guesses.filter((at) => at + offset(at, zone) === shown);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...guesses)).toISOString();
}
