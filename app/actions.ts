'use server';

import { visitorAction } from '@/lib/doors/actions';
import { signOutHere } from '@/lib/doors/sessions';
import { ChooseTheme, chooseTheme as chooseThemeCommand } from '@/lib/doors/theme';
import { Nothing } from '@/lib/people/schema';

export const chooseTheme = visitorAction(ChooseTheme, chooseThemeCommand);
export const signOut = visitorAction(Nothing, signOutHere);
