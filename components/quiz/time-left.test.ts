import { describe, expect, it } from 'vitest';
import { limitWords, moments, passed, readServerClock, secondsLeft, timeLeftSpoken, timeLeftWords } from './time-left';

describe('a student under a time limit', () => {
  it.each([
    [3600, '60 min left'],
    [1021, '18 min left'],
    [301, '6 min left'],
    [300, '5:00 left'],
    [61.2, '1:02 left'],
    [0.4, '0:01 left'],
    [0, 'Time is up'],
    [9000, '2 h 30 min left'],
  ])('with %d seconds left reads %s', (seconds, words) => {
    expect(timeLeftWords(seconds)).toBe(words);
  });

  it('hears whole words', () => {
    expect(timeLeftSpoken(600)).toBe('10 minutes left.');
    expect(timeLeftSpoken(3600)).toBe('1 hour left.');
    expect(timeLeftSpoken(61)).toBe('1 minute 1 seconds left.');
    expect(timeLeftSpoken(42)).toBe('42 seconds left.');
  });

  it('is told at half the time, and at ten, five and one minute; once each', () => {
    expect(moments(2700)).toEqual([1350, 600, 300, 60]);
    expect(moments(400)).toEqual([300, 200, 60]);
    expect(passed(2700, 601, 600)).toBe(600);
    expect(passed(2700, 600, 599)).toBeNull();
    expect(passed(2700, 1400, 250)).toBe(300);
  });

  it('sees the server’s time whatever the own clock says: only steps of it count', () => {
    const clock = readServerClock(Date.parse('2026-01-01T10:00:00Z'), 5_000, 5_400);
    expect(secondsLeft(clock, '2026-01-01T10:30:00Z', 5_400)).toBeCloseTo(1799.8);
    expect(secondsLeft(clock, '2026-01-01T10:30:00Z', 65_400)).toBeCloseTo(1739.8);
  });

  it('reads limits in words', () => {
    expect(limitWords(2700)).toBe('45 minutes');
    expect(limitWords(5400)).toBe('1 hour 30 minutes');
    expect(limitWords(90)).toBe('90 seconds');
    expect(limitWords(60)).toBe('1 minute');
  });
});
