const OPEN_AFTER = 150;
const CLOSE_AFTER = 300;
const LINK = 'a[data-card]';

interface Shown {
  readonly link: HTMLElement;
  readonly card: HTMLElement;
  /** Opened by a press: it stays until Esc, a press elsewhere or on its link. */
  pinned: boolean;
}

/**
 * Shows the cards at the foot of the page (glossary, cast, record) beside the words that link to them: on hover, on focus and
 * on a press; with Esc away; and staying while the pointer is on them (WCAG 1.4.13). Returns what stops it.
 */
export function showCards(): () => void {
  let shown: Shown | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Giving the focus back to a link must not open the card that was just sent away.
  let givingBack = false;
  const ended = new AbortController();
  const on = <K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void) =>
    document.addEventListener(type, listener, { signal: ended.signal });
  const linkAt = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>(LINK) : null);
  const inCard = (target: EventTarget | null) => target instanceof Node && !!shown?.card.contains(target);
  const soon = (work: () => void, after: number) => {
    clearTimeout(timer);
    timer = setTimeout(work, after);
  };

  function close(): void {
    clearTimeout(timer);
    if (!shown) return;
    const { link, card } = shown;
    shown = null;
    if (card.contains(document.activeElement)) {
      givingBack = true;
      link.focus();
      givingBack = false;
    }
    link.removeAttribute('aria-describedby');
    card.remove();
  }

  function open(link: HTMLElement, pinned: boolean): void {
    if (shown?.link === link) {
      shown.pinned ||= pinned;
      return;
    }
    close();
    const card = cardFor(link);
    if (!card) return;
    link.setAttribute('aria-describedby', card.id);
    // Right behind its link, so that the keyboard comes to it next.
    link.after(card);
    card.showPopover?.();
    place(card, link);
    shown = { link, card, pinned };
  }

  on('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const link = linkAt(event.target);
    if (link) soon(() => open(link, false), OPEN_AFTER);
    else if (inCard(event.target)) clearTimeout(timer);
    else if (shown && !shown.pinned) soon(close, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  on('focusin', (event) => {
    if (givingBack) return;
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible')) {
      open(link, false);
      if (shown) uncover(shown);
    } else if (!inCard(event.target) && event.target !== shown?.link) close();
  });
  on('click', (event) => {
    const link = linkAt(event.target);
    if (!link) {
      if (shown && !inCard(event.target)) close();
      return;
    }
    if (event.metaKey || event.ctrlKey || event.shiftKey || !document.getElementById(link.dataset.card ?? '')) return;
    event.preventDefault();
    if (shown?.link === link && shown.pinned) close();
    else open(link, true);
    if (shown) uncover(shown);
  });
  on('keydown', (event) => {
    if (event.key === 'Escape' && shown) close();
  });
  return () => {
    close();
    ended.abort();
  };
}

/** A copy of the card at the foot of the page, to float. Null where the page has none. */
function cardFor(link: HTMLElement): HTMLElement | null {
  const kept = document.getElementById(link.dataset.card ?? '');
  if (!kept) return null;
  const card = document.createElement('span');
  card.id = 'lesson-card';
  card.className = 'lesson-card-popover floating';
  card.popover = 'manual';
  card.append(...Array.from(kept.childNodes, (node) => node.cloneNode(true)));
  for (const element of card.querySelectorAll('[id]')) element.removeAttribute('id');
  return card;
}

const MARGIN = 12;
const isNarrow = (): boolean => window.innerWidth < 640;

/** The last of the boxes of a link that runs over two lines: there reading goes on. */
function endOf(link: HTMLElement): DOMRect {
  const boxes = link.getClientRects();
  return boxes[boxes.length - 1] ?? link.getBoundingClientRect();
}

/** At the foot of a narrow screen a card may lie over the very words it explains: then the page moves up by that much. */
function uncover({ link, card }: Pick<Shown, 'link' | 'card'>): void {
  const covered = endOf(link).bottom + MARGIN - card.getBoundingClientRect().top;
  if (isNarrow() && covered > 0) window.scrollBy({ top: covered, behavior: 'instant' });
}

/** Below its link, or above where there is more room; on a phone at the foot of the screen (by its style sheet). */
function place(card: HTMLElement, link: HTMLElement): void {
  if (isNarrow()) return;
  const at = endOf(link);
  const { width, height } = card.getBoundingClientRect();
  const below = window.innerHeight - at.bottom;
  const top = below > height + MARGIN || below > at.top ? at.bottom + 6 : at.top - height - 6;
  const left = Math.min(Math.max(MARGIN, at.left - 8), document.documentElement.clientWidth - width - MARGIN);
  card.style.insetBlockStart = `${top + window.scrollY}px`;
  card.style.insetInlineStart = `${left}px`;
}
