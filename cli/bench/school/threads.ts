import type { ClientBase } from 'pg';
import { idOf, makeChance } from './chance';
import { lessonId, lessonVersionId, passageId } from './lessons';
import type { Member, People } from './people';
import { insertRows, type Row } from './rows';
import { SHAPE } from './shape';

export const longThreadId = idOf('thread', 0);

/** Threads on the lessons' passages, a few posts each; the first of them long: a post in four of the first level. */
export async function layThreads(client: ClientBase, { courseId, students }: People, since: Date): Promise<void> {
  const rows: Record<'anchor' | 'thread' | 'post', Row[]> = { anchor: [], thread: [], post: [] };
  for (let t = 0; t < SHAPE.threads; t++) {
    const lesson = 1 + (t % SHAPE.quizzes);
    const count = t === 0 ? SHAPE.postsOfLongThread : 2 + (t % 7);
    const at = (post: number): Date => new Date(since.getTime() + (t * 300 + post) * 60_000);
    const anchorId = idOf('thread anchor', t);
    rows.anchor.push({
      ...{
        id: anchorId,
        lesson_id: lessonId(lesson),
        passage_id: passageId(lesson, 1 + (t % SHAPE.passagesPerLesson)),
      },
      ...{ made_for_id: lessonVersionId(lesson), quote: '', prefix: '', suffix: '', start_offset: 0, end_offset: 0 },
    });
    const posts = writePosts(t, count, students, at);
    rows.thread.push({
      ...{ id: idOf('thread', t), course_id: courseId, lesson_id: lessonId(lesson), anchor_id: anchorId },
      ...{ kind: 'question', title: makeChance(t).prose(9), enrolment_id: posts[0]?.enrolment_id },
      ...{ created_at: at(0), last_post_at: at(count - 1), post_count: count },
    });
    rows.post.push(...posts);
  }
  for (const [table, of] of Object.entries(rows)) await insertRows(client, table, of);
  await client.query(
    `insert into read_state (enrolment_id, thread_id, read_at)
     select e.id, t.id, t.last_post_at - interval '30 minutes' from enrolment e cross join thread t
     where (hashtext(e.id::text || t.id::text) & 3) = 0`,
  );
}

function writePosts(thread: number, count: number, students: readonly Member[], at: (post: number) => Date): Row[] {
  const chance = makeChance(5_000 + thread);
  let firstLevel: string | null = null;
  return Array.from({ length: count }, (_, n) => {
    const id = idOf('post', thread, n);
    const isFirstLevel = n === 0 || n % 4 === 1;
    const parentId = isFirstLevel ? null : firstLevel;
    if (n > 0 && isFirstLevel) firstLevel = id;
    const paragraphs = [chance.prose(30 + chance.below(50)), chance.prose(20)];
    return {
      ...{
        id,
        thread_id: idOf('thread', thread),
        parent_id: parentId,
        enrolment_id: chance.pick(students).enrolmentId,
      },
      ...{ markdown: paragraphs.join('\n\n'), html: paragraphs.map((each) => `<p>${each}</p>`).join('') },
      ...{ version: 1, created_at: at(n) },
    };
  });
}
