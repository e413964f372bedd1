/** What a stored text is. */
export type Reading<List> =
  | {
      readonly type: 'list';
      readonly list: List;
      /** entries that are none, or that hold what cannot be kept */
      readonly damaged: number;
    }
  /** written by a later version of the site */
  | { readonly type: 'newer' }
  | { readonly type: 'none' };

/** How a list is kept in the browser. */
export type Kind<List> = {
  readonly key: string;
  /** where what could not be read is set aside before the list is written anew */
  readonly damagedKey: string;
  readonly empty: List;
  readonly read: (text: string) => Reading<List>;
  readonly write: (list: List) => string;
};

/** What keeps a list from being saved: no room, no storage at all, or a list of a later version of the site. */
export type Trouble = 'full' | 'blocked' | 'newer';

export type KeptState<List> = {
  /** with the edits that could not be saved yet */
  readonly list: List;
  readonly trouble?: Trouble | undefined;
  /** what was stored and could not be read whole, as it was */
  readonly damaged?: string | undefined;
};

/** What the store asks of the browser; a test brings its own. */
export type KeptStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Edit<List> = (list: List) => List;

export type KeptStore<List> = {
  readonly state: () => KeptState<List>;
  /** Saves an edit, or keeps it for this page and says why it could not be saved. */
  readonly edit: (edit: Edit<List>) => KeptState<List>;
  /** Forgets what could not be read. */
  readonly dropDamaged: () => void;
  readonly subscribe: (listener: () => void, signal: AbortSignal) => void;
  /** Tells everybody that another page changed the list, and tries once more to save. */
  readonly refresh: () => void;
};

type Loaded<List> = { readonly text: string | null; readonly reading: Reading<List> };

const isDamaged = (reading: Reading<unknown>): boolean =>
  reading.type === 'none' || (reading.type === 'list' && reading.damaged > 0);

/** Sets a damaged text aside, below what may be there already. */
const setAside = (storage: KeptStorage, key: string, text: string): void => {
  const before = storage.getItem(key);
  if (before?.includes(text) !== true)
    storage.setItem(key, before === null ? text : `${before}\n${text}`);
};

/**
 * A list that this browser keeps. Every edit begins with what is stored at that moment, so that pages open
 * side by side do not undo each other's; edits that cannot be saved wait here and are tried again.
 */
export const createKeptStore = <List>(
  open: () => KeptStorage,
  { key, damagedKey, empty, read, write }: Kind<List>,
): KeptStore<List> => {
  const nothing: Loaded<List> = { text: null, reading: { type: 'list', list: empty, damaged: 0 } };
  const listeners = new Set<() => void>();
  let waiting: readonly Edit<List>[] = [];
  let trouble: Trouble | undefined;
  let last = nothing;

  /** What is stored now, read once for as long as it stays the same. */
  const load = (): Loaded<List> => {
    const text = open().getItem(key);
    if (text !== last.text) last = text === null ? nothing : { text, reading: read(text) };
    return last;
  };

  const damagedIn = ({ text, reading }: Loaded<List>): string | undefined => {
    const texts = [open().getItem(damagedKey), isDamaged(reading) ? text : null];
    const lines = new Set(texts.filter((one) => one !== null));
    return lines.size === 0 ? undefined : [...lines].join('\n');
  };

  const withWaiting = (reading: Reading<List>): List =>
    waiting.reduce((list, edit) => edit(list), reading.type === 'list' ? reading.list : empty);

  const state = (): KeptState<List> => {
    try {
      const loaded = load();
      const { reading } = loaded;
      return {
        list: withWaiting(reading),
        trouble: reading.type === 'newer' ? 'newer' : trouble,
        damaged: damagedIn(loaded),
      };
    } catch {
      return { list: withWaiting(nothing.reading), trouble: 'blocked' };
    }
  };

  const save = (): Trouble | undefined => {
    try {
      const { text, reading } = load();
      if (reading.type === 'newer') return 'newer';
      if (isDamaged(reading) && text !== null) setAside(open(), damagedKey, text);
      open().setItem(key, write(withWaiting(reading)));
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
        open().removeItem(damagedKey);
        if (isDamaged(reading)) open().setItem(key, write(withWaiting(reading)));
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
