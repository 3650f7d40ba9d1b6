'use server';

import { visitorAction } from '@/lib/doors/actions';
import { EnterDemo, enterDemo as enterDemoCommand } from '@/lib/doors/demo-door';
import { signInHere } from '@/lib/doors/sessions';
import { SignIn } from '@/lib/people/schema';

export const signIn = visitorAction(SignIn, signInHere);
export const enterDemo = visitorAction(EnterDemo, enterDemoCommand);
