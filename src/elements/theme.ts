export const THEMES = ['system', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/**
 * The theme that the next press chooses. After the system's comes its opposite, so that every press but the
 * one that returns to the system's shows.
 */
export const themeAfter = (theme: Theme, isSystemDark: boolean): Theme => {
  const step = isSystemDark ? THEMES.length - 1 : 1;
  return THEMES[(THEMES.indexOf(theme) + step) % THEMES.length] ?? 'system';
};
