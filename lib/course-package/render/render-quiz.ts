import { renderBlocks } from '@/lib/passages/markdown';
import type { CoursePackage, QuizText } from '../package';
import { makeScope } from './scope';

/** What a quiz says of itself on its start page, as it is stored; '' where it says nothing. */
export const renderIntro = (
  course: CoursePackage,
  { intro }: QuizText,
  address: (id: string) => string | null,
): string => (intro === '' ? '' : renderBlocks(intro, makeScope(course, address, false).links).html);
