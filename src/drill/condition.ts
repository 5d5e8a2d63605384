/**
 * What a rule looks at, as people write it: `queue > 60 for 5 min and occupancy > 95 %`, `服务水平 < 50% 且 排队(inquiry) > 20 持续 3 分钟`.
 */

/** What can be read off the floor. */
export const quantities = [
  'queue',
  'longest wait',
  'service level',
  'connected',
  'abandoned',
  'occupancy',
  'idle',
  'lines',
] as const;
export type Quantity = (typeof quantities)[number];

/** Other ways to write a quantity. */
const synonyms: Readonly<Record<string, Quantity>> = {
  waiting: 'queue',
  排队: 'queue',
  排队人数: 'queue',
  longest: 'longest wait',
  最长等待: 'longest wait',
  'answered within': 'service level',
  服务水平: 'service level',
  接通率: 'connected',
  放弃率: 'abandoned',
  占用率: 'occupancy',
  空闲: 'idle',
  空闲坐席: 'idle',
  中继占用率: 'lines',
};

/** Quantities that are shares of contacts or time, over the last minutes. */
export const rolling: readonly Quantity[] = ['service level', 'connected', 'abandoned', 'occupancy'];
const shares: readonly Quantity[] = [...rolling, 'lines'];

/** Whether a quantity is a share, written in percent. */
export function isShare(quantity: Quantity): boolean {
  return shares.includes(quantity);
}

/** One thing that has to be so. */
export interface Clause {
  quantity: Quantity;
  /** A type of work, or a group for `occupancy` and `idle`; null: all. */
  of: string | null;
  above: boolean;
  orEqual: boolean;
  /** A number of contacts or agents, seconds, or a share 0–1. */
  value: number;
  /** It must have been so for this long, seconds. */
  forSeconds: number;
  /** For rolling quantities: over the last so many seconds. */
  overSeconds: number;
}

/** All of its clauses have to be so. */
export type Condition = readonly Clause[];

/** What is wrong with a text: the part, and why. */
export interface ConditionFault {
  part: string;
  why: 'form' | 'quantity' | 'share' | 'unit' | 'rolling';
}

const clausePattern =
  /^(?<quantity>.+?)\s*(?:(?:\bof\s+|[(（])\s*(?<of>[^()（）<>≤≥=]+?)\s*[)）]?)?\s*(?<op>>=|<=|≥|≤|>|<|大于|小于)\s*(?<value>\d+(?:\.\d+)?)\s*(?<unit>%|％|s|min|秒|分钟)?(?<rest>(?:\s*(?:for|over|持续|近)\s*\d+(?:\.\d+)?\s*(?:s|min|h|秒|分钟|小时))*)$/;
const lengthPattern = /(?<what>for|over|持续|近)\s*(?<number>\d+(?:\.\d+)?)\s*(?<unit>s|min|h|秒|分钟|小时)/g;
const secondsOf: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, 秒: 1, 分钟: 60, 小时: 3600 };

/** Over how long a rolling quantity is taken unless it is said. */
export const usualWindow = 600;

/**
 * Reads a condition.
 *
 * @param text clauses joined by `and` (`且`)
 * @returns the condition, or what is wrong with its first faulty part
 * @example
 * ```ts
 * const read = readCondition('queue of inquiry > 60 for 5 min');
 * 'clauses' in read && read.clauses[0].forSeconds; // => 300
 * ```
 */
export function readCondition(text: string): { clauses: Condition } | { fault: ConditionFault } {
  const clauses: Clause[] = [];
  for (const part of text.split(/\s+and\s+|\s*(?:并且|且)\s*/)) {
    const clause = readClause(part.trim());
    if ('why' in clause) return { fault: clause };
    clauses.push(clause);
  }
  return { clauses };
}

