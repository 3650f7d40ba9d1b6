import type { LessonText } from '../package';
import type { Tell } from '../problem';
import { checkShape } from './check-shape';
import { readLessonBody } from './lesson-body';
import { LessonHead } from './lesson-head';
import { readYaml } from './yaml-text';

/** Front matter and body of a lesson's file; null where there is no front matter to make a lesson of. */
export function readLesson(source: string, file: string, tell: Tell): LessonText | null {
  const lines = source.split('\n');
  const close = lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line));
  if (!/^---\s*$/.test(lines[0] ?? '') || close < 0) {
    tell({ file, line: 1 }, 'a lesson without front matter', 'Begin with --- and end the front matter with ---.');
    return null;
  }
  const yaml = readYaml(lines.slice(1, close).join('\n'), file, 1, tell);
  const head = yaml && checkShape(LessonHead, yaml, [], tell);
  const blocks = readLessonBody(lines.slice(close + 1).join('\n'), file, close + 1, tell);
  return head && yaml && { ...head, file, yaml, blocks };
}
