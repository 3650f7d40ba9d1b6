import type { ReactNode } from 'react';
import { Entry, entriesOf, References, UsedIn } from '@/components/lesson/reference-parts';
import { SourceNote } from '@/components/lesson/source-note';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { StoredHtml } from '@/components/ui/stored-html';
import { EVERYBODY } from '@/lib/authz/roles';
import { requireEnrolment } from '@/lib/doors/pages';
import { getReference } from '@/lib/lessons/queries';
import { dateInWords } from '@/lib/lessons/rules';
import '@/app/reader.css';

interface Props {
  readonly params: Promise<{ course: string }>;
}

export default async function ReferencePage({ params }: Props) {
  const { course } = await params;
  const { ctx, me } = await requireEnrolment(course, EVERYBODY);
  const reference = await getReference(ctx, me);
  const { objectives, glossary, cast, castOrder, record, timeline, notesHtml, source, usedIn } = reference;
  const used = (anchor: string) => <UsedIn course={course} lessons={usedIn.get(anchor) ?? []} />;
  const events = entriesOf(timeline.events).sort(([, a], [, b]) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const sections: { id: string; title: string; count: number; body: ReactNode }[] = [
    {
      id: 'objectives',
      title: 'Objectives',
      count: objectives.length,
      body: (
        <ol className="list-decimal space-y-3 ps-6 marker:text-ink-3">
          {objectives.map(({ id, text }) => (
            <li key={id} id={id} className="ps-1">
              <span className="font-serif text-[1.0625rem] leading-7">{text}</span>
              {used(id)}
            </li>
          ))}
        </ol>
      ),
    },
    {
      id: 'glossary',
      title: 'Glossary',
      count: Object.keys(glossary).length,
      body: entriesOf(glossary)
        .sort(([, a], [, b]) => byName.compare(a.term, b.term))
        .map(([id, { term, html, cite }]) => (
          <Entry key={id} id={`term-${id}`} name={term} html={html}>
            <References cite={cite} />
            {used(`term-${id}`)}
          </Entry>
        )),
    },
    {
      id: 'cast',
      title: 'Cast',
      count: Object.keys(cast).length,
      body: inOrder(entriesOf(cast), castOrder).map(([id, { name, native, lang, role, html, cite }]) => (
        <Entry key={id} id={`person-${id}`} name={name} native={native} lang={lang} detail={role} html={html}>
          <References cite={cite} />
          {used(`person-${id}`)}
        </Entry>
      )),
    },
    {
      id: 'timeline',
      title: 'Timeline',
      count: events.length,
      body: (
        <ol>
          {events.map(([id, { date, until, lane, title, html, source: cite, record: from }]) => (
            <Entry
              key={id}
              as="li"
              id={`event-${id}`}
              name={title}
              detail={`${dateInWords(date)}${until ? ` to ${dateInWords(until)}` : ''} · ${timeline.lanes[lane] ?? lane}`}
              html={html}
            >
              <References cite={cite} record={from && record[from] ? from : undefined} />
            </Entry>
          ))}
        </ol>
      ),
    },
    {
      id: 'record',
      title: 'Public record',
      count: Object.keys(record).length,
      body: entriesOf(record)
        .sort(([, a], [, b]) => (a.date < b.date ? -1 : 1))
        .map(([id, { date, title, html, where }]) => (
          <Entry key={id} id={`record-${id}`} name={title} detail={dateInWords(date)} html={html}>
            <span className="min-w-0 wrap-anywhere">Where to check it: {where}</span>
            {used(`record-${id}`)}
          </Entry>
        )),
    },
    {
      id: 'notes',
      title: 'On the source',
      count: source || notesHtml ? 1 : 0,
      body: (
        <div className="space-y-5">
          {source ? <SourceNote source={source} /> : null}
          {notesHtml ? <StoredHtml html={notesHtml} className="prose-ui" /> : null}
        </div>
      ),
    },
  ];
  const there = sections.filter(({ count }) => count > 0);
  return (
    <>
      <PageTitle>Reference</PageTitle>
      <PageHead
        title="Reference"
        standfirst="What the lessons refer to, in one place: the words, the people, the dates, and where each fact can be checked."
        crumbs={[{ label: me.courseTitle, href: `/courses/${course}` }]}
      />
      {there.length === 0 ? (
        <EmptyState
          title="There is nothing to look up yet"
          why="The glossary, the cast, the timeline and the record of this course appear here when its lessons are loaded."
          action={<ButtonLink href={`/courses/${course}`}>To the outline</ButtonLink>}
        />
      ) : (
        <div className="gap-x-16 pb-16 lg:grid lg:grid-cols-[11.5rem_minmax(0,1fr)]">
          <nav
            aria-label="On this page"
            className="no-print mb-8 lg:sticky lg:top-[calc(var(--header-height)+1.5rem)] lg:self-start"
          >
            <ul className="flex flex-wrap gap-x-5 lg:block">
              {there.map(({ id, title, count }) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    className="inline-flex min-h-9 items-center gap-2 text-link text-ui underline underline-offset-3"
                  >
                    {title}
                  </a>
                  {id === 'notes' ? null : <span className="numbers ms-2 text-ink-2 text-ui-s">{count}</span>}
                </li>
              ))}
            </ul>
          </nav>
          <div className="max-w-read space-y-14">
            {there.map(({ id, title, body }) => (
              <section key={id} aria-labelledby={id}>
                <h2 id={id} className="mb-4 font-serif text-h2">
                  {title}
                </h2>
                {body}
              </section>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

/** As the author listed them; who is not in the list stands last. */
function inOrder<T>(entries: readonly [string, T][], order: readonly string[]): [string, T][] {
  const placeOf = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return entries.toSorted(([a], [b]) => placeOf(a) - placeOf(b));
}

const byName = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true });
