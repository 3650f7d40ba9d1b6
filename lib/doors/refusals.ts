import type { Enrolment } from '@/lib/authz/enrolment';
import { refuse } from '@/lib/kernel/result';

/** To somebody of the course whose role does not reach; one who teaches it is told the way. */
export const forbidden = (enrolment: Enrolment) =>
  refuse(
    'forbidden',
    enrolment.previewSince
      ? 'You see this course as a student does, and a student cannot do this. Go back to teaching first.'
      : 'Your role in this course does not allow this.',
  );
