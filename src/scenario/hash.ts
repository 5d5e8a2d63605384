/** The fingerprint of a scenario: equal for equal content, whatever the order of keys or the name of the file. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of a value as canonical JSON: keys sorted, infinity as text.
 * @returns 64 hexadecimal digits
 * @example fingerprint({ a: 1, b: 2 }) === fingerprint({ b: 2, a: 1 }) // true
 */
export function fingerprint(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

function canonical(value: unknown): string {
  if (value === Number.POSITIVE_INFINITY) return '"Infinity"';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Numbers alone, as sums over runs are by the million, are written at once.
  if (Array.isArray(value) && value.every(isFiniteNumber)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

function isFiniteNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
