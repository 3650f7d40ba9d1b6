import { notFound } from 'next/navigation';
import { counted } from '@/components/quiz/quiz-words';
import { ExtensionForm } from '@/components/quiz/settings/extension-form';
import { SettingsForm } from '@/components/quiz/settings/settings-form';
import { limitWords } from '@/components/quiz/time-left';
import { PageTitle } from '@/components/shell/page-title';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { requireEnrolment } from '@/lib/doors/pages';
import { findQuizSettings, type GrantedExtension } from '@/lib/quizzes/settings';
import { changeQuizSettings, grantExtension } from './actions';

interface Props {
  readonly params: Promise<{ course: string; quiz: string }>;
}

/** What an instructor sets for a quiz: when, how often, how long, what is shown; and exceptions for one student. */
export default async function QuizSettingsPage({ params }: Props) {
  const { course, quiz } = await params;
  const { ctx, me } = await requireEnrolment(course, ['instructor']);
  const settings = await findQuizSettings(ctx, me, quiz);
  if (!settings) notFound();
  const home = `/courses/${course}`;
  return (
    <div className="pb-16">
      <PageTitle>{`Settings: ${settings.rules.title}`}</PageTitle>
      <PageHead
        title={settings.rules.title}
        crumbs={[
          { href: home, label: me.courseTitle },
          { href: `${home}/teach/quizzes`, label: 'Quizzes' },
        ]}
        standfirst={`${counted(settings.questions, 'question')}, from the course’s text. Settings here hold over what the text says.`}
        actions={
          <>
            <ButtonLink href={`${home}/quizzes/${quiz}`}>Preview this quiz</ButtonLink>
            <ButtonLink href={`${home}/teach/quizzes/${quiz}/summary`}>Summary</ButtonLink>
          </>
        }
      />
      <section aria-labelledby="settings-title">
        <h2 id="settings-title" className="mb-5 font-serif text-h2">
          Settings
        </h2>
        <SettingsForm
          quiz={quiz}
          zone={me.timeZone}
          opensAt={settings.opensAt}
          closesAt={settings.closesAt}
          rules={settings.rules}
          openAttempts={settings.openAttempts}
          action={changeQuizSettings.bind(null, course)}
        />
      </section>
      <section aria-labelledby="extensions-title" className="mt-14">
        <h2 id="extensions-title" className="mb-2 font-serif text-h2">
          For one student
        </h2>
        <p className="mb-5 max-w-3xl text-ink-2 text-ui">
          More time, another close, more attempts. A running attempt gets its new deadline within seconds; one whose
          time was up stays ended.
        </p>
        {settings.extensions.length > 0 ? (
          <ul className="mb-8 max-w-3xl border-line border-t">
            {settings.extensions.map((each) => (
              <Granted key={each.enrolmentId} granted={each} zone={me.timeZone} now={ctx.now} />
            ))}
          </ul>
        ) : null}
        {settings.students.length === 0 ? (
          <EmptyState
            title="No students yet"
            why="Invite them under People; then you can grant one of them more time."
          />
        ) : (
          <ExtensionForm
            quiz={quiz}
            zone={me.timeZone}
            students={settings.students}
            action={grantExtension.bind(null, course)}
          />
        )}
      </section>
    </div>
  );
}

function Granted({ granted, zone, now }: { granted: GrantedExtension; zone: string; now: Date }) {
  const { name, opensAt, closesAt, extraSeconds, factor, extraAttempts, reason } = granted;
  const parts = [
    extraSeconds > 0 && `${limitWords(extraSeconds)} more`,
    factor > 1 && `time × ${factor}`,
    extraAttempts > 0 && `${counted(extraAttempts, 'attempt')} more`,
  ].filter(Boolean);
  return (
    <li className="border-line border-b py-3 text-ui">
      <p>
        <span className="font-semibold">{name}</span> · {parts.join(', ') || 'other times'}
        {opensAt ? (
          <>
            {' '}
            · opens <Time at={opensAt} zone={zone} now={now} />
          </>
        ) : null}
        {closesAt ? (
          <>
            {' '}
            · closes <Time at={closesAt} zone={zone} now={now} />
          </>
        ) : null}
      </p>
      <p className="text-ink-2 text-ui-s">{reason}</p>
    </li>
  );
}
