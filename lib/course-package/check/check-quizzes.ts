import type { CoursePackage, QuizText } from '../package';
import type { Place, Tell } from '../problem';
import type { Path } from '../read/yaml-text';

/** A check asks at least so many questions. */
const LEAST_QUESTIONS = 5;

/** Whether quizzes have what they need: questions that exist, each once; checks a lesson, enough questions, and be the only one. */
export function checkQuizzes(course: CoursePackage, tell: Tell): void {
  const checks = new Map<string, Place>();
  for (const quiz of course.quizzes) {
    const place = (...path: Path): Place => ({ file: quiz.file, line: quiz.yaml.lineOf(path) });
    checkItems(quiz, course.given, place, tell);
    if (quiz.kind === 'quiz') {
      if (quiz.lesson)
        tell(place('lesson'), 'a lesson', 'Only a check belongs to a lesson: take it out, or write kind: check.');
      continue;
    }
    if (quiz.items.length < LEAST_QUESTIONS) {
      tell(place('items'), `a check of ${quiz.items.length} questions`, `Ask at least ${LEAST_QUESTIONS}.`);
    }
    if (!quiz.lesson) tell(place('kind'), 'a check without a lesson', 'Name its lesson: lesson: l-…');
    else if (!course.given.has(quiz.lesson))
      tell(place('lesson'), `the lesson ${quiz.lesson}`, 'Name a lesson that exists.');
    else {
      const other = checks.get(quiz.lesson);
      if (other)
        tell(place('lesson'), `the lesson ${quiz.lesson}, whose check is ${other.file}`, 'A lesson has one check.');
      else checks.set(quiz.lesson, place('lesson'));
    }
  }
}

function checkItems(quiz: QuizText, questions: ReadonlySet<string>, place: (...path: Path) => Place, tell: Tell): void {
  const seen = new Set<string>();
  quiz.items.forEach(({ question }, i) => {
    const here = place('items', i, 'question');
    if (!questions.has(question)) tell(here, `the question ${question}`, 'Name a question that exists.');
    else if (seen.has(question)) tell(here, `the question ${question} a second time`, 'Ask each question once.');
    seen.add(question);
  });
}
