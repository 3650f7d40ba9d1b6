import { visitorForm } from '@/lib/doors/forms';
import { signOutHere } from '@/lib/doors/sessions';
import { Nothing } from '@/lib/people/schema';

/** Signs this browser out, and leads home. */
export const POST = visitorForm(Nothing, signOutHere);
