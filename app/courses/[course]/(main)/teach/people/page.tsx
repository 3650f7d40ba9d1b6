import Link from 'next/link';
import { z } from 'zod';
import { ActButton } from '@/components/people/act-button';
import { InviteMaker, LinkMaker } from '@/components/people/link-maker';
import { RoleForm } from '@/components/people/role-form';
import { PageTitle } from '@/components/shell/page-title';
import { Badge } from '@/components/ui/badge';
import { buttonLook } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field, Input } from '@/components/ui/field';
import { PageHead } from '@/components/ui/page-head';
import { TableScroll } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { requireEnrolment } from '@/lib/doors/pages';
import { findJoining, listRoster, type RosterRow } from '@/lib/people/roster';
import { bringBack, changeRole, invite, issueResetLink, removeFromCourse, setJoining } from './actions';

interface Props {
  readonly params: Promise<{ course: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const Asked = z.object({ q: z.string().trim().toLowerCase().max(100).catch('') });

export default async function PeoplePage({ params, searchParams }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, ['instructor']);
  const [people, joining] = await Promise.all([listRoster(ctx, me), findJoining(ctx, me)]);
  const { q } = Asked.parse(await searchParams);
  const here = people.filter(({ endedAt }) => !endedAt);
  const found = here.filter(({ name, email }) => `${name} ${email ?? ''}`.toLowerCase().includes(q));
  const gone = people.filter(({ endedAt }) => endedAt);
  const students = here.filter(({ role }) => role === 'student').length;
  const when = { zone: me.timeZone, now: ctx.now };
  return (
    <>
      <PageTitle>People</PageTitle>
      <PageHead
        title="People"
        crumbs={[{ href: `/courses/${course}`, label: me.courseTitle }]}
        standfirst={`${students} ${students === 1 ? 'student' : 'students'} and ${here.length - students} who teach.`}
      />
      <div className="grid grid-cols-1 gap-x-16 gap-y-10 border-line border-t py-8 lg:grid-cols-2">
        <section aria-labelledby="code">
          <h2 id="code" className="font-serif text-h3">
            Joining by code
          </h2>
          <p className="mt-1 text-ink-2 text-ui">
            {joining.open ? 'Whoever has the code joins as a student.' : 'Closed: the code lets nobody in.'}
          </p>
          <p className="my-3 flex flex-wrap items-center gap-3">
            <span className="select-all font-mono text-h3">{joining.code}</span>
            <CopyButton text={joining.link} label="Copy the link" />
          </p>
          <div className="flex flex-wrap gap-2">
            <ActButton
              action={setJoining.bind(null, course)}
              fields={{ joining: joining.open ? 'closed' : 'open' }}
              variant="secondary"
            >
              {joining.open ? 'Close joining' : 'Open joining'}
            </ActButton>
            <ActButton action={setJoining.bind(null, course)} fields={{ joining: 'new-code' }}>
              Draw a new code
            </ActButton>
          </div>
        </section>
        <section aria-labelledby="invite">
          <h2 id="invite" className="font-serif text-h3">
            Inviting one person
          </h2>
          <p className="mt-1 mb-3 text-ink-2 text-ui">
            A link for one person, in the role you choose. It also brings back who was removed.
          </p>
          <InviteMaker action={invite.bind(null, course)} />
        </section>
      </div>
      <search>
        <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
          <Field label="Name or address">
            {(ids) => <Input {...ids} type="search" name="q" defaultValue={q} maxLength={100} />}
          </Field>
          <button type="submit" className={buttonLook('secondary')}>
            Find
          </button>
          {q ? (
            <p role="status" className="py-2.5 text-ink-2 text-ui">
              {found.length} of {here.length}.{' '}
              <Link
                href={`/courses/${course}/teach/people`}
                prefetch={false}
                className="text-link underline underline-offset-3"
              >
                Show all
              </Link>
            </p>
          ) : null}
        </form>
      </search>
      <TableScroll label="People of this course">
        <table className="people-table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Role</th>
              <th scope="col">Last here</th>
              <th scope="col">What you can do</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <Row key={row.enrolmentId} row={row} course={course} when={when} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {gone.length > 0 ? (
        <section aria-labelledby="gone" className="mt-12">
          <h2 id="gone" className="mb-3 font-serif text-h3">
            Removed
          </h2>
          <ul className="divide-y divide-line border-line border-y">
            {gone.map(({ enrolmentId, name, role }) => (
              <li key={enrolmentId} className="flex flex-wrap items-center justify-between gap-4 py-2 text-ui">
                <span>
                  {name}, {role}
                </span>
                <ActButton action={bringBack.bind(null, course)} fields={{ enrolment: enrolmentId }} on={name}>
                  Bring back
                </ActButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly row: RosterRow;
  readonly course: string;
  readonly when: { readonly zone: string; readonly now: Date };
}

function Row({ row, course, when }: RowProps) {
  const { enrolmentId, name, email, role, lastActiveAt, isMe } = row;
  return (
    <tr>
      <th scope="row">
        {role === 'student' ? (
          <Link
            href={`/courses/${course}/teach/students/${enrolmentId}`}
            prefetch={false}
            className="text-link underline underline-offset-3"
          >
            {name}
          </Link>
        ) : (
          name
        )}{' '}
        {isMe ? <Badge>You</Badge> : null}
        {email ? <span className="wrap-anywhere block font-normal text-ink-2 text-ui-s">{email}</span> : null}
      </th>
      <td>
        {isMe ? (
          <span className="first-letter:uppercase">{role}</span>
        ) : (
          <RoleForm action={changeRole.bind(null, course)} enrolment={enrolmentId} name={name} role={role} />
        )}
      </td>
      <td data-label="Last here:">
        {lastActiveAt ? <Time at={lastActiveAt} style="relative" {...when} /> : role === 'student' ? 'never' : '–'}
      </td>
      <td>
        {isMe ? <span className="text-ink-2 text-ui-s">Another instructor can change your place.</span> : null}
        <div className="-ms-2.5 flex flex-wrap items-start gap-x-2 gap-y-1">
          {role === 'student' ? (
            <LinkMaker
              action={issueResetLink.bind(null, course)}
              fields={{ enrolment: enrolmentId }}
              label="Reset link"
              on={`for ${name}`}
            />
          ) : null}
          {isMe ? null : (
            <ActButton action={removeFromCourse.bind(null, course)} fields={{ enrolment: enrolmentId }} on={name}>
              Remove
            </ActButton>
          )}
        </div>
      </td>
    </tr>
  );
}
