'use server';

import { changeQuizSettings as changeQuizSettingsCommand } from '@/lib/attempts/change-quiz-settings';
import { grantExtension as grantExtensionCommand } from '@/lib/attempts/grant-extension';
import { courseAction } from '@/lib/doors/actions';
import { ChangeQuizSettings, GrantExtension } from '@/lib/quizzes/schema';

export const changeQuizSettings = courseAction(['instructor'], ChangeQuizSettings, changeQuizSettingsCommand);
export const grantExtension = courseAction(['instructor'], GrantExtension, grantExtensionCommand);
