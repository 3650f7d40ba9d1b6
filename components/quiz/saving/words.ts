import type { SaveStatus } from './core';

/** The one vocabulary of saving, everywhere. `at`: the time of day of the last save, in the reader's zone. */
export function saveWords(status: SaveStatus, at: string | null): string {
  switch (status) {
    case 'saving':
      return 'Saving…';
    case 'waiting':
      return 'Not saved yet, will retry';
    case 'changed':
      return 'Changed in another tab';
    case 'refused':
      return 'Not saved';
    case 'saved':
      return at === null ? 'Saved' : `Saved ${at}`;
    case 'untouched':
      return '';
  }
}

// Making a formatter costs more than using it a hundred times.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** 14:03:22 in a time zone. */
export function timeOfDay(at: string, zone: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    });
    clocks.set(zone, clock);
  }
  return clock.format(new Date(at));
}
