import type { CoursePackage } from '../package';
import type { Tell } from '../problem';
import { runsIn } from './eight-words';
import { writtenTexts } from './written-texts';

/** Runs of eight words of the article outside quotations, wherever they stand in the course's text. */
export function checkWording(course: CoursePackage, tell: Tell): void {
  if (course.sourceHashes.size === 0) return;
  for (const { text, place } of writtenTexts(course)) {
    for (const { word, at } of runsIn(text, course.sourceHashes)) {
      const line = text.slice(0, at).split('\n').length;
      tell(
        place(line),
        `eight words of the article: “${word}”`,
        'Say it in your own words, or quote a few words and cite the ¶.',
      );
    }
  }
}
