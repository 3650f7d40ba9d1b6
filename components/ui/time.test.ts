import { expect, test } from 'vitest';
import { timeText } from './time';

const now = new Date('2026-01-02T00:30:40Z');

test('readers in two zones are told the same minute in their own time, and its year where it is not theirs now', () => {
  const at = '2025-12-31T16:05:10.250+00:00';
  expect(timeText({ at, zone: 'Asia/Seoul', now }).text).toBe('Thu 1 Jan, 01:05 (Seoul time)');
  expect(timeText({ at, zone: 'UTC', now }).text).toBe('Wed 31 Dec 2025, 16:05 (UTC)');
  expect(timeText({ at, zone: 'Asia/Seoul' }).text).toBe('Thu 1 Jan 2026, 01:05 (Seoul time)');
});

test('a week ago is told by its distance, and longer ago by its day', () => {
  const relative = (at: string) => timeText({ at, zone: 'UTC', now, style: 'relative' });
  expect(relative('2026-01-02T00:30:30Z')).toEqual({ text: 'just now', title: 'Fri 2 Jan, 00:30 (UTC)' });
  expect(relative('2025-12-30T23:00:00Z')).toEqual({ text: '2 days ago', title: 'Tue 30 Dec 2025, 23:00 (UTC)' });
  expect(relative('2025-12-20T23:00:00Z')).toEqual({ text: 'Sat 20 Dec 2025', title: 'Sat 20 Dec 2025, 23:00 (UTC)' });
});

test('two seconds of one minute are told apart where seconds are told', () => {
  const time = (at: string) => timeText({ at: new Date(at), zone: 'UTC', now, style: 'time' }).text;
  expect([time('2026-01-01T10:00:01Z'), time('2026-01-01T10:00:02Z')]).toEqual(['10:00:01', '10:00:02']);
});
