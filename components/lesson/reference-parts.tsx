import Link from 'next/link';
import type { ReactNode } from 'react';
import { StoredHtml } from '@/components/ui/stored-html';

export const entriesOf = <T,>(record: Readonly<Record<string, T>>): [string, T][] => Object.entries(record);

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly native?: string | undefined;
  readonly lang?: string | undefined;
  readonly detail?: string;
  readonly html: string;
  readonly as?: 'div' | 'li';
  readonly children: ReactNode;
}

/** An entry of the reference; links from lessons land here. */
export function Entry({ id, name, native, lang, detail, html, as: Tag = 'div', children }: EntryProps) {
  return (
    <Tag id={id} data-lands className="border-line border-t py-4">
      <h3 className="font-semibold font-serif text-[1.1875rem] leading-7">
        {name}
        {native ? (
          <span lang={lang} className="font-normal text-ink-2">
            {' '}
            {native}
          </span>
        ) : null}
      </h3>
      {detail ? <p className="numbers text-ink-2 text-ui-s">{detail}</p> : null}
      <StoredHtml html={html} className="prose-ui mt-1" />
      <div className="numbers mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-ui-s">{children}</div>
    </Tag>
  );
}

/** Where an entry comes from: paragraphs of the article, and an entry of the record. */
export function References({
  cite = [],
  record,
}: {
  cite?: readonly number[] | undefined;
  record?: string | undefined;
}) {
  if (cite.length === 0 && !record) return null;
  return (
    <span className="numbers py-1">
      {cite.length > 0 ? `Article ${cite.map((n) => `¶${n}`).join(', ')}` : null}
      {cite.length > 0 && record ? ' · ' : null}
      {record ? (
        <a href={`#record-${record}`} className="text-link underline underline-offset-3">
          public record
        </a>
      ) : null}
    </span>
  );
}

interface UsedInProps {
  readonly course: string;
  readonly lessons: readonly { readonly slug: string; readonly position: number; readonly title: string }[];
}

/** The lessons that use an entry, by number; their titles are in the links' names. */
export function UsedIn({ course, lessons }: UsedInProps) {
  if (lessons.length === 0) return null;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 py-0.5 font-sans text-ink-2 text-ui-s">
      {lessons.length === 1 ? 'In lesson' : 'In lessons'}
      {lessons.map(({ slug, position, title }) => (
        <Link
          key={slug}
          href={`/courses/${course}/lessons/${slug}`}
          prefetch={false}
          className="min-w-6 py-1 text-center text-link underline underline-offset-3"
        >
          {position}
          <span className="sr-only">, {title}</span>
        </Link>
      ))}
    </span>
  );
}
