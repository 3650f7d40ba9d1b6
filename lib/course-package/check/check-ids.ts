import type { CoursePackage } from '../package';
import { placeOf } from '../package';
import type { Place, Tell } from '../problem';

/** Ids and addresses that occur twice: told at the second. */
export function checkIds(course: CoursePackage, tell: Tell): void {
  const objectives = course.course.objectives.map(
    ({ id }, i) => [id, { file: 'course.yaml', line: course.courseYaml.lineOf(['objectives', i, 'id']) }] as const,
  );
  const lessons = inFileOrder(course.lessons);
  const quizzes = course.quizzes;
  const ids: [string, Place][] = [
    ...objectives.map(([id, place]): [string, Place] => [id, place]),
    ...lessons.map(({ id, file, yaml }): [string, Place] => [id, { file, line: yaml.lineOf(['id']) }]),
    ...lessons.flatMap(({ blocks }) =>
      blocks.flatMap((block): [string, Place][] => (block.kind === 'passage' ? [[block.id, block.place]] : [])),
    ),
    ...course.questions.map((question): [string, Place] => [question.id, placeOf(question, 'id')]),
    ...quizzes.map(({ id, file, yaml }): [string, Place] => [id, { file, line: yaml.lineOf(['id']) }]),
  ];
  const advice = 'Give this one an id of its own (leave it out and run `course ids`).';
  tellTwice(ids, (id, first) => [`the id ${id}, which ${first.file}:${first.line} has already`, advice], tell);

  const slugAdvice = 'Give this one a slug of its own.';
  for (const list of [lessons, quizzes]) {
    const slugs = list.map(({ slug, file, yaml }): [string, Place] => [slug, { file, line: yaml.lineOf(['slug']) }]);
    tellTwice(slugs, (slug, first) => [`the slug ${slug}, which ${first.file} has already`, slugAdvice], tell);
  }
}

const inFileOrder = <T extends { readonly file: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.file < b.file ? -1 : 1));

function tellTwice(
  list: readonly [string, Place][],
  words: (name: string, first: Place) => [string, string],
  tell: Tell,
) {
  const seen = new Map<string, Place>();
  for (const [name, place] of list) {
    const first = seen.get(name);
    if (first) tell(place, ...words(name, first));
    else seen.set(name, place);
  }
}
