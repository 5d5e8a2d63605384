/**
 * The log of an exercise: what was decided when, by whom and why, with what the wall board showed, one JSON object a line. Each
 * line carries the SHA-256 of itself and of the line before, so that a log that was edited, cut or put together is known for
 * one; the last line carries the fingerprint of the results, which a replay has to reach.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Fault, ScenarioError } from '../scenario/scenario-error.ts';
import type { DrillMessage } from '../words/drill-faults.ts';
import { type Drill, type Lever, levelNames, type Order } from './drill.ts';
import type { Decision, ExerciseResult, TrackPoint } from './exercise.ts';
import { readOrder } from './resolve-plans.ts';

/** The first line: which run of which drill this is. */
export interface LogHeader {
  format: 'callfloor-drill-log';
  formatVersion: 1;
  /** Of Callfloor. */
  version: string;
  drill: string;
  drillHash: string;
  /** Path of the drill file as it was given. */
  file: string;
  /** Whose levels were meant. */
  plan: string;
  seed: string;
  run: number;
  /** Whether people decided, and not the plan. */
  live: boolean;
}

/** Bytes of the longest log that is read. */
export const longestLog = 16 * 2 ** 20;

/** One decision as a line holds it. */
interface LogLine {
  at: number;
  time: string;
  by: string;
  order: string;
  because: string;
  seen: { waiting: number; longestWait: number; serviceLevel: number | null; occupancy: number | null; level: string };
}

/** The last line. */
interface LogEnd {
  end: true;
  decisions: number;
  results: string;
}

/** A log that has been checked. */
export interface DecisionLog {
  header: LogHeader;
  decisions: Decision[];
  /** Fingerprint of the results. */
  results: string;
  /** Hash of the last line: kept elsewhere, it seals the log. */
  seal: string;
}

/** An order as it is written and read: `pull reserve 12`, `release overtime`, `level II`, `stand down`. */
export function writeOrder(order: Order, levers: readonly Pick<Lever, 'name' | 'counted'>[]): string {
  if (order.action === 'level') return order.level === 0 ? 'stand down' : `level ${levelNames[order.level - 1]}`;
  const { counted, name } = levers[order.lever];
  if (order.action === 'release') return `release ${name}`;
  return `pull ${name}${counted ? ` ${order.agents}` : ''}`;
}

/** SHA-256 (hex) of the figures of an exercise. */
export function resultsHash({ record, steered }: Pick<ExerciseResult, 'record' | 'steered'>): string {
  const figures = new Uint8Array(record.data.buffer, record.data.byteOffset, record.data.byteLength);
  return bytesToHex(sha256(new Uint8Array([...sha256(figures), ...utf8ToBytes(JSON.stringify(steered))])));
}

/**
 * Writes the log of an exercise.
 *
 * @param clock tells a moment as a local time
 */
export function writeLog(
  header: LogHeader,
  drill: Pick<Drill, 'levers'>,
  result: ExerciseResult,
  clock: (moment: number) => string,
): string {
  const seen = new Map(result.track.map((point) => [point.time, point]));
  const lines: (LogHeader | LogLine | LogEnd)[] = [
    header,
    ...result.decisions.map(({ at, because, by, order }) => ({
      at,
      time: clock(at),
      by,
      order: writeOrder(order, drill.levers),
      because,
      seen: whatWasSeen(seen.get(at)),
    })),
    { end: true, decisions: result.decisions.length, results: resultsHash(result) },
  ];
  let before = '';
  return lines
    .map((line) => {
      before = chain(before, JSON.stringify(line));
      return `${JSON.stringify({ ...line, hash: before })}\n`;
    })
    .join('');
}

function whatWasSeen(point: TrackPoint | undefined): LogLine['seen'] {
  const rounded = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Math.round(1000 * value) / 1000;
  return {
    waiting: point?.queue ?? 0,
    longestWait: Math.round(point?.longestWait ?? 0),
    serviceLevel: rounded(point?.serviceLevel),
    occupancy: rounded(point?.occupancy),
    level: point === undefined || point.level === 0 ? '' : levelNames[point.level - 1],
  };
}

