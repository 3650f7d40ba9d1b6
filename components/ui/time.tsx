type Style = 'date' | 'datetime' | 'time' | 'relative';

interface TimeProps {
  readonly at: Date | string;
  /** The reader's time zone, as in `viewer.timeZone`. */
  readonly zone: string;
  readonly style?: Style;
  /** The request's clock (`ctx.now`); needed for `relative`, and lets the year be left out when it is this one. */
  readonly now?: Date | string;
}

const PARTS: Record<'date' | 'datetime' | 'time' | 'year', Intl.DateTimeFormatOptions> = {
  date: { weekday: 'short', day: 'numeric', month: 'short' },
  datetime: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  year: { year: 'numeric' },
};

// Making a formatter costs more than using it a hundred times, and using one more than all else about a moment: a class looks
// at the same moments over and over, in few zones.
const formats = new Map<string, { readonly format: Intl.DateTimeFormat; readonly said: Map<number, string> }>();
const MOST_SAID = 2_000;

function format(parts: keyof typeof PARTS, zone: string, at: Date): string {
  const key = `${parts} ${zone}`;
  let found = formats.get(key);
  if (!found) {
    const format = new Intl.DateTimeFormat('en-GB', { ...PARTS[parts], timeZone: zone, hourCycle: 'h23' });
    found = { format, said: new Map() };
    formats.set(key, found);
  }
  const second = Math.floor(at.getTime() / 1_000);
  const known = found.said.get(second);
  if (known !== undefined) return known;
  const text = found.format.format(at);
  if (found.said.size >= MOST_SAID) found.said.clear();
  found.said.set(second, text);
  return text;
}

/** "Seoul time" for Asia/Seoul: a city says it to everyone, and an abbreviation to few. */
export const zoneName = (zone: string): string =>
  /^(UTC|Etc\/.*|GMT)$/.test(zone) ? 'UTC' : `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function ago(milliseconds: number): string {
  const distance = Math.abs(milliseconds);
  if (distance < MINUTE) return 'just now';
  const [count, unit] =
    distance < HOUR
      ? [Math.floor(distance / MINUTE), 'min']
      : distance < DAY
        ? [Math.floor(distance / HOUR), 'h']
        : [Math.floor(distance / DAY), distance < 2 * DAY ? 'day' : 'days'];
  return milliseconds >= 0 ? `${count} ${unit} ago` : `in ${count} ${unit}`;
}

/** A moment in words: "Thu 4 Sep, 18:00 (Seoul time)", "4 Sep", "14:03:22", or "12 min ago" with the rest in its title. */
export function timeText({ at, zone, style = 'datetime', now }: TimeProps): { text: string; title?: string } {
  const when = new Date(at);
  const today = now === undefined ? undefined : new Date(now);
  const otherYear = today === undefined || format('year', zone, when) !== format('year', zone, today);
  const withYear = (text: string): string => {
    if (!otherYear) return text;
    const [day, clock] = text.split(/,? (?=\d\d:\d\d$)/);
    return `${day} ${format('year', zone, when)}${clock ? `, ${clock}` : ''}`;
  };
  const tidy = (text: string): string => text.replace(/^(\w+),/, '$1').replace(/ at /, ', ');
  const full = `${withYear(tidy(format('datetime', zone, when)))} (${zoneName(zone)})`;
  if (style === 'relative') {
    const distance = (today ?? when).getTime() - when.getTime();
    // After a week the distance says less than the day.
    if (Math.abs(distance) < 7 * DAY) return { text: ago(distance), title: full };
    return { text: withYear(tidy(format('date', zone, when))), title: full };
  }
  if (style === 'date') return { text: withYear(tidy(format('date', zone, when))), title: full };
  if (style === 'time') return { text: format('time', zone, when), title: full };
  return { text: full };
}

/** A moment, for people and for machines. Rendered on the server in the reader's own time zone. */
export function Time(props: TimeProps) {
  const { text, title } = timeText(props);
  return (
    <time dateTime={new Date(props.at).toISOString()} title={title} className="numbers whitespace-nowrap">
      {text}
    </time>
  );
}
