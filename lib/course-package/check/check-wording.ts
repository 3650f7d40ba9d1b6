import type { CoursePackage } from '../package';
import type { Place, Tell } from '../problem';
import type { YamlText } from '../read/yaml-text';
import { runsIn } from './eight-words';
import { markedTexts } from './marked-texts';

/** Runs of eight words of the article outside quotations, wherever they stand in the course's text. */
export function checkWording(course: CoursePackage, tell: Tell): void {
  if (course.sourceHashes.size === 0) return;
  const look = (text: string, place: (line: number) => Place) => {
    for (const { word, at } of runsIn(text, course.sourceHashes)) {
      const line = text.slice(0, at).split('\n').length;
      tell(
        place(line),
        `eight words of the article: “${word}”`,
        'Say it in your own words, or quote a few words and cite the ¶.',
      );
    }
  };
  for (const { text, place } of markedTexts(course)) look(text, place);
  for (const yaml of plainTexts(course)) {
    for (const { path, text, line } of yaml.texts()) {
      if (path.at(-1) === 'role' || path.at(-1) === 'unit') look(text, (nth) => ({ file: yaml.file, line: line(nth) }));
    }
  }
}

const plainTexts = ({ referenceYaml }: CoursePackage): YamlText[] => Object.values(referenceYaml);
