import { describe, expect, it } from 'vitest';
import { markup } from '@/components/ui/markup';
import { WeekStrip } from './week-strip';

const NOTHING = Array<boolean>(7).fill(false);
/** The letters in a row. */
const letters = (now: string, zone: string): string =>
  markup(<WeekStrip week={NOTHING} now={new Date(now)} zone={zone} />)
    .replace(/^.*<ol/, '')
    .replace(/<[^>]*>|^[^>]*>/g, '');

describe('the week of a reader', () => {
  it('ends with today, by their own midnight', () => {
    expect(letters('2026-09-01T23:00:00Z', 'UTC')).toBe('WTFSSMT');
    expect(letters('2026-09-01T23:00:00Z', 'Asia/Seoul')).toBe('TFSSMTW');
    expect(letters('2026-09-06T12:00:00Z', 'America/New_York')).toBe('MTWTFSS');
  });
});
