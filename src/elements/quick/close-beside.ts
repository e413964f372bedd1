/**
 * Closes a dialog when the reader presses and releases beside it: a selection that only ends there closes
 * nothing.
 */
export const closeBeside = (dialog: HTMLDialogElement, signal: AbortSignal): void => {
  const isBeside = ({ clientX: x, clientY: y }: MouseEvent): boolean => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return x < left || x > right || y < top || y > bottom;
  };
  let isPressed = false;
  dialog.addEventListener('pointerdown', (event) => (isPressed = isBeside(event)), { signal });
  dialog.addEventListener(
    'click',
    (event) => {
      // the keyboard's clicks on buttons come from no place
      if (isPressed && event.target === dialog && isBeside(event)) dialog.close();
    },
    { signal },
  );
};
