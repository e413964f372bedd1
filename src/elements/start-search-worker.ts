import workerAddress from './search-worker.ts?worker&url';

/** What TypeScript's DOM types do not know yet. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
};

/** The name that the site's Content Security Policy allows. */
const POLICY = 'paperlight-worker';

const trust = (address: string): string => {
  if (address !== workerAddress) throw new TypeError(`No worker of this site: ${address}`);
  return address;
};

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Starts the search worker; throws where the browser or its policy forbids it. */
export const startSearchWorker = (): Worker => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  // a policy's name may be taken once
  policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: trust });
  return new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, { type: 'module' });
};
