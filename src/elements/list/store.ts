import {
  readListText,
  writeList,
  type ListEdit,
  type ListReading,
  type ReadingList,
} from '../../domain/reading-list.ts';

/** What keeps a list from being saved: no room, no storage at all, or a list of a later version of the site. */
export type ListTrouble = 'full' | 'blocked' | 'newer';

export type ListState = {
  /** with the edits that could not be saved yet */
  readonly list: ReadingList;
  readonly trouble?: ListTrouble | undefined;
  /** what was stored and could not be read whole, as it was */
  readonly damaged?: string | undefined;
};

/** What the store asks of the browser; a test brings its own. */
export type ListStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export type ListStore = {
  readonly state: () => ListState;
  /** Saves an edit, or keeps it for this page and says why it could not be saved. */
  readonly edit: (edit: ListEdit) => ListState;
  /** Forgets what could not be read. */
  readonly dropDamaged: () => void;
  readonly subscribe: (listener: () => void, signal: AbortSignal) => void;
  /** Tells everybody that another page changed the list, and tries once more to save. */
  readonly refresh: () => void;
};

export const LIST_KEY = 'paperlight-list';
/** What could not be read is set aside here before the list is written anew. */
export const DAMAGED_KEY = 'paperlight-list-damaged';

type Loaded = { readonly text: string | null; readonly reading: ListReading };

const NOTHING: Loaded = { text: null, reading: { type: 'list', list: [], damaged: 0 } };

const isDamaged = (reading: ListReading): boolean =>
  reading.type === 'none' || (reading.type === 'list' && reading.damaged > 0);

/** Sets a damaged text aside, below what may be there already. */
const setAside = (storage: ListStorage, text: string): void => {
  const before = storage.getItem(DAMAGED_KEY);
  if (before?.includes(text) !== true)
    storage.setItem(DAMAGED_KEY, before === null ? text : `${before}\n${text}`);
};

/**
 * The reading list of this browser. Every edit begins with what is stored at that moment, so that pages open
 * side by side do not undo each other's; edits that cannot be saved wait here and are tried again.
 */
export const createListStore = (open: () => ListStorage): ListStore => {
  const listeners = new Set<() => void>();
  let waiting: readonly ListEdit[] = [];
  let trouble: ListTrouble | undefined;
  let last = NOTHING;

  /** What is stored now, read once for as long as it stays the same. */
  const load = (): Loaded => {
    const text = open().getItem(LIST_KEY);
    if (text !== last.text) last = text === null ? NOTHING : { text, reading: readListText(text) };
    return last;
  };

  const damagedIn = ({ text, reading }: Loaded): string | undefined => {
    const texts = [open().getItem(DAMAGED_KEY), isDamaged(reading) ? text : null];
    const lines = new Set(texts.filter((one) => one !== null));
    return lines.size === 0 ? undefined : [...lines].join('\n');
  };

  const withWaiting = (reading: ListReading): ReadingList =>
    waiting.reduce((list, edit) => edit(list), reading.type === 'list' ? reading.list : []);

  const state = (): ListState => {
    try {
      const loaded = load();
      const { reading } = loaded;
      return {
        list: withWaiting(reading),
        trouble: reading.type === 'newer' ? 'newer' : trouble,
        damaged: damagedIn(loaded),
      };
    } catch {
      return { list: withWaiting(NOTHING.reading), trouble: 'blocked' };
    }
  };

  const save = (): ListTrouble | undefined => {
    try {
      const { text, reading } = load();
      if (reading.type === 'newer') return 'newer';
      if (isDamaged(reading) && text !== null) setAside(open(), text);
      open().setItem(LIST_KEY, writeList(withWaiting(reading)));
      waiting = [];
      return undefined;
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      return isFull ? 'full' : 'blocked';
    }
  };

  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };

  return {
    state,
    edit: (edit) => {
      waiting = [...waiting, edit];
      trouble = save();
      tell();
      return state();
    },
    dropDamaged: () => {
      try {
        const { reading } = load();
        open().removeItem(DAMAGED_KEY);
        if (isDamaged(reading)) open().setItem(LIST_KEY, writeList(withWaiting(reading)));
      } catch {
        // then it stays
      }
      tell();
    },
    subscribe: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
    refresh: () => {
      if (waiting.length > 0) trouble = save();
      tell();
    },
  };
};
