import { describe, expect, test } from 'vitest';
import { THEMES, themeAfter, type Theme } from './theme.ts';

describe.each([true, false])('when the system is dark: %s', (isSystemDark) => {
  const shownAs = (theme: Theme) =>
    theme === 'system' ? (isSystemDark ? 'dark' : 'light') : theme;

  test('the first press away from the system’s theme can be seen', () =>
    expect(shownAs(themeAfter('system', isSystemDark))).not.toBe(shownAs('system')));

  test.each(THEMES)('three presses pass every theme and return to %s', (start) => {
    const passed = [start];
    for (let press = 0; press < 3; press += 1)
      passed.push(themeAfter(passed.at(-1) ?? start, isSystemDark));
    expect(passed.at(-1)).toBe(start);
    expect(new Set(passed).size).toBe(THEMES.length);
  });
});
