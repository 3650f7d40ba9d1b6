import type { ChangeQuizSettings, Counts, GrantExtension, QuizRules } from '@/lib/quizzes/schema';
import { fromLocal } from './zoned';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
/** A number with either decimal mark, or null for an empty field; NaN for anything else, which the server's schema refuses by name. */
const number = (form: FormData, name: string): number | null => {
  const written = text(form, name);
  return written === '' ? null : Number(written.replace(',', '.'));
};
const minutes = (form: FormData, name: string): number | null => {
  const given = number(form, name);
  return given === null ? null : Math.round(given * 60);
};

/** The settings form as the command wants it. Empty times and numbers are "none". */
export function readSettings(form: FormData, quiz: string, zone: string): ChangeQuizSettings {
  return {
    quiz,
    opensAt: fromLocal(text(form, 'opensAt'), zone),
    closesAt: fromLocal(text(form, 'closesAt'), zone),
    rules: {
      attemptsAllowed: number(form, 'attemptsAllowed'),
      timeLimitSeconds: minutes(form, 'timeLimit'),
      counts: text(form, 'counts') as Counts,
      showScore: text(form, 'showScore') as QuizRules['showScore'],
      showKey: text(form, 'showKey') as QuizRules['showKey'],
      shuffle: form.get('shuffle') === 'on',
    },
  };
}

/** The extension form as the command wants it. */
export function readExtension(form: FormData, quiz: string, zone: string): GrantExtension {
  return {
    quiz,
    enrolmentId: text(form, 'enrolmentId'),
    opensAt: fromLocal(text(form, 'opensAt'), zone),
    closesAt: fromLocal(text(form, 'closesAt'), zone),
    extraSeconds: minutes(form, 'extraMinutes') ?? 0,
    factor: number(form, 'factor') ?? 1,
    extraAttempts: number(form, 'extraAttempts') ?? 0,
    reason: text(form, 'reason'),
  };
}
