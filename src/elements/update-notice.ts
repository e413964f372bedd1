import type { OfflineQuestion } from '../domain/offline-protocol.ts';
import styles from '../styles/update-notice.css?inline';

/**
 * Announces that the site has a new version, which takes over when the reader says so. A file of its own that
 * brings its styles along: by the time it is needed the site may have no other file of this version.
 */

const TAKE_OVER: OfflineQuestion = { type: 'take-over' };

const makeButton = (label: string, act: () => void): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
};

/** The reader decides when: a page never changes while it is read. */
class UpdateNotice extends HTMLElement {
  connectedCallback(): void {
    const said = document.createElement('p');
    said.role = 'status';
    this.append(
      said,
      makeButton('Load it', () => void this.#load()),
      makeButton('Later', () => this.remove()),
    );
    // a region tells of what comes into it, not of what it came with
    requestAnimationFrame(() => (said.textContent = 'A new version is here.'));
  }

  async #load(): Promise<void> {
    const { serviceWorker: workers } = navigator;
    const waiting = (await workers.getRegistration())?.waiting;
    // in another tab the reader was faster
    if (!waiting) return location.reload();
    workers.addEventListener('controllerchange', () => location.reload());
    waiting.postMessage(TAKE_OVER);
  }
}

const show = (): void => {
  if (document.querySelector('update-notice') === null)
    document.body.append(document.createElement('update-notice'));
};

if (!customElements.get('update-notice')) {
  customElements.define('update-notice', UpdateNotice);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  // said again to whoever put it off, now that this page belongs to the version before
  navigator.serviceWorker.addEventListener('controllerchange', show);
  show();
}
