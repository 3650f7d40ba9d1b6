'use server';

import { LoadNamed, loadNamed } from '@/lib/course-package/load-named';
import { adminAction } from '@/lib/doors/actions';
import {
  assignInstructor as assignInstructorCommand,
  liftSuspension as liftSuspensionCommand,
  suspendPerson as suspendPersonCommand,
} from '@/lib/people/administer';
import { issueResetLinkAsAdmin } from '@/lib/people/reset-password';
import { AssignInstructor, OnePerson, SuspendPerson } from '@/lib/people/schema';

export const suspendPerson = adminAction(SuspendPerson, suspendPersonCommand);
export const liftSuspension = adminAction(OnePerson, liftSuspensionCommand);
export const issueResetLink = adminAction(OnePerson, issueResetLinkAsAdmin);
export const assignInstructor = adminAction(AssignInstructor, assignInstructorCommand);
export const loadCourse = adminAction(LoadNamed, loadNamed);
