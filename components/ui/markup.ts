import Link from 'next/link';
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

// Attributes that JSX spells otherwise than HTML. What is not here is written as it is, in lower case where it is HTML's.
const SPELLED: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  strokeWidth: 'stroke-width',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  strokeDasharray: 'stroke-dasharray',
  viewBox: 'viewBox',
};
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

// Most texts hold nothing to escape, and to see that is quick.
const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
const escapeValue = (text: string): string => (/[&<>"]/.test(text) ? escapeText(text).replaceAll('"', '&quot;') : text);

type Props = Readonly<Record<string, unknown>> & {
  readonly children?: ReactNode;
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
};

/**
 * The markup of elements that nothing in the browser changes: host elements, and components that are plain functions of their
 * props. A `Link` becomes an anchor that components/shell/soft-links.tsx follows as Link would. Throws for what needs React in
 * the browser or on the server: client components, async ones, event handlers, refs.
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escapeText(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (isValidElement(node)) return ofElement(node as ReactElement<Props>);
  if (Symbol.iterator in Object(node)) {
    let all = '';
    for (const each of node as Iterable<ReactNode>) all += markup(each);
    return all;
  }
  throw new Error('Only plain elements become markup: this is a promise or a lazy part of a page.');
}

function ofElement({ type, props }: ReactElement<Props>): string {
  if (typeof type === 'string') return ofHost(type, props);
  if (type === Fragment) return markup(props.children);
  if ((type as unknown) === Link) return ofLink(props);
  if (typeof type !== 'function' || '$$typeof' in type) {
    throw new Error(`Only plain elements become markup: ${String(nameOf(type))} runs in the browser.`);
  }
  return markup((type as (props: Props) => ReactNode)(props));
}

const nameOf = (type: unknown): unknown => (type as { name?: unknown } | null)?.name ?? type;

function ofLink({ prefetch: _prefetch, scroll, ...props }: Props): string {
  return ofHost('a', { ...props, 'data-soft': scroll === false ? 'stay' : '' });
}

function ofHost(tag: string, props: Props): string {
  let attributes = '';
  for (const name in props) {
    if (name !== 'children' && name !== 'dangerouslySetInnerHTML') attributes += attribute(name, props[name]);
  }
  if (VOID.has(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${props.dangerouslySetInnerHTML?.__html ?? markup(props.children)}</${tag}>`;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const spelled = SPELLED[name] ?? name.toLowerCase();
  if (typeof value === 'boolean') {
    // aria-hidden and data-… take the words; other attributes are there or not.
    if (/^(aria|data)-/.test(spelled)) return ` ${spelled}="${value}"`;
    return value ? ` ${spelled}=""` : '';
  }
  if (typeof value === 'string' || typeof value === 'number') return ` ${spelled}="${escapeValue(String(value))}"`;
  if (name === 'style') return ` style="${escapeValue(styleOf(value as Record<string, string | number>))}"`;
  throw new Error(`Only plain elements become markup: ${name} is a ${typeof value}.`);
}

const styleOf = (style: Record<string, string | number>): string =>
  Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value}`)
    .join(';');
