'use server';

import { courseAction } from '@/lib/doors/actions';
import { issueResetLink as issueResetLinkCommand } from '@/lib/people/reset-password';
import {
  bringBack as bringBackCommand,
  changeRole as changeRoleCommand,
  invite as inviteCommand,
  removeFromCourse as removeFromCourseCommand,
  setJoining as setJoiningCommand,
} from '@/lib/people/roster';
import { ChangeRole, Invite, OneEnrolment, SetJoining } from '@/lib/people/schema';

export const invite = courseAction(['instructor'], Invite, inviteCommand);
export const setJoining = courseAction(['instructor'], SetJoining, setJoiningCommand);
export const changeRole = courseAction(['instructor'], ChangeRole, changeRoleCommand);
export const removeFromCourse = courseAction(['instructor'], OneEnrolment, removeFromCourseCommand);
export const bringBack = courseAction(['instructor'], OneEnrolment, bringBackCommand);
export const issueResetLink = courseAction(['instructor'], OneEnrolment, issueResetLinkCommand);
