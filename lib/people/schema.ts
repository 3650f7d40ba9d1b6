import { z } from 'zod';
import { keptText } from '@/lib/kernel/text';

/** An address as it is kept: trimmed and in lower case, so that one person cannot hold two accounts by accident. */
export const Email = z
  .string('Type your e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has 254 characters at most.')
  .pipe(z.email('This does not look like an e-mail address, for example maria@example.org.'));

/** A name as others see it. No control characters: they could turn a line of a table around. */
export const DisplayName = z
  .string('Type the name that others will see.')
  .trim()
  .min(1, 'Type the name that others will see.')
  .max(80, 'A name has 80 characters at most.')
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u, 'This name holds characters that cannot be shown.');

/** A zone of the IANA database that this server knows, e.g. "Asia/Seoul". */
export const TimeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list, for example Asia/Seoul.');

function isTimeZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined && /^(?:UTC|[A-Z][A-Za-z_]+\/.+)$/.test(zone)
    );
  } catch {
    return false;
  }
}

// Characters as people count them, not the halves of which some are made: NIST SP 800-63B §3.1.1.2.
const characters = (text: string): number => Array.from(text).length;

/** Length alone is checked here; whether it is easy to guess, by `refuseWeakPassword`. Spaces count, and are kept. */
export const NewPassword = z
  .string('Choose a password.')
  .refine((text) => characters(text) >= 8, 'A password has at least 8 characters; 15 are better.')
  .refine((text) => characters(text) <= 200, 'A password has 200 characters at most.');

const AnyPassword = z.string('Type your password.').min(1, 'Type your password.').max(1_000, 'That is too long.');
const Next = z.string().max(2_000).optional();
/** The secret at the end of a one-time link. */
export const LinkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Copy the whole of it.');

export const SignIn = z.strictObject({ email: Email, password: AnyPassword, next: Next });
export const SignUp = z.strictObject({
  email: Email,
  displayName: DisplayName,
  password: NewPassword,
  timeZone: TimeZone.catch('UTC'),
  next: Next,
});
export const ChangeProfile = z.strictObject({ displayName: DisplayName, timeZone: TimeZone });
export const ChangePassword = z.strictObject({ current: AnyPassword, password: NewPassword });
export const ResetPassword = z.strictObject({ secret: LinkSecret, password: NewPassword });
export const MakeFirstAdmin = z.strictObject({
  secret: LinkSecret,
  email: Email,
  displayName: DisplayName,
  password: NewPassword,
  timeZone: TimeZone.catch('UTC'),
});
export const Nothing = z.strictObject({});

/** A join code as typed or as it stands in an invite link. */
export const JoinCode = z
  .string('Type the code.')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]{4}[- ]?[a-z0-9]{4}$/, 'A join code has eight letters and digits, for example k7mq-w2xd.')
  .transform((code) => `${code.slice(0, 4)}-${code.slice(-4)}`);

/** What somebody typed or pasted as a code, in the form of an address: a code, an invite's secret, or the whole link with either. */
export function codeIn(typed: string): string {
  const last = typed.trim().split(/[/?#]/).filter(Boolean).at(-1) ?? '';
  const code = JoinCode.safeParse(last);
  return code.success ? code.data : last.slice(0, 60);
}

export const JoinCourse = z.strictObject({ code: z.string().trim().max(60, 'That is too long for a code.') });
export const OneEnrolment = z.strictObject({ enrolment: z.uuid() });
export const OnePerson = z.strictObject({ person: z.uuid() });
const CourseRole = z.enum(['student', 'assistant', 'instructor'], 'Choose a role.');
export const ChangeRole = z.strictObject({ enrolment: z.uuid(), role: CourseRole });
export const Invite = z.strictObject({ role: CourseRole });
export const SetJoining = z.strictObject({ joining: z.enum(['open', 'closed', 'new-code']) });
export const SuspendPerson = z.strictObject({
  person: z.uuid(),
  reason: z
    .string()
    .transform(keptText)
    .pipe(z.string().trim().min(3, 'Say why: it stands in the audit log.').max(500)),
});
export const AssignInstructor = z.strictObject({ course: z.uuid('Choose a course.'), email: Email });
