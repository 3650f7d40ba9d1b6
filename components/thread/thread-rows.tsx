import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { Role } from '@/lib/authz/roles';
import { kindInWords } from '@/lib/threads/rules';
import type { ThreadKind } from '@/lib/threads/schema';

interface Row {
  readonly id: string;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly author: string | null;
  readonly authorRole: Role | null;
  readonly pinned: boolean;
  readonly locked: boolean;
  readonly accepted: boolean;
  readonly answeredByStaff: boolean;
  readonly posts: number;
  readonly unread: number;
  readonly lastAt: Date;
  readonly lesson: { readonly position: number; readonly title: string } | null;
  readonly passage: { readonly number: string } | null;
}

interface ThreadRowsProps {
  readonly threads: readonly Row[];
  /** Address of the course's threads. */
  readonly home: string;
  readonly zone: string;
  readonly now: Date;
}

/** The threads, each a line with its title and what one wants to know before opening it. */
export function ThreadRows({ threads, home, zone, now }: ThreadRowsProps) {
  return (
    <ol className="thread-rows">
      {threads.map((thread) => (
        <li key={thread.id}>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`${home}/${thread.id}`} prefetch={false} className={thread.unread > 0 ? 'is-unread' : ''}>
              {thread.title}
            </Link>
            {thread.unread > 0 ? <Badge tone="accent">{thread.unread} new</Badge> : null}
            {thread.pinned ? <Badge>Pinned</Badge> : null}
            {thread.locked ? <Badge>Closed</Badge> : null}
          </p>
          <p className="thread-facts">
            {[kindInWords(thread.kind, thread.accepted, thread.answeredByStaff), placeOf(thread), authorOf(thread)]
              .filter(Boolean)
              .join(' · ')}
            {`\u00a0· ${repliesOf(thread.posts)}\u00a0· `}
            <Time at={thread.lastAt} zone={zone} now={now} style="relative" />
          </p>
        </li>
      ))}
    </ol>
  );
}

const placeOf = ({ lesson, passage }: Row): string =>
  passage ? `passage ${passage.number}` : lesson ? `lesson ${lesson.position}` : '';

const authorOf = ({ author, authorRole }: Row): string =>
  `by ${author ?? 'a former member'}${authorRole && authorRole !== 'student' ? ` (${authorRole})` : ''}`;

const repliesOf = (posts: number): string =>
  posts <= 1 ? 'no\u00a0replies yet' : `${posts - 1}\u00a0${posts === 2 ? 'reply' : 'replies'}`;
