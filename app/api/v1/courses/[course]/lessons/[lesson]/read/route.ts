import { EVERYBODY } from '@/lib/authz/roles';
import { courseForm } from '@/lib/doors/forms';
import { markLessonRead } from '@/lib/progress/mark-passages-read';
import { MarkLessonRead } from '@/lib/progress/schema';

/** "Mark as read" at the foot of a lesson. */
export const POST = courseForm(EVERYBODY, MarkLessonRead, markLessonRead);
