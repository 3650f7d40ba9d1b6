import type { CoursePackage, LessonText } from '../package';
import { hasEntry, placeOf } from '../package';
import { shown, type Tell } from '../problem';
import { at } from '../read/check-shape';
import type { Path, YamlText } from '../read/yaml-text';

/** Names of things that do not exist: lessons, objectives, paragraphs, records, lanes, events, passages. */
export function checkReferences(course: CoursePackage, tell: Tell): void {
  checkParts(course, tell);
  const objectives = new Set(course.course.objectives.map(({ id }) => id));
  const noObjective = 'Name an objective of course.yaml.';
  for (const lesson of course.lessons) {
    lesson.objectives.forEach((id, i) => {
      if (!objectives.has(id)) tell(inHead(lesson, ['objectives', i]), `the objective ${id}`, noObjective);
    });
    checkOrigins(course, lesson, tell);
  }
  for (const question of course.questions) {
    if (question.objective !== null && !objectives.has(question.objective)) {
      tell(placeOf(question, 'objective'), `the objective ${question.objective}`, noObjective);
    }
    question.cites.forEach((id, i) => {
      if (!course.given.has(id))
        tell(placeOf(question, 'cites', i), `a citation of ${id}`, 'Cite a passage that exists.');
    });
  }
  checkTimeline(course, tell);
  for (const yaml of Object.values(course.referenceYaml)) checkCites(course, yaml, tell);
}

const inHead = ({ file, yaml }: LessonText, path: Path) => ({ file, line: yaml.lineOf(path) });

function checkParts({ course, courseYaml, lessons, given }: CoursePackage, tell: Tell): void {
  const seen = new Set<string>();
  course.parts.forEach((part, i) => {
    part.lessons.forEach((id, j) => {
      const place = { file: 'course.yaml', line: courseYaml.lineOf(['parts', i, 'lessons', j]) };
      if (seen.has(id))
        tell(place, `the lesson ${id} a second time`, 'A lesson belongs to one part: take it out here.');
      else if (!given.has(id)) {
        tell(place, `the lesson ${id}`, 'Write it (a file in lessons/ with this id), or take it out.');
      }
      seen.add(id);
    });
  });
  for (const lesson of lessons) {
    if (!seen.has(lesson.id))
      tell(inHead(lesson, ['id']), `the lesson ${lesson.id}, in no part`, 'Put it into a part in course.yaml.');
  }
}

function outOfRange({ course: { source } }: CoursePackage, n: number): string | null {
  if (!source) return 'This course names no source article: use record or own, or describe the article in course.yaml.';
  return n >= 1 && n <= source.paragraphs ? null : `The article has ¶1 to ¶${source.paragraphs}.`;
}

function checkOrigins(course: CoursePackage, lesson: LessonText, tell: Tell): void {
  lesson.from.forEach((n, i) => {
    const advice = outOfRange(course, n);
    if (advice) tell(inHead(lesson, ['from', i]), `the paragraph ¶${n}`, advice);
  });
  for (const block of lesson.blocks) {
    if (block.kind === 'heading') continue;
    for (const n of block.origin.source) {
      const advice = outOfRange(course, n);
      if (advice) tell(block.place, `the paragraph ¶${n}`, advice);
    }
    for (const id of block.origin.record) {
      if (!hasEntry(course, 'record', id))
        tell(block.place, `the record ${shown(id)}`, 'Name an entry of record.yaml.');
    }
    if (block.body.kind !== 'figure') continue;
    const { figure, yaml } = block.body;
    checkCites(course, yaml, tell);
    if (figure.kind !== 'timeline') continue;
    const { lanes, events } = course.timeline;
    const place = (...path: Path) => ({ file: lesson.file, line: yaml.lineOf(path) });
    figure.lanes.forEach((id, i) => {
      if (!Object.hasOwn(lanes, id)) tell(place('lanes', i), `the lane ${shown(id)}`, 'Name a lane of timeline.yaml.');
    });
    figure['leave-out'].forEach((id, i) => {
      if (!Object.hasOwn(events, id))
        tell(place('leave-out', i), `the event ${shown(id)}`, 'Name an event of timeline.yaml.');
    });
    if (figure.from > figure.to) tell(place('from'), `from ${figure.from} to ${figure.to}`, 'Exchange from and to.');
  }
}

/** Paragraphs out of range wherever a `cite` or `source` stands in YAML. */
function checkCites(course: CoursePackage, yaml: YamlText, tell: Tell): void {
  for (const { path, text, line } of yaml.texts()) {
    if (path.at(-1) !== 'cite' && path.at(-1) !== 'source') continue;
    for (const [, digits = ''] of text.matchAll(/¶(\d+)/g)) {
      const advice = outOfRange(course, Number(digits));
      if (advice) tell({ file: yaml.file, line: line(1) }, `the paragraph ¶${digits}`, advice);
    }
  }
}

function checkTimeline(course: CoursePackage, tell: Tell): void {
  const { timeline } = course;
  const yaml = course.referenceYaml.timeline;
  if (!yaml) return;
  for (const [id, event] of Object.entries(timeline.events)) {
    const place = (name: string) => ({ file: yaml.file, line: yaml.lineOf(['events', id, name]) });
    if (!Object.hasOwn(timeline.lanes, event.lane))
      tell(place('lane'), `the lane ${shown(event.lane)}`, 'Name one of the lanes.');
    if (event.record !== undefined && !hasEntry(course, 'record', event.record)) {
      tell(place('record'), `the record ${shown(event.record)}`, 'Name an entry of record.yaml.');
    }
    if (event.until !== undefined && event.until < event.date)
      tell(place('until'), `until ${event.until}`, 'It ends before it begins.');
    if (at(yaml.value, ['events', id, 'source']) === undefined && event.record === undefined) {
      tell(
        place('date'),
        `the event ${id} without a source`,
        'Say where it comes from: source: "¶3" or record: an-id.',
      );
    }
  }
}
