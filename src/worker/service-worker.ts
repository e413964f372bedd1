import { registerRoute } from 'workbox-routing';
import type { RouteMatchCallback } from 'workbox-core/types.js';
import { isHashedFile, isOfflineFile } from '../domain/offline-files.ts';
import type { OfflineAnswer, OfflineQuestion } from '../domain/offline-protocol.ts';
import { answerData, answerHashed, answerPage } from './answer.ts';
import { reasonOf } from './failure.ts';
import { keepNext, leave, removeKept } from './keep.ts';
import { sweep, takeOver } from './readers.ts';
import { renew } from './renew.ts';
import { pathOf } from './site.ts';
import { readStatus } from './status.ts';
import { keepVisited } from './visited.ts';

declare const self: ServiceWorkerGlobalScope;

/** Keeps this site for readers without a network; only what is below the site's home page comes here. */

const isFile =
  (test: (path: string) => boolean): RouteMatchCallback =>
  ({ url }) => {
    const path = pathOf(url);
    return path !== undefined && test(path);
  };

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && pathOf(url) !== undefined,
  answerPage,
);
registerRoute(isFile(isHashedFile), answerHashed);
registerRoute(isFile(isOfflineFile), answerData);

self.addEventListener('install', (event) => event.waitUntil(renew()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver().then(sweep)));

const done = async (task: Promise<unknown>): Promise<OfflineAnswer> => {
  await task;
  return { type: 'done' };
};

const answerQuestion = async (question: OfflineQuestion): Promise<OfflineAnswer> => {
  switch (question.type) {
    case 'status':
      await sweep();
      return { type: 'status', status: await readStatus() };
    case 'keep':
      return keepNext();
    case 'remove':
      return done(removeKept());
    case 'leave':
      return done(leave());
    case 'visited':
      return done(keepVisited(question.addresses));
    case 'take-over':
      return done(self.skipWaiting());
  }
};

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const answering = answerQuestion(event.data as OfflineQuestion).catch(
    (error: unknown): OfflineAnswer => ({ type: 'failed', failure: reasonOf(error) }),
  );
  event.waitUntil(answering.then((answer) => port?.postMessage(answer)));
});
