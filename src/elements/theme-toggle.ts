import { isTheme, themeAfter, type Theme } from './theme.ts';

const STORAGE_KEY = 'paperlight-theme';

const currentTheme = (): Theme => {
  const named = document.documentElement.dataset['theme'];
  return isTheme(named) ? named : 'system';
};

const showTheme = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

const storeTheme = (theme: Theme): void => {
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // storage is blocked or full: the choice holds for this page
  }
};

/** Turns through the themes: the system's, light, dark. The choice is kept in the browser. */
export class ThemeToggle extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    this.querySelector('button')?.addEventListener('click', () => this.#turn(), { signal });
    window.addEventListener('storage', (event) => this.#follow(event), { signal });
    this.#tell();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #turn(): void {
    const theme = themeAfter(currentTheme(), matchMedia('(prefers-color-scheme: dark)').matches);
    showTheme(theme);
    storeTheme(theme);
    this.#tell();
  }

  /** Another tab chose. */
  #follow({ key, newValue }: StorageEvent): void {
    if (key !== STORAGE_KEY && key !== null) return;
    showTheme(isTheme(newValue) ? newValue : 'system');
    this.#tell();
  }

  #tell(): void {
    const label = this.querySelector('[data-part="label"]');
    if (label !== null) label.textContent = `Colours: ${currentTheme()}`;
  }
}

if (!customElements.get('theme-toggle')) customElements.define('theme-toggle', ThemeToggle);
