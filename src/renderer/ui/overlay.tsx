import { type ReactNode, useEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { workbench } from '../data/workbench';
import { focusText } from '../editor/control';

/** A panel over the window that takes the keyboard; Escape and a click outside close it. */
export function Overlay({
  title,
  children,
  wide = false,
  quick = false,
  full = false,
  onClose = () => workbench.closeOverlay(),
}: {
  title: string;
  children: ReactNode;
  wide?: boolean;
  /** Near the top and without a visible heading, for typing and picking. */
  quick?: boolean;
  /** As large as the window lets it be. */
  full?: boolean;
  onClose?: () => void;
}) {
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => keepKeyboard(dialog.current), []);
  const close = () => {
    flushSync(onClose);
    focusText();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && close()}
      className={`overlay ${quick ? 'quick' : ''}`}
    >
      <Modal className={`modal ${wide ? 'wide' : ''} ${full ? 'full' : ''}`}>
        <Dialog ref={dialog} className="dialog" aria-label={title}>
          {!quick && (
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where what had the keyboard goes away, its dialog has it, so that Escape still closes. */
function keepKeyboard(dialog: HTMLElement | null): (() => void) | undefined {
  if (!dialog) return;
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) dialog.focus();
  });
  observer.observe(dialog, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Closes the overlay and gives the keyboard back to the text, before the next key comes. */
export function closeOverlay(): void {
  flushSync(workbench.closeOverlay);
  focusText();
}
