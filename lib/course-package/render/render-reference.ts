import type { CourseReference, CourseSource } from '@/lib/lessons/schema';
import { inlineText, renderBlocks } from '@/lib/passages/markdown';
import { withQuotesSet } from '@/lib/passages/set-quotes';
import type { CoursePackage } from '../package';
import { makeScope } from './scope';

const mapValues = <T, U>(entries: Readonly<Record<string, T>>, to: (entry: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, to(entry)]));

/** What lessons refer to, as it is stored: course.reference. */
export function renderReference(course: CoursePackage, address: (id: string) => string | null): CourseReference {
  const { inline, links } = makeScope(course, address, false);
  const html = <T extends { readonly text: string }>({ text, ...rest }: T) => ({ ...rest, html: inline(text) });
  const titled = <T extends { readonly title: string; readonly text: string }>(entry: T) => ({
    ...html(entry),
    title: inlineText(entry.title),
  });
  return {
    objectives: course.course.objectives.map(({ id, text }) => ({ id, text: inlineText(text) })),
    glossary: mapValues(course.glossary, (entry) => ({ ...html(entry), term: inlineText(entry.term) })),
    cast: mapValues(course.cast, (entry) => ({
      ...html(entry),
      name: withQuotesSet(entry.name),
      role: withQuotesSet(entry.role),
    })),
    castOrder: Object.keys(course.cast),
    record: mapValues(course.record, (entry) => ({ ...titled(entry), where: withQuotesSet(entry.where) })),
    timeline: {
      lanes: mapValues(course.timeline.lanes, withQuotesSet),
      events: mapValues(course.timeline.events, titled),
    },
    // The page has a title of its own.
    notesHtml: renderBlocks(course.notes.replace(/^\s*# .*\n/, ''), links).html,
  };
}

/** The article a course draws on, as it is stored: course.source. */
export function sourceOf({ course: { source } }: CoursePackage): CourseSource | null {
  if (!source) return null;
  const { series, url, ...rest } = source;
  return { ...rest, ...(series !== undefined && { series }), ...(url !== undefined && { url }) };
}

/** The description of a course, for its outline. */
export const renderDescription = (course: CoursePackage, address: (id: string) => string | null): string =>
  renderBlocks(course.course.description, makeScope(course, address, false).links).html;
