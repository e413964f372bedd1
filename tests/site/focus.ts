import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What is wrong with the place of the focus, as a reader who has no pointer would say it; empty when nothing is. */
const faultOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'nothing has the focus';
    const name = focused.outerHTML.slice(0, 100);
    // a point of the map draws its own ring
    const marked = [focused, ...focused.children].some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    if (!marked) return `no ring around ${name}`;
    const box = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (top === null) return `out of sight: ${name}`;
    const isCovered = !focused.contains(top) && !top.contains(focused);
    return isCovered ? `${name} is covered by ${top.outerHTML.slice(0, 100)}` : '';
  });

/** The focus is somewhere, in sight, and has a ring. */
export const expectSeen = async (page: Page): Promise<void> => {
  // a scroll to the focus is painted with the next frame
  await expect.poll(() => faultOfFocus(page)).toBe('');
};

const MOST_STOPS = 60;

/** Goes on by Tab until the focus is on what `selector` means, and sees it at every stop. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    await expectSeen(page);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} is not reached`);
};
