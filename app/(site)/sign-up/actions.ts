'use server';

import { visitorAction } from '@/lib/doors/actions';
import { signUpHere } from '@/lib/doors/sessions';
import { SignUp } from '@/lib/people/schema';

export const signUp = visitorAction(SignUp, signUpHere);
