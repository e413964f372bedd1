import type { WORKER_FILE } from '../domain/offline-files.ts';
import type { OFFLINE_OFF_KEY, OfflineQuestion } from '../domain/offline-protocol.ts';
import noticeAddress from './update-notice.ts?worker&url';

/**
 * Starts the service worker of a built site, and looks out for a new version. This much is on every page, so
 * it shares no code with others; the announcement is loaded when there is something to announce.
 */

const FILE: typeof WORKER_FILE = 'service-worker.js';
const OFF: typeof OFFLINE_OFF_KEY = 'paperlight-offline-off';

/** What TypeScript's DOM types do not know yet; the name is one that the Content Security Policy allows. */
type TrustedTypes = {
  createPolicy(
    name: 'paperlight-offline',
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
};

/** A busy page starts it all the same. */
const LONGEST_MS = 5000;

const base = import.meta.env.BASE_URL;
const address = base + FILE;

const announce = (): void => void import(/* @vite-ignore */ noticeAddress);

/** Announces a version that waits now, comes to wait, or took over from another tab. */
const watch = (workers: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void => {
  const look = (): void => {
    if (registration.waiting !== null) announce();
  };
  const follow = (): void => registration.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', follow);
  workers.addEventListener('controllerchange', announce);
  // it may have come, or be on its way, before this page looked
  follow();
  look();
};

/** Tells the worker what was loaded before there was one. */
const tellVisit = async (workers: ServiceWorkerContainer): Promise<void> => {
  const { active } = await workers.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const visited: OfflineQuestion = { type: 'visited', addresses: [location.href, ...loaded] };
  active?.postMessage(visited);
};

const register = (workers: ServiceWorkerContainer): Promise<ServiceWorkerRegistration> => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('paperlight-offline', {
    createScriptURL: () => address,
  });
  const trusted = policy?.createScriptURL('') ?? address;
  return workers.register(trusted, { scope: base, updateViaCache: 'none' });
};

const start = async (): Promise<void> => {
  const { serviceWorker: workers } = navigator;
  if (localStorage.getItem(OFF) !== null) return;
  // another site of this host may stand above this one and answer for its pages
  if (workers.controller?.scriptURL !== new URL(address, location.href).href) {
    await register(workers);
    return tellVisit(workers);
  }
  // to register again would bring back a worker that has dismissed itself
  const registration = await workers.getRegistration();
  if (registration) watch(workers, registration);
};

// a browser that refuses shows the site all the same
const startQuietly = (): void => void start().catch(() => undefined);

if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    // not every browser knows when it is idle
    if ('requestIdleCallback' in window) requestIdleCallback(startQuietly, { timeout: LONGEST_MS });
    else setTimeout(startQuietly);
  });
