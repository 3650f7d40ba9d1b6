'use server';

import { visitorAction } from '@/lib/doors/actions';
import { resetPasswordHere } from '@/lib/doors/sessions';
import { ResetPassword } from '@/lib/people/schema';

export const resetPassword = visitorAction(ResetPassword, resetPasswordHere);
