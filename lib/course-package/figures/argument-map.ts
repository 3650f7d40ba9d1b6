import type { ArgumentChild, FigureOf } from '../read/figure';
import { citeHtml, type Scope } from '../render/scope';

const ROLES = { claim: 'Claim', reason: 'Reason', evidence: 'Evidence', objection: 'Objection', question: 'Question' };
const RELATIONS = { supports: 'supports', attacks: 'attacks', rebuts: 'rebuts', asks: 'asks about' };

type ArgumentNode = Omit<ArgumentChild, 'relation'> & { readonly relation?: ArgumentChild['relation'] };

/** An argument as an outline drawn as a tree: what stands under a node bears on it, and says how. */
export function renderArgumentMap({ root }: FigureOf<'argument-map'>, scope: Scope): string {
  return `<ul class="arg">${renderNode(root as ArgumentNode, '1', scope)}</ul>`;
}

function renderNode(node: ArgumentNode, number: string, scope: Scope): string {
  const { role, text, cite, strength, relation, children = [] } = node;
  const above = number.split('.').slice(0, -1).join('.');
  const bears = relation ? `, ${RELATIONS[relation]}<span class="figure-text"> ${above}</span>` : '';
  const tag = strength === 'inferred' ? ' <span class="figure-tag">inferred</span>' : '';
  const below = (children ?? []).map((child, i) => renderNode(child, `${number}.${i + 1}`, scope)).join('');
  return (
    `<li class="arg-item${relation ? ` arg-${relation}` : ''}"><div class="arg-node arg-is-${role}">` +
    `<p class="arg-head"><span class="arg-n">${number}</span> ${ROLES[role]}${bears}</p>` +
    `<p class="arg-words">${scope.inline(text)}${citeHtml(cite)}${tag}</p></div>${below ? `<ul>${below}</ul>` : ''}</li>`
  );
}
