import { questionType, type TypeName } from '@/lib/question-types/registry';
import { NEVER, SECRET } from './canary-words';

interface Rule {
  text?: string;
  value?: number;
  from?: number;
  to?: number;
  tolerance?: number;
  feedback?: string;
}

interface Content {
  options?: { id: string; feedback?: string }[];
  entries?: { id: string; feedback?: string }[];
  key?: string | string[];
  accept?: Rule[];
  misreadings?: Rule[];
}

/** Puts a word or number found nowhere else in every secret field of a question. Throws where one is left without. */
export function plantCanaries(type: TypeName, content: unknown, index: number): unknown {
  const planted = content as Content;
  const name = (id: string): string => `cnry-${index}-${id}`;
  for (const each of [...(planted.options ?? []), ...(planted.entries ?? [])]) {
    each.feedback = `CNRY-feedback-${index}-${each.id}`;
    each.id = name(each.id);
  }
  if (planted.key) planted.key = Array.isArray(planted.key) ? planted.key.map(name) : name(planted.key);
  for (const [list, rules, base] of [
    ['accepted', planted.accept, 987_654_321.125],
    ['misreading', planted.misreadings, 787_654_321.125],
  ] as const) {
    for (const [i, rule] of (rules ?? []).entries()) {
      if (rule.text !== undefined) rule.text = `CNRY-${list}-${i}`;
      if (rule.value !== undefined) rule.value = base + 10 * i;
      if (rule.from !== undefined) Object.assign(rule, { from: base + 10 * i, to: base + 10 * i + 0.5 });
      if (rule.tolerance !== undefined) rule.tolerance = 0.015625;
      rule.feedback = `CNRY-feedback-${index}-${list}-${i}`;
    }
  }
  const bare = bareLeaves(planted, '').filter((path) => !questionType(type).openPaths.includes(path));
  if (bare.length > 0) throw new Error(`${type}: ${bare.join(', ')} would travel unseen`);
  return planted;
}

/** Paths of texts and numbers without a canary. What a rule earns, and how letters are read, tells nothing alone. */
function bareLeaves(value: unknown, path: string): string[] {
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([name, child]) =>
      bareLeaves(child, `${path}${path && '.'}${Array.isArray(value) ? '*' : name}`),
    );
  }
  if (typeof value === 'boolean' || /(?:^|\.)(?:fraction|case)$/.test(path)) return [];
  return String(value).search(new RegExp(`${NEVER.source}|${SECRET.source}`)) < 0 ? [path] : [];
}
