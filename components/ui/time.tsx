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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "Seoul time" for Asia/Seoul: a city says it to everyone, and an abbreviation to few. */
export const zoneName = (zone: string): string =>
  /^(UTC|Etc\/.*|GMT)$/.test(zone) ? 'UTC' : `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;

/** What can be said of a minute; `full` with its clock and zone, `WithYear` for readers of another year. */
interface Said {
  readonly year: string;
  readonly day: string;
  readonly dayWithYear: string;
  readonly full: string;
  readonly fullWithYear: string;
}
interface Zone {
  readonly format: Readonly<Record<keyof typeof PARTS, Intl.DateTimeFormat>>;
  readonly name: string;
  readonly said: Map<number, Said>;
}

// Making a formatter costs more than using it a hundred times, and using one more than all else about a moment: a class looks
// at the same minutes over and over, in few zones.
const zones = new Map<string, Zone>();
const MOST_SAID = 2_000;

function zoneOf(zone: string): Zone {
  const known = zones.get(zone);
  if (known) return known;
  const format = (parts: keyof typeof PARTS) =>
    new Intl.DateTimeFormat('en-GB', { ...PARTS[parts], timeZone: zone, hourCycle: 'h23' });
  const made: Zone = {
    format: { date: format('date'), datetime: format('datetime'), time: format('time'), year: format('year') },
    name: zoneName(zone),
    said: new Map(),
  };
  zones.set(zone, made);
  return made;
}

const tidy = (text: string): string => text.replace(/^(\w+),/, '$1').replace(/ at /, ', ');

function saidOf({ format, name, said }: Zone, at: number): Said {
  const minute = Math.floor(at / MINUTE);
  const known = said.get(minute);
  if (known) return known;
  const year = format.year.format(at);
  const day = tidy(format.date.format(at));
  const full = tidy(format.datetime.format(at));
  const withYear = full.replace(/,? (\d\d:\d\d)$/, ` ${year}, $1`);
  const made = {
    year,
    day,
    dayWithYear: `${day} ${year}`,
    full: `${full} (${name})`,
    fullWithYear: `${withYear} (${name})`,
  };
  if (said.size >= MOST_SAID) said.clear();
  said.set(minute, made);
  return made;
}

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

const timeOf = (at: Date | string): number => (typeof at === 'string' ? Date.parse(at) : at.getTime());

/** A moment in words: "Thu 4 Sep, 18:00 (Seoul time)", "4 Sep", "14:03:22", or "12 min ago" with the rest in its title. */
export function timeText({ at, zone: zoneId, style = 'datetime', now }: TimeProps): { text: string; title?: string } {
  const zone = zoneOf(zoneId);
  const when = timeOf(at);
  const today = now === undefined ? undefined : timeOf(now);
  const said = saidOf(zone, when);
  const thisYear = today !== undefined && said.year === saidOf(zone, today).year;
  const full = thisYear ? said.full : said.fullWithYear;
  if (style === 'datetime') return { text: full };
  if (style === 'time') return { text: zone.format.time.format(when), title: full };
  const distance = (today ?? when) - when;
  // After a week the distance says less than the day.
  if (style === 'relative' && Math.abs(distance) < 7 * DAY) return { text: ago(distance), title: full };
  return { text: thisYear ? said.day : said.dayWithYear, title: full };
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
