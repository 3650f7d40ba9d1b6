'use client';

import {
  cloneElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Icon } from './icon';

interface TriggerProps {
  onClick?: (event: MouseEvent) => void;
  'aria-haspopup'?: 'dialog';
}

interface DialogProps {
  /** The button that opens it, and gets the focus back. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  /** What stands in it; a function is given `close`. Anything with `data-dialog-close` closes it too. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A modal dialog: the browser's own `<dialog>`, which holds the focus, makes the rest inert, closes on Esc and gives the
 * focus back. On a phone it comes up from the foot of the screen. What stands in it is made when it is first opened.
 */
export function Dialog({ trigger, title, description, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(0);
  const id = useId();
  useEffect(() => {
    if (opened > 0) box.current?.showModal();
  }, [opened]);
  const close = () => box.current?.close();
  const opener = cloneElement(trigger, {
    'aria-haspopup': 'dialog',
    onClick: (event: MouseEvent) => {
      trigger.props.onClick?.(event);
      if (!event.defaultPrevented) setOpened(opened + 1);
    },
  });
  function onPress(event: MouseEvent<HTMLDialogElement>) {
    const at = event.target as Element;
    // A press on the dialog element itself is one on its backdrop: everything within lies in the inner box.
    if (at === event.currentTarget || at.closest('[data-dialog-close]')) close();
  }
  return (
    <>
      {opener}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Esc, which the browser handles */}
      <dialog
        ref={box}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-why` : undefined}
        onClick={onPress}
        className="dialog floating"
      >
        {opened > 0 ? (
          <div className="p-5 sm:p-6">
            <div className="flex items-start justify-between gap-4">
              <h2 id={`${id}-title`} className="font-serif text-h3">
                {title}
              </h2>
              <button
                type="button"
                data-dialog-close
                aria-label="Close"
                className="-me-2 -mt-1 grid size-11 shrink-0 place-items-center rounded-sm text-ink-2 hover:bg-sunken"
              >
                <Icon name="close" />
              </button>
            </div>
            {description ? (
              <p id={`${id}-why`} className="mt-1 text-ink-2 text-ui">
                {description}
              </p>
            ) : null}
            <div className="mt-4">{typeof children === 'function' ? children(close) : children}</div>
          </div>
        ) : null}
      </dialog>
    </>
  );
}
