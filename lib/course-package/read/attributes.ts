import type { PassageOrigin } from '@/lib/lessons/schema';
import { type Place, shown, type Tell } from '../problem';
import { ENTRY, idAdvice, idPattern } from './fields';

/** A passage's id and origin, as its attribute line says. */
export interface Attributes {
  readonly id: string;
  readonly origin: PassageOrigin;
}

export const isAttributeLine = (line: string): boolean => /^\{[^{}]*\}\s*$/.test(line);

const ORIGIN_ADVICE = 'Say where the statement comes from: source="¶3", record="an-id" or own.';

/** Reads `{#p-k3f9 source="¶3" record="id" own background}`; null where there is no id to hold on to. */
export function readAttributes(line: string, place: Place, tell: Tell): Attributes | null {
  let rest = line.trim().slice(1, -1).trim();
  let id: string | null = null;
  const origin = { source: [] as number[], record: [] as string[], own: false, background: false };
  let unread = false;
  while (rest !== '') {
    const [taken, hash, name, value] = /^(?:#([^\s"]*)|([a-z-]+)(?:="([^"]*)")?)(?:\s+|$)/.exec(rest) ?? [];
    if (taken === undefined) {
      tell(
        place,
        `an attribute line with ${shown(rest)}`,
        'Write it like {#p-k3f9 source="¶3, ¶4" record="an-id" own}.',
      );
      unread = true;
      break;
    }
    rest = rest.slice(taken.length);
    if (hash !== undefined) {
      if (!idPattern('p').test(hash)) tell(place, `the id ${shown(hash)}`, idAdvice('p'));
      else id = hash;
    } else if (name === 'source' && value !== undefined) {
      if (!/^¶\d{1,4}(?:,\s*¶\d{1,4})*$/.test(value)) {
        tell(place, `source=${shown(value)}`, 'Write paragraphs of the article as source="¶3, ¶4".');
        unread = true;
      } else origin.source.push(...value.split(',').map((each) => Number(each.trim().slice(1))));
    } else if (name === 'record' && value !== undefined) {
      const ids = value.split(',').map((each) => each.trim());
      for (const each of ids) {
        if (ENTRY.test(each)) origin.record.push(each);
        else {
          tell(place, `record=${shown(value)}`, 'Write ids of record.yaml, such as record="treaty-1965".');
          unread = true;
        }
      }
    } else if (name === 'own' && value === undefined) origin.own = true;
    else if (name === 'background' && value === undefined) origin.background = true;
    else {
      tell(
        place,
        `the attribute ${shown(taken.trim())}`,
        'Attributes are #p-…, source="¶3", record="id", own, background.',
      );
      unread = true;
    }
  }
  const hasId = /#/.test(line);
  if (!hasId) tell(place, 'a passage without an id', idAdvice('p'));
  if (!unread && origin.source.length + origin.record.length === 0 && !origin.own) {
    tell(place, 'a passage that does not say where it comes from', ORIGIN_ADVICE);
  }
  return id === null ? null : { id, origin };
}
