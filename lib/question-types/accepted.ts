import type { z } from 'zod';
import type { Rich } from './inline';
import { feedbackOf } from './options';

/** What number and short text share: a list of accepted responses, some for part of the points, and of known misreadings. */

interface Rule {
  readonly fraction?: number;
  readonly feedback?: string;
  readonly feedbackHtml?: string;
}

interface Rules<A extends Rule, M extends Rule> {
  readonly accept: readonly A[];
  readonly misreadings?: readonly M[];
}

/** The rule that a response falls under. `id` is its kind and place, as in `accept-1`: rules have no ids of their own. */
export interface Matched<T> {
  readonly id: string;
  readonly rule: T;
  readonly fraction: number;
}

/** The best-paid accepted rule that matches (the first of equals), else the first misreading that does, else null. */
export function matchRule<A extends Rule, M extends Rule>(
  rules: Rules<A, M>,
  matches: (rule: A | M) => boolean,
): Matched<A | M> | null {
  let best: Matched<A | M> | null = null;
  rules.accept.forEach((rule, i) => {
    const fraction = rule.fraction ?? 1;
    if (fraction > (best?.fraction ?? 0) && matches(rule)) best = { id: `accept-${i + 1}`, rule, fraction };
  });
  if (best) return best;
  const place = rules.misreadings?.findIndex(matches) ?? -1;
  const misread = rules.misreadings?.[place];
  return misread ? { id: `misreading-${place + 1}`, rule: misread, fraction: 0 } : null;
}

/** Accepted rules, best-paid first. */
export function bestFirst<A extends Rule>(accept: readonly A[]): A[] {
  return [...accept].sort((a, b) => (b.fraction ?? 1) - (a.fraction ?? 1));
}

/** Accepted rules that earn all points. */
export function fullyAccepted<A extends Rule>(accept: readonly A[]): A[] {
  return accept.filter((rule) => (rule.fraction ?? 1) === 1);
}

/** Reports a list in which nothing earns all points. */
export function checkSomethingEarnsAll(accept: readonly Rule[], ctx: z.RefinementCtx): void {
  if (fullyAccepted(accept).length > 0) return;
  const message = 'Nothing earns all points. Leave out the fraction of the best response.';
  ctx.addIssue({ code: 'custom', path: ['accept'], message });
}

/** Content with `feedbackHtml` set by a renderer wherever there is feedback. */
export function renderRules<A extends Rule, M extends Rule, C extends Rules<A, M>>(
  content: C,
  render: (markdown: string) => string,
): C {
  const rendered = <T extends Rule>(list: readonly T[]) =>
    list.map((rule) => (rule.feedback === undefined ? rule : { ...rule, feedbackHtml: render(rule.feedback) }));
  return {
    ...content,
    accept: rendered(content.accept),
    ...(content.misreadings ? { misreadings: rendered(content.misreadings) } : {}),
  };
}

/** The feedback of the rule that matched, as a view receives it. */
export function feedbackOfRule(matched: Matched<Rule> | null): { feedback: Rich } | Record<never, never> {
  return matched ? feedbackOf(matched.rule) : {};
}
