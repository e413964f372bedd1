import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId } from './ids.ts';
import { readListFragment, writeListFragment } from './reading-list-link.ts';

const anyIds = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,4}$/), {
  maxLength: 20,
});

test('a link leads to the papers of the list, in its order', () => {
  fc.assert(
    fc.property(anyIds, (ids) => {
      const fragment = writeListFragment(ids);
      expect(readListFragment(fragment)).toEqual(ids);
      // what messengers make of it
      expect(readListFragment(fragment.replaceAll(',', '%2C'))).toEqual(ids);
      expect(readListFragment(`${fragment}&x=1`)).toEqual(ids);
      expect(readListFragment(`#x=1&${fragment.slice(1)}`)).toEqual(ids);
      expect(encodeURI(fragment)).toBe(fragment);
    }),
  );
});

test('anything else names papers or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `#p=${text}`),
      ),
      (fragment) => {
        const ids = readListFragment(fragment);
        expect(ids.every(isId)).toBe(true);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

test.each([
  ['', []],
  ['#content', []],
  ['#p=', []],
  ['#p=a,a,b', ['a', 'b']],
  ['#p=A,,b.', ['a', 'b']],
  ['#p=-a,b-,%E0%A4%A', ['a']],
  ['#pp=a', []],
])('%j holds %j', (fragment, ids) => {
  expect(readListFragment(fragment)).toEqual(ids.filter((id) => isId(id)));
});
