import { recordAct } from '@/lib/audit/record-act';
import type { EnrolmentAs } from '@/lib/authz/enrolment';
import type { Ctx } from '@/lib/kernel/ctx';
import { done, type Result } from '@/lib/kernel/result';
import { inTransaction } from '@/lib/kernel/transaction';
import { notifyCourse } from '@/lib/notifications/notify-course';
import { type Opened, openingIds, openThread } from './open-thread';
import type { CreateAnnouncement } from './schema';

/** Pins a thread at the head of the course's talk and tells everybody in the course. Sent twice, it is announced once. */
export async function createAnnouncement(
  ctx: Ctx,
  me: EnrolmentAs<'instructor'>,
  input: CreateAnnouncement,
): Promise<Result<Opened>> {
  return inTransaction(ctx, async (ctx) => {
    const ids = openingIds(me, input);
    const isNew = await openThread(ctx, me, { ...input, kind: 'announcement', lessonId: null, anchorId: null });
    if (isNew) {
      await notifyCourse(ctx, { courseId: me.courseId, except: me.enrolmentId, ...ids });
      await recordAct(ctx, {
        act: 'thread.announced',
        actorId: me.personId,
        courseId: me.courseId,
        subject: { type: 'thread', id: ids.threadId },
      });
    }
    return done(ids);
  });
}
