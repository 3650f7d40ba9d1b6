import type { Enrolment } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result } from '@/lib/kernel/result';
import { renderPost } from '@/lib/passages/markdown';
import type { PreviewPost } from './schema';

/** What a post would look like: through the same renderer that stores it, so that the two cannot differ. Writes nothing. */
export async function previewPost(_ctx: Ctx, _me: Enrolment, input: PreviewPost): Promise<Result<{ html: string }>> {
  return done({ html: renderPost(input.markdown) });
}
