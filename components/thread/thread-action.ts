import type { Result } from '@/lib/kernel/result';

/** A server action of the threads as furniture uses it. */
export type ThreadAction<T> = (before: Result<unknown, string> | null, input: unknown) => Promise<Result<T, string>>;

/**
 * Calls an action without ever throwing: a lost connection becomes a refusal whose words say that what was written is kept and
 * can be sent again.
 */
export async function sent<T>(action: ThreadAction<T>, input: unknown): Promise<Result<T, string>> {
  try {
    return await action(null, input);
  } catch {
    return {
      ok: false,
      code: 'not-sent',
      message: 'Not sent: the site cannot be reached. Your words are kept; send them again when you are back online.',
    };
  }
}
