import { escapeHtml } from '@/lib/passages/escape-html';
import { withQuotesSet } from '@/lib/passages/set-quotes';
import type { FigureOf } from '../read/figure';
import { citeHtml, recordLink, type Scope, wordsHtml } from '../render/scope';
import { isWithin, spanInWords, yearsOf } from './dates';
import { short } from './frame';
import { placeEvents } from './place-events';

/** Lanes with numbered dots on one axis, and the events in order as a list; the drawing is for the eye alone. */
export function renderTimeline({ lanes, from, to, 'leave-out': without }: FigureOf<'timeline'>, scope: Scope): string {
  const { timeline } = scope.course;
  const shownLanes = lanes.filter((id) => Object.hasOwn(timeline.lanes, id));
  const events = Object.entries(timeline.events)
    .map(([id, event]) => ({ id, ...event }))
    .filter(({ id, lane }) => shownLanes.includes(lane) && !without.includes(id))
    .filter(({ date, until }) => isWithin(date, until, from, to))
    .sort((a, b) => yearsOf(a.date) - yearsOf(b.date));
  const laneName = (lane: string) => escapeHtml(withQuotesSet(timeline.lanes[lane] ?? lane));
  const { axis, placed } = placeEvents(events, from, to);

  const drawn = shownLanes.map((lane) => {
    const dots = events.flatMap((event, i) => {
      const { x = 0, width = 0, row = 0 } = placed[i] ?? {};
      if (event.lane !== lane) return [];
      const bar =
        width > 1 ? `<span class="tl-bar" style="--x:${short(x)}%;--w:${short(width)}%;--row:${row}"></span>` : '';
      return [`${bar}<span class="tl-dot" style="--x:${short(x)}%;--row:${row}">${i + 1}</span>`];
    });
    const rows = 1 + Math.max(0, ...events.flatMap((event, i) => (event.lane === lane ? [placed[i]?.row ?? 0] : [])));
    return (
      `<div class="tl-lane"><span class="tl-name">${laneName(lane)}</span>` +
      `<div class="tl-track" style="--rows:${rows}">${dots.join('')}</div></div>`
    );
  });
  const ticks = axis.ticks.map(({ label, x }) => `<span class="tl-tick" style="--x:${short(x)}%">${label}</span>`);
  const note = axis.isToScale ? '' : '<p class="figure-note">Crowded years are drawn wider.</p>';

  const list = events.map(
    ({ date, until, lane, title, text, source, record }, i) =>
      `<li class="tl-event"><span class="figure-n" aria-hidden="true">${i + 1}</span><div>` +
      `<p class="tl-when"><time datetime="${date}">${escapeHtml(spanInWords(date, until))}</time>` +
      `${shownLanes.length > 1 ? ` <span class="tl-where">${laneName(lane)}</span>` : ''}</p>` +
      `<p><strong>${wordsHtml(title)}</strong> ${scope.inline(text)}${citeHtml(source)}` +
      `${record === undefined ? '' : ` ${recordLink(record, scope)}`}</p></div></li>`,
  );
  return (
    `<div class="tl" aria-hidden="true">${drawn.join('')}<div class="tl-axis">${ticks.join('')}</div></div>${note}` +
    `<ol class="tl-events">${list.join('')}</ol>`
  );
}
