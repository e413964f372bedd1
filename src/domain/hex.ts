/**
 * Bytes as hexadecimal digits, two each.
 * @example toHex(Uint8Array.of(0, 255).buffer) // '00ff'
 */
export const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
