import { z } from 'zod';
import type { AnyKeyedReview, AnyPublic, AnyReview } from '@/lib/question-types/any-type';

/**
 * How long after the deadline a save still counts, in seconds: what was on its way when time was up. It shows nowhere, and
 * the closer waits for it.
 */
export const GRACE_SECONDS = 5;

/** `ended`: time is up and the attempt waits for the closer. `submitted`: something waits for a person to grade it. */
export const ATTEMPT_PHASES = ['open', 'ended', 'submitted', 'graded'] as const;
export const AttemptPhase = z.enum(ATTEMPT_PHASES);
export type AttemptPhase = z.infer<typeof AttemptPhase>;

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'There is nothing here under this address.');
/** A row number of the log as text: it may outgrow what JSON's numbers hold. */
const eventId = z.string().regex(/^\d{1,18}$/);

export const StartAttempt = z.strictObject({ quiz: slug });
export type StartAttempt = z.infer<typeof StartAttempt>;
export const Started = z.object({ attemptId: z.uuid() });
export type Started = z.infer<typeof Started>;

/** An attempt by its id in the address: read its state, or submit it. */
export const OneAttempt = z.strictObject({ attempt: z.uuid() });
export type OneAttempt = z.infer<typeof OneAttempt>;

export const SaveResponse = z.strictObject({
  attempt: z.uuid(),
  itemId: z.uuid(),
  kind: z.enum(['response', 'flag']),
  /** One a tab; `clientSeq` counts its saves 1, 2, …, so that a repeated save is known and stored once. */
  clientId: z.uuid(),
  clientSeq: z.int().min(1).max(2_000_000_000),
  /** The last event of this item that this tab has seen; '0' for none. */
  baseSeq: eventId,
  /** A response of the question's type, or null to clear it; true or false for a flag. */
  payload: z.json(),
});
export type SaveResponse = z.infer<typeof SaveResponse>;

/** What is in the log after a save. `others`: a newer event of this item by another tab that this one had not seen. */
export const Saved = z.object({
  eventId,
  savedAt: z.iso.datetime(),
  others: z.object({ eventId, payload: z.unknown(), savedAt: z.iso.datetime() }).nullable(),
});
export type Saved = z.infer<typeof Saved>;

/** What was submitted. `receipt` is a code over all counted responses, such as 8F3K-72QM-9XTA-04BC. */
export const Receipt = z.object({
  attemptId: z.uuid(),
  submittedAt: z.iso.datetime(),
  receipt: z.string(),
  items: z.int(),
  answered: z.int(),
  endedBy: z.enum(['student', 'deadline']),
});
export type Receipt = z.infer<typeof Receipt>;

/** Where an attempt stands: what a tab asks for when it opens, wakes, or polls. Holds no question. */
export const AttemptState = z.object({
  state: AttemptPhase,
  now: z.iso.datetime(),
  deadlineAt: z.iso.datetime().nullable(),
  items: z.array(
    z.object({
      itemId: z.uuid(),
      eventId,
      payload: z.unknown(),
      savedAt: z.iso.datetime().nullable(),
      flagged: z.boolean(),
      /** The tab that gave the current response. */
      clientId: z.uuid().nullable(),
    }),
  ),
  receipt: Receipt.nullable(),
});
export type AttemptState = z.infer<typeof AttemptState>;

/** Which quiz an attempt is at. `beyond`: it belongs to a lesson that goes beyond the article. */
export interface AttemptQuiz {
  readonly slug: string;
  readonly title: string;
  readonly kind: string;
  readonly beyond: boolean;
}

/** An attempt as its student answers it. No key is in it. Times are ISO text: it goes to the browser as it is. */
export interface Paper {
  readonly attemptId: string;
  readonly courseSlug: string;
  readonly quiz: AttemptQuiz;
  readonly n: number;
  readonly preview: boolean;
  readonly state: AttemptPhase;
  readonly startedAt: string;
  readonly now: string;
  readonly deadlineAt: string | null;
  readonly receipt: Receipt | null;
  readonly items: readonly PaperItem[];
}

export interface PaperItem {
  readonly itemId: string;
  readonly position: number;
  /** Milli-points. */
  readonly points: number;
  readonly stemHtml: string;
  readonly question: AnyPublic;
  readonly response: unknown;
  readonly eventId: string;
  readonly savedAt: string | null;
  readonly flagged: boolean;
}

/** A student's own attempt, afterwards: no more than the quiz's rules show now. Points are milli-points. */
export interface Review {
  readonly attemptId: string;
  readonly quiz: AttemptQuiz;
  readonly n: number;
  readonly preview: boolean;
  readonly state: AttemptPhase;
  readonly startedAt: Date;
  readonly submittedAt: Date | null;
  readonly endedBy: 'student' | 'deadline' | null;
  readonly receipt: Receipt | null;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly scoresShown: boolean;
  readonly keyShown: boolean;
  /** A sentence saying what is not shown yet and when it will be; null where everything is shown. */
  readonly whyHidden: string | null;
  readonly items: readonly ReviewItem[];
}

export interface ReviewItem {
  readonly itemId: string;
  readonly position: number;
  readonly points: number | null;
  readonly maxPoints: number;
  readonly stemHtml: string;
  readonly review: AnyReview | AnyKeyedReview | null;
  /** The response in plain words, for where there is no `review` to show it; else '', as where there is no response. */
  readonly responseText: string;
  readonly explanationHtml: string | null;
  readonly citations: readonly CitationLink[];
  readonly savedAt: Date | null;
}

/** How much of a cited passage a review shows: the link leads to the rest. */
export const CITED_CHARACTERS = 280;

/** A passage that settles a question: "2.7", its address with the highlight, and the words meant. */
export interface CitationLink {
  readonly lessonId: string;
  /** The passage's key. */
  readonly passage: string;
  readonly label: string;
  readonly href: string;
  /** The words cited; of long ones one character more than CITED_CHARACTERS, which tells that there are more. */
  readonly quoteText: string;
}

/** One of a student's own attempts in a list. `points` is null where there is no score, or where it is not shown yet. */
export interface AttemptRow {
  readonly attemptId: string;
  readonly n: number;
  readonly state: AttemptPhase;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly submittedAt: Date | null;
  readonly endedBy: 'student' | 'deadline' | null;
  readonly points: number | null;
  readonly maxPoints: number;
  /** A sentence on why the score is not shown; null where it is. */
  readonly whyHidden: string | null;
  /** Whether the grade comes from this attempt. */
  readonly counts: boolean;
}
