'use server';

import { EVERYBODY } from '@/lib/authz/roles';
import { courseAction } from '@/lib/doors/actions';
import { markLessonRead as markLessonReadCommand } from '@/lib/progress/mark-passages-read';
import { MarkLessonRead } from '@/lib/progress/schema';

export const markLessonRead = courseAction(EVERYBODY, MarkLessonRead, markLessonReadCommand);
