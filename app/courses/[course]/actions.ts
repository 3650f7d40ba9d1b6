'use server';

import { EVERYBODY, STAFF } from '@/lib/authz/roles';
import { courseAction } from '@/lib/doors/actions';
import { endPreview as endPreviewCommand, startPreview as startPreviewCommand, Whereabouts } from '@/lib/doors/preview';

export const startPreview = courseAction(STAFF, Whereabouts, startPreviewCommand);
export const endPreview = courseAction(EVERYBODY, Whereabouts, endPreviewCommand);
