import type { AlsoSearching } from '../../search/protocol.ts';
import type { SearchState } from '../../search/url-state.ts';
import { partOf, setText } from './parts.ts';
import type { Glimpse, Results } from './session.ts';
import { leadTo } from './steps.ts';
import { nowhereText, unknownText } from './words.ts';

type ConceptUrl = (id: string) => string;

const labelToNode = ({ label, conceptId }: AlsoSearching, conceptUrl: ConceptUrl) => {
  if (conceptId === undefined) return label;
  const link = document.createElement('a');
  link.href = conceptUrl(conceptId);
  link.textContent = label;
  return link;
};

const fillAlso = (
  place: HTMLElement,
  also: readonly AlsoSearching[],
  conceptUrl: ConceptUrl,
): void =>
  place.replaceChildren(
    ...also.flatMap((one, at) => [at === 0 ? '' : ', ', labelToNode(one, conceptUrl)]),
  );

const showLine = (line: HTMLElement, text: string): void => {
  setText(line, text);
  line.hidden = text === '';
};

/** Says how the words were read: what else is searched for, what was loosened, which fields there are not. */
export const showReading = (
  root: ParentNode,
  state: SearchState,
  { alsoSearching, exact, loosened, typed, unknownFields }: Glimpse | Results,
  conceptUrl: ConceptUrl,
): void => {
  partOf(root, 'loosened', HTMLElement).hidden = !loosened;
  const unknown = [nowhereText(typed), unknownText(unknownFields)].filter(Boolean).join(' ');
  for (const name of ['unknown', 'none-unknown'])
    showLine(partOf(root, name, HTMLElement), unknown);
  partOf(root, 'widened', HTMLElement).hidden = exact === undefined;
  if (exact === undefined) return;
  fillAlso(partOf(root, 'also', HTMLElement), alsoSearching, conceptUrl);
  leadTo(partOf(root, 'exact', HTMLElement), { ...state, q: exact, page: 1 });
};
