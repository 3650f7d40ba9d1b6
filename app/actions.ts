'use server';

import { visitorAction } from '@/lib/doors/actions';
import { ChooseTheme, chooseTheme as chooseThemeCommand } from '@/lib/doors/theme';

export const chooseTheme = visitorAction(ChooseTheme, chooseThemeCommand);
