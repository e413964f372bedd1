/** What a subscription is to: the digest of a site, or of one of its topics. */
export type DigestOf = { readonly title: string; readonly topic?: string | undefined };

/** @example nameOfDigest({ title: 'Paperlight', topic: 'Pruning' }) // 'Paperlight digest, Pruning' */
export const nameOfDigest = ({ title, topic }: DigestOf): string =>
  `${title} digest${topic === undefined ? '' : `, ${topic}`}`;

// an address may hold signs that mean something in a link: o'brien+x@example.org
const mailLink = (mail: string, subject: string): string =>
  `mailto:${mail.split('@').map(encodeURIComponent).join('@')}?subject=${encodeURIComponent(subject)}`;

/** Opens a message that asks for the digest; one with its topic asks for that alone. */
export const subscribeLink = (mail: string, of: DigestOf): string =>
  mailLink(mail, `Subscribe: ${nameOfDigest(of)}`);

/** Opens a message that asks for it no longer. */
export const unsubscribeLink = (mail: string, of: DigestOf): string =>
  mailLink(mail, `Unsubscribe: ${nameOfDigest(of)}`);
