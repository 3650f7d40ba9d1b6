'use server';

import { StartAttempt } from '@/lib/attempts/schema';
import { EVERYBODY } from '@/lib/authz/roles';
import { courseAction } from '@/lib/doors/actions';
import { beginAttempt as beginAttemptCommand } from '@/lib/doors/begin-attempt';

export const beginAttempt = courseAction(EVERYBODY, StartAttempt, beginAttemptCommand);
