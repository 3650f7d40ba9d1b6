/** How much time is left, in words and moments. Pure; seconds throughout. */

/** "18 min left" until the last five minutes, then "4:59 left". Minutes are rounded up: nobody is told of less than there is. */
export function timeLeftWords(seconds: number): string {
  if (seconds <= 0) return 'Time is up';
  if (seconds > 300) {
    const minutes = Math.ceil(seconds / 60);
    return minutes < 100 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
  }
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} left`;
}

/** The same as a sentence to be heard. */
export function timeLeftSpoken(seconds: number): string {
  if (seconds <= 0) return 'Time is up.';
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} seconds left.`;
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutes > 0 && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    hours === 0 && minutes < 5 && rest > 0 && `${rest} seconds`,
  ].filter(Boolean);
  return `${parts.join(' ')} left.`;
}

/** When the time is told without being asked: at half of it, and at ten, five and one minute. */
export function moments(total: number): number[] {
  const all = [total / 2, 600, 300, 60].filter((each) => each < total);
  return [...new Set(all)].sort((a, b) => b - a);
}

/** The moment that was passed between two readings of the time left, the latest if several; null for none. */
export const passed = (total: number, before: number, now: number): number | null =>
  moments(total).findLast((each) => before > each && now <= each) ?? null;

/** "45 minutes", "1 hour 30 minutes", "90 seconds" for a limit. */
export function limitWords(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    rest > 0 && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`,
  ].filter(Boolean);
  return parts.join(' ');
}

/** The server's clock, seen from a tab: its own clock may be wrong or asleep, so only steps of it count. Milliseconds. */
export interface ServerClock {
  readonly serverNow: number;
  /** The tab's steady clock at that moment. */
  readonly at: number;
}

/** Reads the server's clock from an answer: it was read somewhere between asking and hearing. */
export const readServerClock = (serverNow: number, askedAt: number, heardAt: number): ServerClock => ({
  serverNow: serverNow + (heardAt - askedAt) / 2,
  at: heardAt,
});

export const serverTime = (clock: ServerClock, steady: number): number => clock.serverNow + (steady - clock.at);

/** Seconds until a deadline, by the server's clock. `steady`: the tab's clock now. */
export const secondsLeft = (clock: ServerClock, deadlineAt: string, steady: number): number =>
  (Date.parse(deadlineAt) - serverTime(clock, steady)) / 1000;
