/**
 * Whether somebody sees a thread `t`, in SQL: staff see each; a student their own, and those of everybody or of their group
 * whose opening post is not hidden (a title is part of what was hidden). Arguments are parameters ("$3"), never input.
 */
export const seenBy = (who: { me: string; group: string; staff: string }): string =>
  `(${who.staff}::boolean or t.enrolment_id = ${who.me}::uuid or (
     (t.group_id is null or t.group_id = ${who.group}::uuid)
     and (select o.hidden_at from post o where o.thread_id = t.id order by o.created_at, o.id limit 1) is null))`;
