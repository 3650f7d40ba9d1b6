'use server';

import { viewerAction } from '@/lib/doors/actions';
import { changePasswordHere, signOutEverywhereHere } from '@/lib/doors/sessions';
import { changeProfile as changeProfileCommand } from '@/lib/people/account';
import { ChangePassword, ChangeProfile, Nothing } from '@/lib/people/schema';

export const changeProfile = viewerAction(ChangeProfile, changeProfileCommand);
export const changePassword = viewerAction(ChangePassword, changePasswordHere);
export const signOutEverywhere = viewerAction(Nothing, signOutEverywhereHere);
