import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocal, toLocal } from './zoned';

const ZONES = ['UTC', 'Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'];

describe('an instructor who sets a time in their own zone', () => {
  it('T-TIME-7 means the moment that their own clocks will show', () => {
    expect(fromLocal('2026-11-24T18:00', 'Asia/Seoul')).toBe('2026-11-24T09:00:00.000Z');
    expect(fromLocal('2026-07-01T18:00', 'America/New_York')).toBe('2026-07-01T22:00:00.000Z');
    expect(fromLocal('2026-12-01T18:00', 'America/New_York')).toBe('2026-12-01T23:00:00.000Z');
    expect(toLocal(new Date('2026-12-01T23:00:00Z'), 'America/New_York')).toBe('2026-12-01T18:00');
  });

  it('T-TIME-7 on a day when clocks change: the first of two hours, and later by what is skipped', () => {
    expect(fromLocal('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(fromLocal('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('sees again what was written, at any time in any zone, unless clocks skipped it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        fc.constantFrom(...ZONES),
        (at, zone) => {
          const shown = toLocal(at, zone);
          const read = fromLocal(shown, zone);
          expect(read && toLocal(new Date(read), zone)).toBe(shown);
        },
      ),
    );
  });

  it('writes nothing for none', () => {
    expect(fromLocal('', 'UTC')).toBeNull();
    expect(fromLocal('tomorrow', 'UTC')).toBeNull();
  });
});
