import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody else's: this machine, private ones, and those that mean no single machine. */
const PRIVATE_V4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

const PRIVATE_V6: readonly (readonly [network: string, bits: number])[] = [
  ['::', 128],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];

/** Prefixes after which an IPv4 address stands: mapped, translated (two), and the long-gone compatible ones. */
const WRAPPED = ['::ffff:', '64:ff9b::', '64:ff9b:1::', '::'];

const PRIVATE = new BlockList();
for (const [network, bits] of PRIVATE_V4) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
  for (const prefix of WRAPPED) PRIVATE.addSubnet(`${prefix}${network}`, 96 + bits, 'ipv6');
  // 6to4 has it behind the first two bytes
  const [a = 0, b = 0, c = 0, d = 0] = network.split('.').map(Number);
  const groups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
  PRIVATE.addSubnet(`2002:${groups.join(':')}::`, 16 + bits, 'ipv6');
}
for (const [network, bits] of PRIVATE_V6) PRIVATE.addSubnet(network, bits, 'ipv6');

/** Whether an IP address belongs to this machine or a private network. */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** Thrown instead of a connection to a private network. */
export class PrivateAddressError extends Error {}

/** The host of a URL without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** Looks a name up for a connection, and refuses when it means a private address: then none is ever made. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found: unknown, family) => {
    const addresses = Array.isArray(found)
      ? found.map(({ address }: { address: string }) => address)
      : [String(found)];
    if (error === null && addresses.some(isPrivateAddress))
      callback(new PrivateAddressError(hostname), '', 0);
    else callback(error, found as string, family);
  });
};