function chain(before: string, line: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${before}\n${line}`)));
}

/**
 * Reads and checks a log.
 *
 * @param text the file's text
 * @param file its name as faults shall print it
 * @param drill that it must belong to
 * @param version of this program
 * @throws ScenarioError when it was edited or cut, or belongs to another drill or version
 */
export function readLog(text: string, file: string, drill: Drill, version: string): DecisionLog {
  const lines = checkChain(text, file);
  const header = lines[0].value as unknown as LogHeader;
  const end = lines[lines.length - 1].value as unknown as LogEnd;
  const refuse = (message: DrillMessage, line: number | null = null) => refusal(file, line, message);
  if (header.drillHash !== drill.hash) {
    throw refuse({
      key: 'logOfOther',
      values: {
        drill: `${drill.name} (${drill.hash.slice(0, 8)})`,
        got: `${header.drill} (${header.drillHash.slice(0, 8)})`,
        other: header.drill === drill.name ? null : header.drill,
      },
    });
  }
  if (header.version !== version) {
    throw refuse({ key: 'logOfVersion', values: { got: header.version, version } });
  }
  const plan = drill.plans.find(({ name }) => name === header.plan);
  const decisions = lines.slice(1, -1).map(({ value, number }) => {
    const { at, because, by, order: written } = value as unknown as LogLine;
    const order = readOrder(written, drill.levers, plan?.levels ?? []);
    if ('fault' in order) throw refuse(order.fault, number);
    return { at, by, order, because };
  });
  return { header, decisions, results: end.results, seal: lines[lines.length - 1].hash };
}

/**
 * The header of a log, which says what drill it is of; the rest is checked as by `readLog`.
 * @throws ScenarioError when the log was edited or cut
 */
export function readHeader(text: string, file: string): LogHeader {
  return checkChain(text, file)[0].value as unknown as LogHeader;
}

/** The seal of a log that has just been written: the hash of its last line. */
export function readSeal(log: string): string {
  const last = log.trimEnd().split('\n').at(-1) ?? '';
  return (JSON.parse(last) as { hash: string }).hash;
}

function refusal(file: string, line: number | null, message: DrillMessage): ScenarioError {
  const fault: Fault = { file, line, column: null, path: '', message: { key: 'inDrill', values: message } };
  return new ScenarioError([fault]);
}

/** The lines of a log whose hashes hold, from its header to its end. */
function checkChain(text: string, file: string): { value: Record<string, unknown>; hash: string; number: number }[] {
  const raw = text.split('\n');
  if (raw.pop() !== '') throw refusal(file, null, { key: 'logCut', values: {} });
  let before = '';
  const lines = raw.map((line, i) => {
    const number = i + 1;
    let value: Record<string, unknown>;
    try {
      value = JSON.parse(line) as Record<string, unknown>;
    } catch {
      const got = line.slice(0, 40);
      throw refusal(
        file,
        number,
        i === 0 ? { key: 'notALog', values: { got: `"${got}"` } } : { key: 'logEdited', values: { line: number } },
      );
    }
    if (i === 0 && (value as { format?: unknown } | null)?.format !== 'callfloor-drill-log') {
      throw refusal(file, 1, { key: 'notALog', values: { got: `"${line.slice(0, 40)}"` } });
    }
    const { hash, ...rest } = value ?? {};
    before = chain(before, JSON.stringify(rest));
    if (hash !== before || JSON.stringify({ ...rest, hash }) !== line) {
      throw refusal(file, number, { key: 'logEdited', values: { line: number } });
    }
    return { value: rest, hash: before, number };
  });
  const last = lines[lines.length - 1];
  if (last?.value.end !== true || last.value.decisions !== lines.length - 2) {
    throw refusal(file, null, { key: 'logCut', values: {} });
  }
  return lines;
}
