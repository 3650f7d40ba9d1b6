import { z } from 'zod';
import { keptText } from '@/lib/kernel/text';

// What comes in about threads and posts. Browser-safe.

export const THREAD_KINDS = ['question', 'discussion', 'announcement'] as const;
export type ThreadKind = (typeof THREAD_KINDS)[number];
export const SHOWS = ['all', 'unread', 'unanswered', 'mine'] as const;
export type Show = (typeof SHOWS)[number];

export const TITLE_LIMIT = 150;
export const POST_LIMIT = 20_000;

const Id = z.uuid();
/** A field that a form may leave empty: null then. */
const maybe = <T extends string>(schema: z.ZodType<T>) =>
  z
    .union([z.literal(''), schema])
    .optional()
    .transform((value): T | null => (value === undefined || value === '' ? null : (value as T)));

// One line, without characters that turn the direction of what stands after it.
const Title = z
  .string()
  .transform((text) =>
    keptText(text)
      .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(3, 'Give it a title of at least three characters.')
      .max(TITLE_LIMIT, `A title has at most ${TITLE_LIMIT} characters.`),
  );
const inWords = (count: number): string => count.toLocaleString('en-GB');
const tooLong = ({ input }: { readonly input?: unknown }): string =>
  `A post has at most ${inWords(POST_LIMIT)} characters; this one has ${inWords(String(input).length)}. Shorten it, or write it as two.`;
// Counted as the field counts: a form sends each line end as two characters, which are one where it was written.
const Markdown = z
  .string()
  .transform(keptText)
  .pipe(z.string().max(POST_LIMIT, { error: tooLong }).regex(/\S/, 'Write something first.'));
const Reason = z
  .string()
  .transform((text) => keptText(text).trim())
  .pipe(z.string().min(3, 'Say why, in a few words: the author reads it.').max(500, 'At most 500 characters.'));
/** Drawn by the page that holds the form: sent again with the same words, it makes nothing twice. */
const Once = z.uuid('This form did not come from its page as it was. Your words are kept: send them again.');
const LessonSlug = z.string().regex(/^[a-z0-9-]{1,80}$/);
const PassageKey = z.string().regex(/^p-[a-z0-9]{1,40}$/);

export const CreateThread = z.strictObject({
  kind: z.enum(['question', 'discussion'], 'Choose what it is: a question or a discussion.'),
  title: Title,
  markdown: Markdown,
  lesson: maybe(LessonSlug),
  passage: maybe(PassageKey),
  /** Words of the passage that it is about; empty: the whole passage. */
  quote: maybe(z.string().max(1_000).transform(keptText)),
  once: Once,
});
export type CreateThread = z.infer<typeof CreateThread>;

export const CreateAnnouncement = z.strictObject({ title: Title, markdown: Markdown, once: Once });
export type CreateAnnouncement = z.infer<typeof CreateAnnouncement>;

export const CreatePost = z.strictObject({ thread: Id, parent: maybe(Id), markdown: Markdown, once: Once });
export type CreatePost = z.infer<typeof CreatePost>;

export const EditPost = z.strictObject({
  post: Id,
  markdown: Markdown,
  /** The version that the text being edited came from. */
  version: z.coerce.number().int().min(1),
});
export type EditPost = z.infer<typeof EditPost>;

export const OnePost = z.strictObject({ post: Id });
export type OnePost = z.infer<typeof OnePost>;

export const HidePost = z.strictObject({ post: Id, reason: Reason });
export type HidePost = z.infer<typeof HidePost>;

export const AcceptPost = z.strictObject({
  thread: Id,
  /** Empty: no post is accepted any more. */
  post: maybe(Id),
});
export type AcceptPost = z.infer<typeof AcceptPost>;

export const ArrangeThread = z.strictObject({ thread: Id, change: z.enum(['pin', 'unpin', 'lock', 'unlock']) });
export type ArrangeThread = z.infer<typeof ArrangeThread>;

export const MarkThreadRead = z.strictObject({
  thread: Id,
  /** When the newest post shown was written. */
  upTo: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
export type MarkThreadRead = z.infer<typeof MarkThreadRead>;

export const MarkAllThreadsRead = z.strictObject({});
export type MarkAllThreadsRead = z.infer<typeof MarkAllThreadsRead>;

export const PreviewPost = z.strictObject({ markdown: z.string().max(POST_LIMIT, { error: tooLong }) });
export type PreviewPost = z.infer<typeof PreviewPost>;

const After = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const CountNewPosts = z.strictObject({ thread: Id, after: After });
export type CountNewPosts = z.infer<typeof CountNewPosts>;
export const CountNewThreads = z.strictObject({ after: After });
export type CountNewThreads = z.infer<typeof CountNewThreads>;

/** Which threads a list shows. Made from an address, so that anything odd in it means "all". */
export const ThreadFilter = z.object({
  lesson: LessonSlug.nullable().catch(null).default(null),
  passage: PassageKey.nullable().catch(null).default(null),
  show: z.enum(SHOWS).catch('all').default('all'),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type ThreadFilter = z.infer<typeof ThreadFilter>;
