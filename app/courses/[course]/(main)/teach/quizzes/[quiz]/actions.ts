'use server';

import { changeQuizSettings as changeQuizSettingsCommand } from '@/lib/attempts/change-quiz-settings';
import { grantExtension as grantExtensionCommand } from '@/lib/attempts/grant-extension';
import { courseAction } from '@/lib/doors/actions';
import { ExtensionForm, SettingsForm } from '@/lib/quizzes/read-forms';

export const changeQuizSettings = courseAction(['instructor'], SettingsForm, changeQuizSettingsCommand);
export const grantExtension = courseAction(['instructor'], ExtensionForm, grantExtensionCommand);
