/** The field that had the focus last, and whether the reader came to it by keyboard. */
let last: { readonly id: string; readonly isKeyboard: boolean } | null = null;

/** Remembers where the reader is. Called once. */
export function watchFocus(): void {
  // A click beside every field leaves them all.
  addEventListener(
    'pointerdown',
    () => {
      last = null;
    },
    true,
  );
  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.id === '') return;
    last = { id: target.id, isKeyboard: target.matches(':focus-visible') };
  });
}

/**
 * An action that moves to another group is drawn anew there: the field that had the focus gets it
 * back. The page follows only a reader who uses the keyboard; others stay where they look.
 */
export function regainFocus(card: HTMLElement | null): void {
  if (!last || !card || document.activeElement !== document.body) return;
  const field = card.querySelector<HTMLElement>(`#${CSS.escape(last.id)}`);
  field?.focus({ preventScroll: !last.isKeyboard });
}
