import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { hostOf, isPrivateAddress, PrivateAddressError, publicLookup } from './private-address.ts';

/** What a server said before its body, which nobody reads. */
export type Reply = {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
};

export type RequestChoices = {
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
  readonly userAgent: string;
  /** ends all requests when the run is interrupted */
  readonly signal: AbortSignal;
};

export type Method = 'HEAD' | 'GET';

const headersFor = (method: Method, userAgent: string): Record<string, string> => ({
  'user-agent': userAgent,
  accept: '*/*',
  ...(method === 'GET' ? { range: 'bytes=0-0' } : {}),
});

/** Asks for a URL and resolves when the headers are there; the connection is closed at once. */
export const sendRequest = (
  url: URL,
  method: Method,
  { timeoutMs, allowPrivate, userAgent, signal }: RequestChoices,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    // a host that is an address itself is never looked up
    if (!allowPrivate && isPrivateAddress(hostOf(url))) {
      reject(new PrivateAddressError(url.host));
      return;
    }
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, {
      method,
      headers: headersFor(method, userAgent),
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response;
      resolve({
        status: statusCode,
        location: headers.location,
        retryAfter: headers['retry-after'],
      });
      request.destroy();
    });
    request.end();
  });
