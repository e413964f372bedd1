import { describe, expect, test } from 'vitest';
import { hostOf, isPrivateAddress, publicLookup, PrivateAddressError } from './private-address.ts';

describe('isPrivateAddress', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::7f00:1',
    '64:ff9b::169.254.169.254',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
  ])('knows %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each([
    '1.1.1.1',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '223.255.255.255',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
    '2002:101:101::1',
    'not-an-address',
  ])('lets %s pass', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

test.each([
  ['http://0x7f.1/', true],
  ['http://2130706433/', true],
  ['http://[::ffff:127.0.0.1]/', true],
  ['http://127.0.0.1./', true],
  ['http://a.example/', false],
])('the host of %s is private: %s', (url, isPrivate) => {
  expect(isPrivateAddress(hostOf(new URL(url)).replace(/\.$/, ''))).toBe(isPrivate);
});

test.each([true, false])('publicLookup refuses the name of this machine (all: %s)', async (all) => {
  const error = await new Promise((resolve) => {
    publicLookup('localhost', { all }, (failure) => {
      resolve(failure);
    });
  });
  expect(error).toBeInstanceOf(PrivateAddressError);
});
