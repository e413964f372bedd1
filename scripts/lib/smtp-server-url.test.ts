import { expect, test } from 'vitest';
import { UsageError } from './cli.ts';
import { isLoopback, parseSmtpUrl } from './smtp-server-url.ts';

test.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTLS: false }],
  [
    'smtps://me%40x:p%3Aw@mail.example',
    {
      host: 'mail.example',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'me@x', pass: 'p:w' },
    },
  ],
  [
    'smtp://me:pw@mail.example:2525/',
    {
      host: 'mail.example',
      port: 2525,
      secure: false,
      requireTLS: true,
      auth: { user: 'me', pass: 'pw' },
    },
  ],
  ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, requireTLS: false }],
])('%s names a server, and no password goes over the net unencrypted', (url, server) => {
  expect(parseSmtpUrl(url)).toEqual(server);
});

test('a server on this machine is trusted with a password', () => {
  expect(parseSmtpUrl('smtp://me:pw@127.0.0.1:1').requireTLS).toBe(false);
  expect(
    ['127.0.0.1', '::1', 'localhost', '127.0.0.1.example'].map((host) => isLoopback({ host })),
  ).toEqual([true, true, true, false]);
});

test.each(['mail.example', 'http://mail.example', 'smtp://', 'smtp:mail', 'smtp://me:secret@:x'])(
  '%s names none, and the complaint tells no password',
  (url) => {
    expect(() => parseSmtpUrl(url)).toThrow(UsageError);
    expect(() => parseSmtpUrl(url)).not.toThrow(/secret/);
  },
);
