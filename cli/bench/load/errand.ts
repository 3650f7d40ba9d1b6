/**
 * A request as it is sent, and what its answer must be. In the body, `{{n}}` becomes the number of the request, `{{run}}` an id of
 * the errand, and `{{seen}}` the `eventId` of the last answer to this same request, as a page in a browser does.
 */
export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What `{{seen}}` is at first; its answers are JSON with an `eventId`. */
  readonly seen?: string;
  readonly status: number;
  /** Texts that stand in the body, so that an error page is never measured. */
  readonly markers: readonly string[];
  /** The start of a cookie that is set. */
  readonly setsCookie?: string;
}

/** What the load process is told. */
export interface Errand {
  readonly port: number;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly requests: readonly BenchRequest[];
  /** False where a request may be sent again and again; true where each is spent by its answer. */
  readonly once: boolean;
}

/** What came of it. Times in ms, of the measured part; `bytes` as sent, a request. */
export interface Load {
  readonly requests: number;
  /** With the warm-up. */
  readonly sent: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly bytes: number;
  /** The first wrong answer, in words. */
  readonly wrong: string | null;
  readonly wrongs: number;
}

/** From the load process to the bench. */
export type LoadMessage = { readonly kind: 'measuring' } | { readonly kind: 'done'; readonly load: Load };
