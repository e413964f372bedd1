import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addItem,
  newItem,
  readListText,
  removeItem,
  writeList,
  type ListEdit,
  type ReadingList,
} from '../../domain/reading-list.ts';
import { LIST_KEY } from './key.ts';
import { createListStore, DAMAGED_KEY, type ListStorage } from './store.ts';

/** A browser's storage with room for so many characters. */
const makeStorage = (texts: Readonly<Record<string, string>> = {}) => {
  const held = new Map(Object.entries(texts));
  const shelf = { room: Infinity, held };
  const storage: ListStorage = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > shelf.room) throw new DOMException('No room.', 'QuotaExceededError');
      held.set(key, text);
    },
    removeItem: (key) => void held.delete(key),
  };
  return { storage, shelf };
};

const storeOn = (storage: ListStorage) => createListStore(() => storage);
const add = (id: string) => addItem(newItem(id));
const idsOf = (text: string | undefined) => {
  const reading = readListText(text ?? '');
  return reading.type === 'list' ? reading.list.map(({ id }) => id) : reading.type;
};

describe('a list', () => {
  test('is empty at first, and stored as it is edited', () => {
    const { storage, shelf } = makeStorage();
    const store = storeOn(storage);
    expect(store.state()).toEqual({ list: [], trouble: undefined, damaged: undefined });
    expect(shelf.held.size).toBe(0);
    expect(store.edit(add('a'))).toMatchObject({ list: [{ id: 'a' }], trouble: undefined });
    expect(idsOf(shelf.held.get(LIST_KEY))).toEqual(['a']);
  });

  test('edited in two pages by turns has what both did', () => {
    const anyId = fc.constantFrom('a', 'b', 'c');
    const anyEdit: fc.Arbitrary<ListEdit> = fc.oneof(anyId.map(add), anyId.map(removeItem));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 1 }), anyEdit)), (edits) => {
        const { storage } = makeStorage();
        const pages = [storeOn(storage), storeOn(storage)];
        for (const [page, edit] of edits) pages[page]?.edit(edit);
        const expected = edits.reduce<ReadingList>((list, [, edit]) => edit(list), []);
        for (const page of pages) expect(page.state().list).toEqual(expected);
      }),
    );
  });

  test('tells its listeners until they have enough', () => {
    const store = storeOn(makeStorage().storage);
    const listening = new AbortController();
    let told = 0;
    store.subscribe(() => (told += 1), listening.signal);
    store.edit(add('a'));
    store.refresh();
    listening.abort();
    store.edit(add('b'));
    expect(told).toBe(2);
  });
});

describe('without room', () => {
  test('edits wait, and are saved together with what another page saved meanwhile', () => {
    const { storage, shelf } = makeStorage({ [LIST_KEY]: writeList([newItem('a')]) });
    const [store, other] = [storeOn(storage), storeOn(storage)];
    shelf.room = 0;
    expect(store.edit(add('b'))).toMatchObject({
      list: [{ id: 'a' }, { id: 'b' }],
      trouble: 'full',
    });
    expect(store.edit(add('c')).trouble).toBe('full');
    expect(idsOf(shelf.held.get(LIST_KEY))).toEqual(['a']);
    shelf.room = Infinity;
    other.edit(add('d'));
    store.refresh();
    expect(store.state().trouble).toBeUndefined();
    expect(idsOf(shelf.held.get(LIST_KEY))).toEqual(['a', 'd', 'b', 'c']);
  });
});

test('without storage the list lasts as long as the page', () => {
  const store = createListStore(() => {
    throw new DOMException('Not here.', 'SecurityError');
  });
  expect(store.state()).toEqual({ list: [], trouble: 'blocked' });
  expect(store.edit(add('a'))).toMatchObject({ list: [{ id: 'a' }], trouble: 'blocked' });
  store.dropDamaged();
});

describe('what cannot be read', () => {
  const BROKEN = '{"paperlight":"half a li';
  const HALF = JSON.stringify({
    paperlight: 'reading list',
    version: 1,
    items: [{ id: 'a' }, { id: 'B!' }],
  });

  test.each([
    [BROKEN, []],
    [HALF, ['a']],
  ])('is kept until the reader drops it: %s', (text, sound) => {
    const { storage, shelf } = makeStorage({ [LIST_KEY]: text });
    const store = storeOn(storage);
    expect(store.state().damaged).toBe(text);
    expect(shelf.held.has(DAMAGED_KEY)).toBe(false);
    expect(store.edit(add('z'))).toMatchObject({ damaged: text, trouble: undefined });
    expect(shelf.held.get(DAMAGED_KEY)).toBe(text);
    expect(idsOf(shelf.held.get(LIST_KEY))).toEqual([...sound, 'z']);
    store.dropDamaged();
    expect(store.state().damaged).toBeUndefined();
    expect(idsOf(shelf.held.get(LIST_KEY))).toEqual([...sound, 'z']);
  });

  test('is dropped before any edit as well', () => {
    const { storage } = makeStorage({ [LIST_KEY]: HALF });
    const store = storeOn(storage);
    store.dropDamaged();
    expect(store.state()).toMatchObject({ list: [{ id: 'a' }], damaged: undefined });
  });

  test('is kept together with what could not be read before', () => {
    const { storage, shelf } = makeStorage({ [LIST_KEY]: BROKEN, [DAMAGED_KEY]: HALF });
    storeOn(storage).edit(add('z'));
    shelf.held.set(LIST_KEY, BROKEN);
    storeOn(storage).edit(add('y'));
    expect(shelf.held.get(DAMAGED_KEY)).toBe(`${HALF}\n${BROKEN}`);
  });

  test('is not overwritten while there is no room to set it aside', () => {
    const { storage, shelf } = makeStorage({ [LIST_KEY]: BROKEN });
    shelf.room = 0;
    expect(storeOn(storage).edit(add('z'))).toMatchObject({ trouble: 'full', damaged: BROKEN });
    expect(shelf.held.get(LIST_KEY)).toBe(BROKEN);
  });
});

test('a list of a later version is not touched', () => {
  const text = '{"paperlight":"reading list","version":2,"items":{}}';
  const { storage, shelf } = makeStorage({ [LIST_KEY]: text });
  const store = storeOn(storage);
  expect(store.edit(add('a')).trouble).toBe('newer');
  store.dropDamaged();
  expect([...shelf.held]).toEqual([[LIST_KEY, text]]);
});
