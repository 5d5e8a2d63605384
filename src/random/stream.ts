/**
 * Random streams known by name. A stream's key depends on the seed and on what the stream is for, so adding a stream moves no
 * other; a stream is started anew for every run, and for a single item where an item needs draws of its own.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import seedrandom from 'seedrandom';

/** Four 32-bit words that stand for a seed and a path. */
export type StreamKey = Int32Array;

/** The state of one generator, four 32-bit words: sfc32 (Chris Doty-Humphrey, PractRand). */
export type Stream = Int32Array;

/**
 * The key of the stream `path` under `seed`. Costs microseconds: made once per scenario, not per run.
 *
 * seedrandom alone takes '1' and '11', or any two texts whose characters agree in their low bytes, for the same seed;
 * so it is handed a SHA-256 of both names, ended by a zero character.
 *
 * @param seed what the user wrote after `--seed`
 * @param path what the stream is for, for instance `work/inquiry/talk`
 * @example
 * ```ts
 * streamKey('1', 'work/inquiry/talk').length; // => 4
 * ```
 */
export function streamKey(seed: string, path: string): StreamKey {
  const digest = bytesToHex(sha256(utf8ToBytes(JSON.stringify([seed, path]))));
  const words = seedrandom(`${digest}\0`);
  return Int32Array.of(words.int32(), words.int32(), words.int32(), words.int32());
}

/**
 * A fresh stream of `key` for one run.
 *
 * @param run number of the run, an integer from 0
 * @example
 * ```ts
 * nextUniform(startStream(streamKey('1', 'work/inquiry/talk'), 0)) < 1; // => true
 * ```
 */
export function startStream(key: StreamKey, run: number): Stream {
  const stream = new Int32Array(4);
  restartStream(stream, key, run, 0, 0);
  return stream;
}

/**
 * Puts `stream` at the start of the stream of `key` for one run and, where needed, one item of it and one attempt of that
 * item. Different numbers give different states under the same key: the mixing is a permutation (the quarter round of
 * ChaCha: Bernstein 2008, section 2.1).
 */
export function restartStream(stream: Stream, key: StreamKey, run: number, item: number, attempt: number): void {
  let a = key[0] ^ run;
  let b = key[1] ^ item;
  let c = key[2] ^ attempt;
  let d = key[3];
  for (let round = 0; round < 6; round++) {
    a = (a + b) | 0;
    d ^= a;
    d = (d << 16) | (d >>> 16);
    c = (c + d) | 0;
    b ^= c;
    b = (b << 12) | (b >>> 20);
    a = (a + b) | 0;
    d ^= a;
    d = (d << 8) | (d >>> 24);
    c = (c + d) | 0;
    b ^= c;
    b = (b << 7) | (b >>> 25);
  }
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = d;
}

/** The next 32 random bits, as an integer from 0 to 2³² − 1. */
export function nextBits(stream: Stream): number {
  const b = stream[1];
  const c = stream[2];
  const d = stream[3];
  const sum = (((stream[0] + b) | 0) + d) | 0;
  stream[3] = (d + 1) | 0;
  stream[0] = b ^ (b >>> 9);
  stream[1] = (c + (c << 3)) | 0;
  stream[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
  return sum >>> 0;
}

/** The next number uniform on the open interval (0, 1), one of 2³² equally spaced values. */
export function nextUniform(stream: Stream): number {
  return (nextBits(stream) + 0.5) * 2 ** -32;
}
