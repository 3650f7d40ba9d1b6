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
 * props. A `Link` becomes an anchor that components/shell/soft-links.tsx follows as Link would. Throws for what needs React in
 * the browser or on the server: client components, async ones, event handlers, refs.
 */
export function markup(node: ReactNode): string {
  // Parts that are joined once: a text that grows by `+=` is a chain of pieces, and a page of them was a tenth of its memory.
  const out: string[] = [];
  write(node, out);
  return out.join('');
}

function write(node: ReactNode, out: string[]): void {
  if (node === null || node === undefined || typeof node === 'boolean') return;
  if (typeof node === 'string') out.push(escapeText(node));
  else if (typeof node === 'number' || typeof node === 'bigint') out.push(String(node));
  else if (Array.isArray(node)) for (const each of node) write(each, out);
  else if (isValidElement(node)) writeElement(node as ReactElement<Props>, out);
  else if (Symbol.iterator in Object(node)) for (const each of node as Iterable<ReactNode>) write(each, out);
  else refuse('this is a promise or a lazy part of a page');
}

function writeElement({ type, props }: ReactElement<Props>, out: string[]): void {
  if (typeof type === 'string') writeHost(type, props, out);
  else if (type === Fragment) write(props.children, out);
  else if ((type as unknown) === Link) writeLink(props, out);
  else if (typeof type !== 'function' || '$$typeof' in type) refuse(`${nameOf(type)} runs in the browser`);
  else write((type as (props: Props) => ReactNode)(props), out);
}

/** The name of a component, of what `memo` or `forwardRef` made of one, or of one of React's own. */
function nameOf(type: unknown): string {
  const { name, render, type: inner } = (type ?? {}) as { name?: string; render?: unknown; type?: unknown };
  if (name) return name;
  return render || inner ? nameOf(render ?? inner) : typeof type === 'symbol' ? String(type) : 'a component';
}

function writeLink({ prefetch: _prefetch, scroll, replace, ...props }: Props, out: string[]): void {
  if (replace) refuse('a Link that replaces has no anchor that says so');
  writeHost('a', { ...props, 'data-soft': scroll === false ? 'stay' : '' }, out);
}

function writeHost(tag: string, props: Props, out: string[]): void {
  if (REACTS.has(tag)) refuse(`<${tag}> is React’s own to write`);
  out.push(opening(tag));
  for (const name in props) {
    if (name !== 'children' && name !== 'dangerouslySetInnerHTML') writeAttribute(name, props[name], out);
  }
  out.push('>');
  if (VOID.has(tag)) return;
  const begun = out.length;
  const html = props.dangerouslySetInnerHTML?.__html;
  if (html === undefined) write(props.children, out);
  else out.push(html);
  // The parser drops the first line's end of a <pre>.
  if (tag === 'pre' && out.slice(begun).join('').startsWith('\n')) out.splice(begun, 0, '\n');
  out.push(closing(tag));
}

/** A text made of a name, made once for each: there are as many as our own elements and attributes have names. */
function once(make: (name: string) => string): (name: string) => string {
  const made = new Map<string, string>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const text = make(name);
    made.set(name, text);
    return text;
  };
}
const opening = once((tag) => `<${tag}`);
const closing = once((tag) => `</${tag}>`);
const saying = once((name) => ` ${SPELLED.get(name) ?? name}="`);

function writeAttribute(name: string, value: unknown, out: string[]): void {
  if (value === null || value === undefined || name.startsWith('suppress')) return;
  if (typeof value === 'boolean') {
    if (SAYS.test(name)) out.push(saying(name), value ? 'true"' : 'false"');
    else if (value && (THERE.has(name) || name === 'defaultChecked')) out.push(saying(name), '"');
  } else if (typeof value === 'string' || typeof value === 'number') {
    if (ADDRESS.has(name) && SCRIPT.test(String(value))) return;
    out.push(saying(name), escapeValue(String(value)), '"');
  } else if (name === 'style') {
    const style = styleOf(value as Record<string, unknown>);
    if (style) out.push(' style="', escapeValue(style), '"');
  } else {
    refuse(`${name} is a ${typeof value}`);
  }
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
