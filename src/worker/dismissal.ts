let isDismissed = false;

/** Whether the worker has been dismissed: open pages may still ask it, and it keeps nothing for them. */
export const hasLeft = (): boolean => isDismissed;

/** From now on nothing is kept. */
export const dismiss = (): void => {
  isDismissed = true;
};
