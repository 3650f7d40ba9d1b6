/** What each act of the audit trail is called; `{}` stands for whom or what it was done to. */
export const ACT_WORDS: Readonly<Record<string, string>> = {
  'person.made-first-admin': 'became the site’s first admin',
  'person.password-changed': 'set a new password',
  'person.reset-link-issued': 'made a link for a new password for {}',
  'person.suspended': 'suspended {}',
  'person.suspension-lifted': 'lifted the suspension of {}',
  'enrolment.instructor-assigned': 'made {} an instructor',
  'enrolment.joined': 'joined the course',
  'enrolment.role-changed': 'changed the role of {}',
  'enrolment.removed': 'removed {}',
  'enrolment.brought-back': 'brought back {}',
  'course.invited': 'made an invite link',
  'course.joining-open': 'opened joining by code',
  'course.joining-closed': 'closed joining by code',
  'course.joining-new-code': 'drew a new join code',
  'course.synced': 'loaded the course’s text',
  'quiz.settings-changed': 'changed the settings of “{}”',
  'quiz.extension-granted': 'granted an extension for “{}”',
  'quiz.extension-withdrawn': 'took back an extension for “{}”',
  'thread.announced': 'announced something',
  'thread.pinned': 'pinned a thread',
  'thread.unpinned': 'unpinned a thread',
  'thread.locked': 'locked a thread',
  'thread.unlocked': 'unlocked a thread',
  'post.hidden': 'hid a post',
  'post.shown': 'showed a hidden post again',

  'demo.class-made': 'made the demo’s class',
};

/** "suspended Mina": an act in words, after the name of who did it. */
export function actWords(act: string, subject: string | null): string {
  const words = ACT_WORDS[act] ?? act.replace('.', ': ').replaceAll('-', ' ');
  return words.replace('{}', () => subject ?? 'somebody or something that is gone');
}

const LABELS: Readonly<Record<string, string>> = { enrolmentId: 'for', from: 'from', to: 'to', reason: 'why' };
const labelOf = (name: string): string =>
  LABELS[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
function shown(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return MOMENT.test(value) ? `${value.slice(0, 16).replace('T', ' ')} UTC` : value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The details of an act, a phrase each: of a change what differs, and nothing that says nothing. */
export function detailWords({ before, after, ...rest }: Json): string[] {
  const changes =
    isObject(before) && isObject(after)
      ? Object.keys(after)
          .filter((name) => shown(before[name]) !== shown(after[name]))
          .map((name) => `${labelOf(name)}: ${shown(before[name])} → ${shown(after[name])}`)
      : [];
  const others = Object.entries(rest)
    .filter(([name, value]) => value !== null && value !== 0 && name !== 'fingerprint')
    .map(([name, value]) => `${labelOf(name)}: ${shown(value)}`);
  return [...changes, ...others];
}
