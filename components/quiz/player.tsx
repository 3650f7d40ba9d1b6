'use client';

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Paper } from '@/lib/attempts/schema';
import type { AnyResponse } from '@/lib/question-types/any-type';
import { placeOfKey } from '@/lib/question-types/letters';
import { keyToResponse } from '@/lib/question-types/registry-ui';
import { Countdown } from './countdown';
import { EndedPanel } from './ended-panel';
import { focusKind, type Press } from './keys';
import { PhoneBar } from './nav-sheet';
import { PlayerBar } from './player-bar';
import { QuestionNav } from './question-nav';
import { idPrefixOf, QuestionScreen } from './question-screen';
import { ReviewScreen } from './review-screen';
import { overall, statusOf } from './saving/core';
import { saveWords, timeOfDay } from './saving/words';
import { SignInAgain } from './sign-in-again';
import { secondsLeft, timeLeftSpoken } from './time-left';
import { useAnnouncer } from './use-announcer';
import { useAttempt } from './use-attempt';
import { useKept } from './use-kept';
import { useKeys } from './use-keys';
import { usePosition } from './use-position';
import { useSeen } from './use-seen';
import { WaitingBanner } from './waiting-banner';

/** More typing may follow a key press for so long before it is sent. */
const TYPING = 250;

interface Props {
  /** A `Paper` as JSON: React takes one text from the server as it is, where else it walks each option of each question twice. */
  readonly paper: string;
  /** The reader's time zone. */
  readonly zone: string;
}

