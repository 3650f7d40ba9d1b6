/** A passage that was not read yet, and its length in characters. */
export interface Unread {
  readonly key: string;
  readonly length: number;
}

/** Passages as one text, "p-ab12:544 p-cd34:512": React would walk a list of them three times on the way to the browser. */
export const writeUnread = (passages: readonly Unread[]): string =>
  passages.map(({ key, length }) => `${key}:${length}`).join(' ');

/** What `writeUnread` wrote. */
export const readUnread = (text: string): readonly Unread[] =>
  text.split(' ').flatMap((each) => {
    const [key, length] = each.split(':');
    return key ? [{ key, length: Number(length) }] : [];
  });
