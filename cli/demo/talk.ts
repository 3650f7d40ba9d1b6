/** Who writes: a student by their place in the class, or one of the staff. */
export type Author = number | 'instructor' | 'assistant' | 'student';

export interface DemoPost {
  readonly by: Author;
  /** Hours after the thread began. */
  readonly after: number;
  readonly text: string;
  /** Answers this post of the thread (0 is the opening one); left out: the opening post itself. */
  readonly to?: number;
  /** The opening post's author marks it as the answer. */
  readonly accepted?: boolean;
}

export interface DemoThread {
  /** Days after the course began. */
  readonly day: number;
  readonly by: Author;
  readonly kind: 'question' | 'discussion' | 'announcement';
  readonly title: string;
  readonly text: string;
  /** The lesson it belongs to, by position; with `passage`, the passage of it. Neither: the whole course. */
  readonly lesson?: number;
  readonly passage?: number;
  readonly posts: readonly DemoPost[];
}

/** What the class has said so far. Twelve threads; one question still waits for an answer. */
export const THREADS: readonly DemoThread[] = [
  {
    day: 0,
    by: 'instructor',
    kind: 'announcement',
    title: 'How this course works',
    text: 'Welcome. Read a lesson, take its check, and talk about what puzzled you. A check has **two attempts** and the better one counts, so a wrong answer costs nothing but a second look: follow the link to the passage and read it again.\n\nThe final opens in the last week. Questions about the text belong beside the passage they are about; everything else goes here.',
    posts: [
      { by: 6, after: 5, text: 'Do the pre-questions at the top of a lesson count for anything?' },
      {
        by: 'instructor',
        after: 6,
        to: 1,
        text: 'No. They tell you what the lesson is after. Try to answer them when you have finished it.',
      },
    ],
  },
  {
    day: 3,
    by: 14,
    kind: 'question',
    title: 'Is “nationalism” here a cause or a description?',
    lesson: 1,
    passage: 2,
    text: 'The article says that leaders let nationalism win over realism. Does it claim that nationalism *caused* the breakdown, or only that it is what we see?',
    posts: [
      {
        by: 20,
        after: 3,
        text: 'I read it as a claim about choices: leaders had interests in common and did not act on them. Nationalism names what they acted on instead.',
      },
      {
        by: 'assistant',
        after: 9,
        text: 'Look at what the passage says about “history”. The author sets it aside as the culprit. If nationalism were only a description there would be nothing to set it against.',
        accepted: true,
      },
      {
        by: 14,
        after: 10,
        to: 2,
        text: 'That helps. So the test would be whether the same history existed in better years.',
      },
    ],
  },
  {
    day: 5,
    by: 18,
    kind: 'question',
    title: 'Who was not at the table in 1965?',
    lesson: 2,
    passage: 3,
    text: 'If the states settled the claims between them, in what sense were the plaintiffs “left out”? Is that a legal point or a moral one?',
    posts: [
      {
        by: 34,
        after: 6,
        text: 'Both, I think. The treaty speaks of the two states and their nationals. Whether it could give away a claim that a person has against a company is the legal half.',
      },
      { by: 30, after: 8, to: 1, text: 'And the moral half is that nobody asked them.' },
      {
        by: 'instructor',
        after: 20,
        text: 'Keep the two apart when you write. The courts decided the legal half; what you think of the moral half does not follow from it, in either direction.',
      },
    ],
  },
  {
    day: 7,
    by: 9,
    kind: 'discussion',
    title: 'Can both readings be coherent and one still be wrong?',
    lesson: 3,
    text: 'The lesson keeps saying that each side is coherent. I worry that this is a polite way of not judging.',
    posts: [
      { by: 37, after: 2, text: 'Coherent only means that the parts fit together. A well-told alibi is coherent.' },
      { by: 0, after: 5, text: 'It is still useful. You cannot answer a case you cannot state.' },
      {
        by: 15,
        after: 7,
        to: 2,
        text: 'Then the check should ask us which premise each side would have to give up. That would be judging.',
      },
      { by: 'instructor', after: 22, to: 3, text: 'Good thought. Write that down before the final.' },
    ],
  },
  {
    day: 9,
    by: 33,
    kind: 'question',
    title: 'Why does a radar beam matter if nothing was fired?',
    lesson: 4,
    passage: 4,
    text: 'I got this one wrong in the check. I thought the danger was that the beam damages something.',
    posts: [
      {
        by: 1,
        after: 4,
        text: 'It measures where you are so that a weapon can be aimed. After that there are only two steps left.',
      },
      {
        by: 'assistant',
        after: 12,
        text: 'Exactly. And a crew cannot see from inside the aircraft how many of those steps the other side means to take.',
        accepted: true,
      },
    ],
  },
  {
    day: 10,
    by: 27,
    kind: 'discussion',
    title: 'Claim against claim: what would settle it?',
    lesson: 4,
    text: 'Both ministries published their versions. What evidence would a neutral reader ask for?',
    posts: [
      { by: 21, after: 3, text: 'The raw recording of the signal, and what else was on that frequency that day.' },
      {
        by: 3,
        after: 6,
        text: 'And the rules each crew was under. Without those we only know what happened, not what it meant.',
      },
      {
        by: 10,
        after: 30,
        text: 'Neither side could publish that without giving away how its own receivers work. So perhaps it cannot be settled in public at all.',
      },
    ],
  },
  {
    day: 12,
    by: 25,
    kind: 'question',
    title: 'The swap lapsed in 2015. Why is it in the trade lesson?',
    lesson: 5,
    passage: 7,
    text: 'It is four years before the export restrictions. Is the author saying there is one chain, or just listing economic things?',
    posts: [
      {
        by: 'instructor',
        after: 14,
        text: 'Ask what the two have in common: something both sides gained from was given up for a political reason. Does the text say that the first led to the second?',
      },
      { by: 25, after: 15, to: 1, text: 'No. It puts them side by side and leaves the arrow to me.' },
      { by: 19, after: 40, text: 'That is what I would call an inference by layout.' },
    ],
  },
  {
    day: 14,
    by: 16,
    kind: 'discussion',
    title: 'Was Washington ever a neutral broker?',
    lesson: 6,
    text: 'A broker with troops in both countries is not neutral. Does the article need it to be?',
    posts: [
      { by: 5, after: 2, text: 'It only needs it to be *present*. The complaint in the text is about an empty chair.' },
      { by: 24, after: 8, text: 'A broker with interests may even be better: both sides know what it wants.' },
      { by: 'assistant', after: 26, text: 'There is a good essay in the difference between those two answers.' },
    ],
  },
  {
    day: 16,
    by: 39,
    kind: 'question',
    title: 'Sanctions relief against the coalition: which passage says that?',
    lesson: 7,
    text: 'My review sent me back to one passage, but I think the point is made earlier as well. Can a question cite two?',
    posts: [
      {
        by: 'instructor',
        after: 5,
        text: 'Yes, and this one now does. Thank you: the first passage states it, the second says who disagreed.',
        accepted: true,
      },
    ],
  },
  {
    day: 18,
    by: 28,
    kind: 'discussion',
    title: 'China as the larger difference',
    lesson: 8,
    text: 'Of all the differences in the course this is the only one that neither capital can change by itself. Does that make it the most important?',
    posts: [
      { by: 12, after: 6, text: 'Important for how far they can go together. Less so for why they fell out in 2018.' },
      {
        by: 35,
        after: 9,
        to: 1,
        text: 'Unless the falling out was cheap *because* the larger interests had already parted.',
      },
      { by: 22, after: 31, text: 'Which is the question at the end of the article, I think.' },
    ],
  },
  {
    day: 20,
    by: 'instructor',
    kind: 'announcement',
    title: 'The final is open',
    text: 'Twenty questions from all lessons, 45 minutes, one attempt. Everything you enter is saved as you go; if the time runs out, what was saved counts.',
    posts: [
      { by: 32, after: 3, text: 'Does the clock stop when I close the page?' },
      { by: 'assistant', after: 4, to: 1, text: 'No. It runs from the moment you start until it is used up.' },
    ],
  },
  {
    day: 23,
    by: 7,
    kind: 'question',
    title: 'Does the agreement of 2024 support the article or weaken it?',
    lesson: 10,
    text: 'The defence ministries agreed on how to avoid another radar incident. One could say that it shows the shared interest was there all along, or that it took five years and two new governments. Which is it?',
    posts: [],
  },
];
