import { PageHead } from '@/components/ui/page-head';

export const metadata = { title: 'Help' };

const HELP = [
  {
    question: 'How do I get into a course?',
    answer: 'Sign in, then type the join code that your instructor gave you on your home page.',
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
    question: 'Can I use the keyboard alone?',
    answer: 'Yes, everywhere: Tab and Shift+Tab move, Enter follows a link, Escape closes a card.',
  },
];

export default function HelpPage() {
  return (
    <>
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