function readClause(part: string): Clause | ConditionFault {
  const match = clausePattern.exec(part)?.groups;
  if (match === undefined) return { part, why: 'form' };
  const named = match.quantity.trim().toLowerCase();
  const quantity = quantities.find((one) => one === named) ?? synonyms[named];
  if (quantity === undefined) return { part: match.quantity.trim(), why: 'quantity' };
  const number = Number(match.value);
  const unit = match.unit === '％' ? '%' : match.unit;
  if (isShare(quantity) !== (unit === '%') && !(isShare(quantity) && unit === undefined && number <= 1))
    return { part, why: 'unit' };
  if (quantity !== 'longest wait' && unit !== undefined && unit !== '%') return { part, why: 'unit' };
  const value = unit === '%' ? number / 100 : number * (unit === undefined ? 1 : secondsOf[unit]);
  if (isShare(quantity) && value > 1) return { part, why: 'share' };
  const lengths = { for: 0, over: usualWindow };
  for (const { groups } of match.rest.matchAll(lengthPattern)) {
    const { what = '', number: count = '', unit: length = '' } = groups ?? {};
    const isOver = what === 'over' || what === '近';
    if (isOver && !rolling.includes(quantity)) return { part, why: 'rolling' };
    lengths[isOver ? 'over' : 'for'] = Number(count) * secondsOf[length];
  }
  return {
    quantity,
    of: match.of ?? null,
    above: ['>', '>=', '≥', '大于'].includes(match.op),
    orEqual: ['>=', '<=', '≥', '≤'].includes(match.op),
    value,
    forSeconds: lengths.for,
    overSeconds: lengths.over,
  };
}

/** How the two conditions of something that is switched on and off go together. */
export type Switching =
  | { sound: true }
  /** Both can be true at once: it would be switched on and off without end. */
  | { sound: false; why: 'contradict' }
  /** The same quantity, so close together that chance carries it to and fro. */
  | { sound: false; why: 'flap'; clause: Clause; proposal: Clause };

/** What "so close" means: the off value beyond this share of the on value, and for less than this long. */
const closest = 0.8;
const shortest = 300;

/**
 * Looks whether something can be switched on by one condition and off by another without flapping.
 *
 * @returns for `flap` the clause of `off` that is too near, and one with a distance (hysteresis) to put in its place
 */
export function judgeSwitching(on: Condition, off: Condition): Switching {
  let flaps: Switching | undefined;
  for (const enter of on) {
    const leave = off.find(
      (one) => one.quantity === enter.quantity && one.of === enter.of && one.above !== enter.above,
    );
    if (leave === undefined) continue;
    const overlaps = enter.above ? leave.value > enter.value : leave.value < enter.value;
    if (overlaps) continue;
    if (!isClose(enter, leave) || leave.forSeconds >= shortest) return { sound: true };
    flaps = { sound: false, why: 'flap', clause: leave, proposal: withDistance(enter, leave) };
  }
  return flaps ?? { sound: false, why: 'contradict' };
}

function isClose(enter: Clause, leave: Clause): boolean {
  return enter.above ? leave.value > closest * enter.value : leave.value * closest < enter.value;
}

function withDistance(enter: Clause, leave: Clause): Clause {
  const ofShares = isShare(enter.quantity);
  const moved = enter.above ? 0.6 * enter.value : Math.min(ofShares ? 1 : Number.POSITIVE_INFINITY, enter.value / 0.6);
  const value = ofShares ? Math.round(100 * moved) / 100 : Math.round(moved);
  return { ...leave, value, forSeconds: Math.max(2 * leave.forSeconds, 600) };
}

/** Whether two conditions can be true at the same time, as far as their values say. */
export function canMeet(one: Condition, other: Condition): boolean {
  return !one.some((a) =>
    other.some((b) => {
      if (a.quantity !== b.quantity || a.of !== b.of || a.above === b.above) return false;
      const [low, high] = a.above ? [a, b] : [b, a];
      return low.value > high.value || (low.value === high.value && !(low.orEqual && high.orEqual));
    }),
  );
}

/**
 * A condition as it is written in English.
 * @example
 * ```ts
 * const read = readCondition('排队 > 60 持续 5 分钟');
 * 'clauses' in read && writeCondition(read.clauses); // => 'queue > 60 for 5 min'
 * ```
 */
export function writeCondition(condition: Condition): string {
  return condition.map(writeClause).join(' and ');
}

/** One clause as it is written. */
export function writeClause({ above, forSeconds, of, orEqual, overSeconds, quantity, value }: Clause): string {
  const operator = `${above ? '>' : '<'}${orEqual ? '=' : ''}`;
  const amount = isShare(quantity)
    ? `${Number((100 * value).toPrecision(6))} %`
    : `${value}${quantity === 'longest wait' ? ' s' : ''}`;
  const over = rolling.includes(quantity) && overSeconds !== usualWindow ? ` over ${minutes(overSeconds)}` : '';
  const lasting = forSeconds > 0 ? ` for ${minutes(forSeconds)}` : '';
  return `${quantity}${of === null ? '' : ` of ${of}`} ${operator} ${amount}${over}${lasting}`;
}

function minutes(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
