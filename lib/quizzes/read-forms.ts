import { z } from 'zod';
import { fromLocal } from '@/lib/kernel/zoned';
import { ChangeQuizSettings, GrantExtension } from './schema';

// The two forms of a quiz, as a browser sends them: all of it text, times as the clocks of a zone show them. What cannot be
// read is handed on as it is, so that the schema refuses it by its field's name.

type Form = Readonly<Record<string, unknown>>;

const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** A number with either decimal mark; null for an empty field or none, NaN for anything else. */
function number(value: unknown): number | null {
  const written = trimmed(value) ?? '';
  if (written === '') return null;
  return typeof written === 'string' ? Number(written.replace(',', '.')) : Number.NaN;
}

function seconds(minutes: unknown): number | null {
  const given = number(minutes);
  return given === null ? null : Math.round(given * 60);
}

function moment(value: unknown, zone: string): unknown {
  const written = trimmed(value) ?? '';
  if (written === '') return null;
  return typeof written === 'string' ? (fromLocal(written, zone) ?? written) : written;
}

function readSettings(form: Form, zone: string): Form {
  const { opensAt, closesAt, timeLimit, attemptsAllowed, counts, showScore, showKey, shuffle, ...more } = form;
  return {
    ...more,
    opensAt: moment(opensAt, zone),
    closesAt: moment(closesAt, zone),
    rules: {
      attemptsAllowed: number(attemptsAllowed),
      timeLimitSeconds: seconds(timeLimit),
      counts,
      showScore,
      showKey,
      shuffle: shuffle === 'on',
    },
  };
}

function readExtension(form: Form, zone: string): Form {
  const { opensAt, closesAt, extraMinutes, factor, extraAttempts, ...more } = form;
  return {
    ...more,
    opensAt: moment(opensAt, zone),
    closesAt: moment(closesAt, zone),
    extraSeconds: seconds(extraMinutes) ?? 0,
    factor: number(factor) ?? 1,
    extraAttempts: number(extraAttempts) ?? 0,
  };
}

function isZone(zone: unknown): zone is string {
  try {
    return typeof zone === 'string' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** The form is known by the zone of its times, which stands in it; anything else goes to the schema untouched. */
const reading = (read: (form: Form, zone: string) => Form) => (input: unknown) => {
  if (typeof input !== 'object' || input === null || !('zone' in input)) return input;
  const { zone, ...form } = input;
  return isZone(zone) ? read(form, zone) : input;
};

/** What the settings form sends, as the command wants it. Empty times and numbers are "none". */
export const SettingsForm = z.preprocess(reading(readSettings), ChangeQuizSettings);

/** What the extension form sends, as the command wants it. Empty fields grant nothing. */
export const ExtensionForm = z.preprocess(reading(readExtension), GrantExtension);
