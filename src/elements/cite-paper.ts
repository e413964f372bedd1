import {
  FORMAT_FACTS,
  isCitationFormat,
  toCitationFile,
  type CitationFormat,
} from '../domain/citation-formats.ts';
import { copyStatus, copyText } from './clipboard.ts';
import { saveFile } from './save-file.ts';

/** Copies or saves the citation in the format that is chosen in it. */
export class CitePaper extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const on = (part: string, act: () => void): void =>
      this.querySelector(`[data-part=${part}]`)?.addEventListener('click', act, { signal });
    on('copy', () => void this.#copy());
    on('save', () => this.#save());
    this.addEventListener('change', () => this.#tell(''), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #chosen(): readonly [format: CitationFormat, text: string] {
    const value = this.querySelector<HTMLInputElement>('input:checked')?.value;
    const format = isCitationFormat(value) ? value : 'bibtex';
    const shown = this.querySelector(`[data-format=${format}]`)?.textContent ?? '';
    return [format, toCitationFile(format, shown)];
  }

  async #copy(): Promise<void> {
    const [format, text] = this.#chosen();
    this.#tell(copyStatus(await copyText(text), FORMAT_FACTS[format].label, 'mark it above'));
  }

  #save(): void {
    const [format, text] = this.#chosen();
    const { ending, type } = FORMAT_FACTS[format];
    const name = `${this.dataset['name'] ?? 'paper'}.${ending}`;
    saveFile(name, type, text);
    this.#tell(`Downloaded as ${name}`);
  }

  #tell(text: string): void {
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = text;
  }
}

if (!customElements.get('cite-paper')) customElements.define('cite-paper', CitePaper);
