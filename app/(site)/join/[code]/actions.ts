'use server';

import { viewerAction } from '@/lib/doors/actions';
import { joinCourseHere } from '@/lib/doors/sessions';
import { JoinCourse } from '@/lib/people/schema';

export const joinCourse = viewerAction(JoinCourse, joinCourseHere);
