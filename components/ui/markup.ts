import Link from 'next/link';
import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// Attributes that JSX spells otherwise than HTML, as React does. What is not here is written as it is: `colSpan` and
// `colspan` are the same to a browser.
const HYPHENED =
  words(`alignmentBaseline baselineShift clipPath clipRule colorInterpolation colorRendering dominantBaseline
  fillOpacity fillRule floodColor floodOpacity fontFamily fontSize fontStretch fontStyle fontVariant fontWeight imageRendering
  letterSpacing lightingColor markerEnd markerMid markerStart maskType paintOrder pointerEvents shapeRendering stopColor
  stopOpacity strokeDasharray strokeDashoffset strokeLinecap strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth
  textAnchor textDecoration textRendering transformOrigin unicodeBidi vectorEffect wordSpacing writingMode
  acceptCharset httpEquiv`);
const hyphened = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
const SPELLED: ReadonlyMap<string, string> = new Map([
  ...HYPHENED.map((name) => [name, hyphened(name)] as const),
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['tabIndex', 'tabindex'],
  ['autoFocus', 'autofocus'],
  ['crossOrigin', 'crossorigin'],
  ['defaultValue', 'value'],
  ['defaultChecked', 'checked'],
  ['xlinkHref', 'xlink:href'],
  ['xlinkTitle', 'xlink:title'],
  ['xmlLang', 'xml:lang'],
  ['xmlSpace', 'xml:space'],
  ['xmlnsXlink', 'xmlns:xlink'],
]);
/** Attributes that are there or not. */
const THERE = new Set(
  words(`allowFullScreen async autoFocus autoPlay checked controls default defer disabled formNoValidate hidden inert itemScope
    loop multiple muted noModule noValidate open playsInline readOnly required reversed selected capture download`),
);
/** Attributes that take `true` and `false` as words. */
const SAYS = /^(?:aria-.*|data-.*|contentEditable|spellCheck|draggable|value|focusable)$/;
const ADDRESS = new Set(['href', 'src', 'action', 'formAction', 'xlinkHref']);
// As browsers read it: control characters before and within the word count for nothing.
const SCRIPT =
  /^[\0-\x20]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;
const VOID = new Set(words('area base br col embed hr img input link meta source track wbr'));
/** What React keeps a state of, or moves into the head. */
const REACTS = new Set(words('textarea select option script style link meta base'));

// Most texts hold nothing to escape, and to see that is quick.
const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;
const escapeValue = (text: string): string => (/[&<>"]/.test(text) ? escapeText(text).replaceAll('"', '&quot;') : text);

type Props = Readonly<Record<string, unknown>> & {
  readonly children?: ReactNode;
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
};

const refuse = (why: string): never => {
  throw new Error(`Only plain elements become markup: ${why}.`);
};

/**
 * The markup of elements that nothing in the browser changes: host elements, and components that are plain functions of their
 * props. A `Link` becomes an anchor that components/shell/frame-scripts.tsx follows as Link would. Throws for what needs React in
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
  return refuse('this is a promise or a lazy part of a page');
}

function ofElement({ type, props }: ReactElement<Props>): string {
  if (typeof type === 'string') return ofHost(type, props);
  if (type === Fragment) return markup(props.children);
  if ((type as unknown) === Link) return ofLink(props);
  if (typeof type !== 'function' || '$$typeof' in type) return refuse(`${nameOf(type)} runs in the browser`);
  return markup((type as (props: Props) => ReactNode)(props));
}

/** The name of a component, of what `memo` or `forwardRef` made of one, or of one of React's own. */
function nameOf(type: unknown): string {
  const { name, render, type: inner } = (type ?? {}) as { name?: string; render?: unknown; type?: unknown };
  if (name) return name;
  return render || inner ? nameOf(render ?? inner) : typeof type === 'symbol' ? String(type) : 'a component';
}

function ofLink({ prefetch: _prefetch, scroll, replace, ...props }: Props): string {
  if (replace) refuse('a Link that replaces has no anchor that says so');
  return ofHost('a', { ...props, 'data-soft': scroll === false ? 'stay' : '' });
}

function ofHost(tag: string, props: Props): string {
  if (REACTS.has(tag)) refuse(`<${tag}> is React’s own to write`);
  let attributes = '';
  for (const name in props) {
    if (name !== 'children' && name !== 'dangerouslySetInnerHTML') attributes += attribute(name, props[name]);
  }
  if (VOID.has(tag)) return `<${tag}${attributes}>`;
  const inside = props.dangerouslySetInnerHTML?.__html ?? markup(props.children);
  // The parser drops the first line's end of a <pre>.
  return `<${tag}${attributes}>${tag === 'pre' && inside.startsWith('\n') ? '\n' : ''}${inside}</${tag}>`;
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || name.startsWith('suppress')) return '';
  const spelled = SPELLED.get(name) ?? name;
  if (typeof value === 'boolean') {
    if (SAYS.test(name)) return ` ${spelled}="${value}"`;
    return value && (THERE.has(name) || name === 'defaultChecked') ? ` ${spelled}=""` : '';
  }
  if (typeof value === 'string' || typeof value === 'number') {
    if (ADDRESS.has(name) && SCRIPT.test(String(value))) return '';
    return ` ${spelled}="${escapeValue(String(value))}"`;
  }
  if (name === 'style') {
    const style = styleOf(value as Record<string, unknown>);
    return style && ` style="${escapeValue(style)}"`;
  }
  return refuse(`${name} is a ${typeof value}`);
}

function styleOf(style: Record<string, unknown>): string {
  const said = Object.entries(style).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return said
    .map(([name, value]) => `${name.startsWith('--') ? name : hyphened(name)}:${ofStyle(name, value)}`)
    .join(';');
}

/** React gives a number its `px`, but not where it is one of forty names; here whoever writes it says its unit. */
function ofStyle(name: string, value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (value === 0 || (typeof value === 'number' && name.startsWith('--'))) return String(value);
  return refuse(`${name} in style is a ${typeof value} and no text`);
}
