import { z } from 'zod';

export const INBOX_SHOWS = ['all', 'unread'] as const;

const Id = z.uuid();

export const MarkNotifications = z.strictObject({
  /** One id, or several: a form with one box sends no list. */
  ids: z.union([Id, z.array(Id).min(1).max(500)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
  read: z.enum(['yes', 'no']),
});
export type MarkNotifications = z.infer<typeof MarkNotifications>;

export const MarkAllNotifications = z.strictObject({});
export type MarkAllNotifications = z.infer<typeof MarkAllNotifications>;

export const CountNotifications = z.strictObject({
  after: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
export type CountNotifications = z.infer<typeof CountNotifications>;

/** Which notices the inbox shows; anything odd in an address means all. */
export const InboxFilter = z.object({ show: z.enum(INBOX_SHOWS).catch('all').default('all') });
export type InboxFilter = z.infer<typeof InboxFilter>;
