import { PageTitle } from '@/components/shell/page-title';
import { PageHead } from '@/components/ui/page-head';

const HELP = [
  {
    question: 'How do I get into a course?',
    answer:
      'With the join code or the link that your instructor gave you. Type the code on your home page, or under “Join with it” before you have an account.',
  },
  {
    question: 'What do the numbers beside the text mean?',
    answer:
      'Each passage has one, such as 2.7: lesson 2, passage 7. It is a link that you can copy. Below it stands what the passage rests on: a paragraph of the article (¶), a public record, or our own explanation.',
  },
  {
    question: 'How does a lesson count as read?',
    answer:
      'As you read, passages that stayed on the screen are marked. Without JavaScript, use “Mark as read” at the foot of the lesson.',
  },
  {
    question: 'When is an answer in a quiz saved?',
    answer:
      'As you give it, and the page says when. If the connection drops, keep working: answers wait on your device and are sent as soon as it is back. After you submit you get a receipt that you can copy.',
  },
  {
    question: 'Which score counts, and where do I see it?',
    answer:
      'The start page of each quiz says how many attempts you have and which of them counts. “Grades” in the course lists every quiz; each line opens into how its number came about.',
  },
  {
    question: 'Who sees what I write?',
    answer:
      'Threads are read by everybody in the course. Your answers and your grades are seen by you and by those who teach the course.',
  },
  {
    question: 'Times look wrong. Which zone is that?',
    answer: 'The one of your account. You can change it under “Account”.',
  },
  {
    question: 'I forgot my password.',
    answer:
      'Ask an instructor of your course, or whoever looks after this site: they can make a link with which you choose a new one.',
  },
  {
    question: 'Can I use the keyboard alone?',
    answer:
      'Yes, everywhere: Tab and Shift+Tab move, Enter follows a link, Escape closes a card. Quizzes, threads and the inbox have keys of their own, listed on the page under “Keys”.',
  },
];

export default function HelpPage() {
  return (
    <>
      <PageTitle>Help</PageTitle>
      <PageHead title="Help" />
      <dl className="max-w-read space-y-7 pb-16">
        {HELP.map(({ question, answer }) => (
          <div key={question}>
            <dt className="font-serif text-h3">{question}</dt>
            <dd className="mt-1 text-ink-2 text-ui">{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
