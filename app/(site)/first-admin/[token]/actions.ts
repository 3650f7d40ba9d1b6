'use server';

import { visitorAction } from '@/lib/doors/actions';
import { makeFirstAdminHere } from '@/lib/doors/sessions';
import { MakeFirstAdmin } from '@/lib/people/schema';

export const makeFirstAdmin = visitorAction(MakeFirstAdmin, makeFirstAdminHere);