/** The quiz player: one question a screen, all of them in reach, every change saved by itself. */
export function Player({ paper: json, zone }: Props) {
  const paper = useMemo((): Paper => JSON.parse(json), [json]);
  const { items, quiz, courseSlug, attemptId } = paper;
  const attempt = useAttempt(paper);
  const { saving, ended } = attempt;
  const { status, savedAt, waiting } = overall(saving);
  const announcer = useAnnouncer(status);
  const [keysOn, setKeysOn] = useKept('lectern.quiz.keys', true);
  const [position, setPosition] = usePosition(items.length);
  const seen = useSeen(attemptId, position);
  const heading = useRef<HTMLHeadingElement>(null);
  const help = useRef<HTMLButtonElement>(null);
  const timeUp = useRef(false);
  const item = items[position - 1];
  const state = item && saving.items[item.itemId];

  function go(to: number): void {
    if (to !== position) setPosition(to);
    else heading.current?.focus();
  }
  useFocusOnChange(position, heading, ended !== null);

  const next = position > 0 ? () => go(position < items.length ? position + 1 : 0) : null;
  const previous = position === 0 ? () => go(items.length) : position > 1 ? () => go(position - 1) : null;

  function answer(response: unknown): void {
    if (!item) return;
    const typing = focusKind(document.activeElement) === 'text-line';
    attempt.change(item.itemId, 'response', response, typing ? TYPING : 0);
  }
  function flag(): void {
    if (!item || !state) return;
    attempt.change(item.itemId, 'flag', !state.flagged);
    announcer.say(state.flagged ? 'Flag taken away' : 'Flagged');
  }
  function tellTime(): void {
    const left = attempt.deadlineAt && secondsLeft(attempt.clock, attempt.deadlineAt, performance.now());
    const time = typeof left === 'number' ? timeLeftSpoken(left) : 'No time limit.';
    announcer.say(`${time} ${saveWords(status, savedAt && timeOfDay(savedAt, zone)) || 'Nothing to save yet'}.`);
  }
  function choose(key: string): boolean {
    if (!item || !state) return false;
    const response = keyToResponse(item.question, state.response as AnyResponse | null, key);
    if (response === undefined) return false;
    attempt.change(item.itemId, 'response', response);
    const fields = document.querySelectorAll<HTMLInputElement>(`[id^="${idPrefixOf(item)}-option-"]`);
    fields[placeOfKey(key) ?? -1]?.focus();
    return true;
  }
  function press(pressed: Press): boolean {
    if (pressed.does === 'choose') return choose(pressed.key);
    if (pressed.does === 'flag') flag();
    else if (pressed.does === 'time') tellTime();
    else if (pressed.does === 'help') help.current?.click();
    else (pressed.does === 'next' ? next : previous)?.();
    return true;
  }
  useKeys(keysOn && !ended, press);

  function onZero(): void {
    if (timeUp.current || ended) return;
    timeUp.current = true;
    void attempt.timeUp().finally(() => {
      timeUp.current = false;
    });
  }

  const back = `/courses/${courseSlug}/quizzes/${quiz.slug}`;
  const nav = { items, states: saving.items, seen, current: position, go };
  return (
    <>
      <PlayerBar
        title={quiz.title}
        back={back}
        preview={paper.preview}
        beyond={quiz.beyond}
        ended={ended !== null}
        status={ended ? 'untouched' : status}
        savedAt={savedAt}
        zone={zone}
        keysOn={keysOn}
        setKeysOn={setKeysOn}
        helpRef={help}
        countdown={
          attempt.deadlineAt && !ended ? (
            <Countdown
              clock={attempt.clock}
              deadlineAt={attempt.deadlineAt}
              startedAt={paper.startedAt}
              onZero={onZero}
              announce={announcer.say}
            />
          ) : null
        }
      />
      {ended ? null : <WaitingBanner waiting={waiting} failing={saving.failing && saving.halt === null} />}
      <main id="main" tabIndex={-1} data-live={attempt.live || undefined} className="page-column pb-28 lg:pb-16">
        {ended ? (
          <EndedPanel
            course={courseSlug}
            quiz={quiz}
            attemptId={attemptId}
            receipt={ended.receipt}
            zone={zone}
            saved={items.map(({ itemId, position }) => ({ position, savedAt: saving.items[itemId]?.savedAt ?? null }))}
            missed={items.filter(({ itemId }) => ended.missed.includes(itemId)).map(({ position }) => position)}
          />
        ) : (
          <div className="grid gap-x-16 pt-6 sm:pt-10 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
            <div className="min-w-0">
              {item && state ? (
                <QuestionScreen
                  key={item.itemId}
                  item={item}
                  of={items.length}
                  state={state}
                  status={statusOf(saving, item.itemId)}
                  zone={zone}
                  headingRef={heading}
                  answer={answer}
                  flag={flag}
                  decide={(choice) => attempt.decide(item.itemId, choice)}
                />
              ) : (
                <ReviewScreen
                  items={items}
                  saving={saving}
                  zone={zone}
                  submitting={attempt.submitting}
                  headingRef={heading}
                  go={go}
                  submit={() => void attempt.submit()}
                />
              )}
              {position > 0 ? (
                <div className="mt-8 hidden items-center justify-between gap-3 border-line border-t pt-5 lg:flex">
                  {previous ? <Button onClick={previous}>Previous</Button> : <span />}
                  {next ? (
                    <Button variant="primary" onClick={next}>
                      {position < items.length ? 'Next' : 'Review your answers'}
                    </Button>
                  ) : null}
                </div>
              ) : null}
              <noscript>
                <Notice tone="bad" className="mt-8" title="Answering needs JavaScript">
                  <p>
                    You can read the questions by their addresses (<a href="?q=2">question 2</a>), but nothing that you
                    choose here is saved. Switch JavaScript on and reload the page.
                  </p>
                </Notice>
              </noscript>
            </div>
            <aside aria-label="All questions" className="hidden lg:block">
              <div className="sticky top-24">
                <QuestionNav {...nav} />
                <Legend />
              </div>
            </aside>
          </div>
        )}
      </main>
      {ended ? null : (
        <PhoneBar
          {...nav}
          previous={previous}
          next={next}
          nextWords={position > 0 && position === items.length ? 'Review' : 'Next'}
        />
      )}
      <p role="status" className="sr-only">
        {announcer.polite}
      </p>
      <p role="alert" className="sr-only">
        {announcer.alert}
      </p>
      <SignInAgain
        open={!ended?.receipt && (saving.halt === 'signed-out' || saving.halt === 'not-yours')}
        asSomebodyElse={saving.halt === 'not-yours'}
        waiting={waiting}
        next={back}
        resume={attempt.resume}
      />
    </>
  );
}

function Legend() {
  return (
    <p className="mt-4 text-ink-3 text-ui-s">
      Filled: answered. Outlined: seen, not answered. Dashed: not seen yet. A flag is a flag of yours. Press{' '}
      <kbd className="font-mono">?</kbd> for keys.
    </p>
  );
}

/** After a change of screen the keyboard and the screen reader begin at its head. Not at the first: nobody moved yet. */
function useFocusOnChange(position: number, heading: RefObject<HTMLElement | null>, ended: boolean): void {
  const shown = useRef(`${position} false`);
  useEffect(() => {
    const now = `${position} ${ended}`;
    if (shown.current === now) return;
    shown.current = now;
    window.scrollTo({ top: 0 });
    const target = ended ? document.querySelector<HTMLElement>('[data-focus-here]') : heading.current;
    target?.focus({ preventScroll: true });
  }, [position, ended, heading]);
}
