import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecipients } from './recipients.ts';

const read = (...lines: readonly string[]) => readRecipients(lines.join('\n'), 'list');

describe('a list of recipients', () => {
  test('has one a line, with a name or without, among remarks and empty lines', () => {
    const { recipients, problems } = read(
      '\ufeffann@a.example',
      '# people',
      '',
      '  Bob B. <bob@b.example>\r',
      '"Cid, the third" <cid@c.example>',
      'dee@bücher.example',
    );
    expect(problems).toEqual([]);
    expect(recipients).toEqual([
      { name: '', address: 'ann@a.example', line: 1 },
      { name: 'Bob B.', address: 'bob@b.example', line: 4 },
      { name: 'Cid, the third', address: 'cid@c.example', line: 5 },
      { name: '', address: 'dee@xn--bcher-kva.example', line: 6 },
    ]);
  });

  test('has each address once, however it is written', () => {
    const { recipients, problems } = read('ann@a.example', 'Ann <ANN@A.example>');
    expect(recipients.length).toBe(1);
    expect(problems).toMatchObject([
      { severity: 'warning', line: 2, found: '"Ann <ANN@A.example>", as on line 1' },
    ]);
  });

  test.each([
    'ann',
    'ann@',
    '@a.example',
    'ann@a',
    'ann@a.example, bob@b.example',
    'ann@a.example;bob@b.example',
    'friends: ann@a.example;',
    'ann@a.example\rBcc: bob@b.example',
    'Ann\u0000 <ann@a.example>',
    'ann@a.example>',
    '<ann@a.example> <bob@b.example>',
    'ann@[127.0.0.1]',
    '"ann b"@a.example',
    `${'a'.repeat(250)}@a.example`,
  ])('leaves out %j and says where it is', (text) => {
    const { recipients, problems } = read('zoe@z.example', text);
    expect(recipients.map(({ address }) => address)).toEqual(['zoe@z.example']);
    expect(problems).toMatchObject([{ severity: 'error', file: 'list', line: 2 }]);
  });

  test('gives plain addresses alone, whatever a line says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom(
                'a@b.example',
                '<',
                '>',
                ',',
                ' ',
                '"',
                '\\',
                '(',
                ')',
                '\r',
                ':',
                ';',
                'é',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { address, name } of read(text).recipients) {
            expect(address).toMatch(/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+$/i);
            expect(name).not.toMatch(/[\r\n]/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
