import type { Ctx } from '@/lib/kernel/ctx';
import { reAnchor } from '@/lib/passages/re-anchor';
import type { Tally } from './report';

/** Says of each anchor of a lesson where it stands in the version just made: found, moved or lost. */
export async function resolveAnchors(
  { db }: Ctx,
  lessonId: string,
  lessonVersionId: string,
  passages: readonly { readonly passageId: string; readonly text: string }[],
  wrote: Tally,
): Promise<void> {
  const anchors = await db.anchor.findMany({ where: { lessonId } });
  const rows = anchors.map((anchor) => ({ anchorId: anchor.id, lessonVersionId, ...reAnchor(anchor, passages) }));
  await db.anchorResolution.createMany({ data: rows });
  wrote.anchorsMoved += rows.filter(({ state }) => state === 'moved').length;
  wrote.anchorsLost += rows.filter(({ state }) => state === 'lost').length;
}
