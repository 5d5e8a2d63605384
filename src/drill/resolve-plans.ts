/** The plans of a drill: conditions and orders read, and what contradicts itself or flaps found. */
import type { Path } from '../kinds/resolving.ts';
import { nearestName } from '../words/nearest-name.ts';
import { type Condition, canMeet, judgeSwitching, readCondition, writeClause } from './condition.ts';
import { type Level, type LevelName, type Lever, levelNames, type Order, type Plan } from './drill.ts';
import type { WrittenPlan } from './drill-schema.ts';
import type { DrillReading } from './read-drill.ts';

/** Resolves every plan. */
export function resolvePlans(
  reading: DrillReading,
  levers: readonly Lever[],
  window: { from: number; to: number },
): Plan[] {
  return Object.entries(reading.written.plans).map(([name, written]) => {
    const path = ['plans', name];
    const levels = levelNames.map((level) => readLevel(reading, levers, [...path, 'levels', level], level, written));
    const rules = written.rules.flatMap(({ when, do: todo }, i) => {
      const place = [...path, 'rules', i];
      const condition = readAt(reading, [...place, 'when'], when);
      const orders = readOrders(reading, levers, [...place, 'do'], todo, levels);
      return condition === undefined ? [] : [{ when: condition, orders, place, text: when }];
    });
    checkRules(reading, levers, rules);
    return {
      name,
      summary: written.summary,
      levels,
      rules: rules.map(({ orders, when }) => ({ when, orders })),
      script: readScript(reading, levers, path, written, levels, window),
    };
  });
}

function readLevel(
  reading: DrillReading,
  levers: readonly Lever[],
  path: Path,
  name: LevelName,
  { levels }: WrittenPlan,
): Level | null {
  const written = levels[name];
  if (written === undefined) return null;
  const enter = readAt(reading, [...path, 'enter'], written.enter);
  const leave = readAt(reading, [...path, 'leave'], written.leave);
  const orders = readOrders(reading, levers, [...path, 'do'], written.do, []);
  for (const [i, order] of orders.entries()) {
    if (order.action !== 'pull') {
      reading.drillFault([...path, 'do', i], { key: 'levelPulls', values: { level: name, got: written.do[i] } });
    }
  }
  if (enter === undefined || leave === undefined) return null;
  const switching = judgeSwitching(enter, leave);
  if (!switching.sound) {
    const values = { level: name, enter: written.enter, leave: written.leave };
    if (switching.why === 'contradict') reading.drillFault([...path, 'leave'], { key: 'levelContradicts', values });
    else {
      const proposal = writeClause(switching.proposal);
      reading.drillFault([...path, 'leave'], { key: 'levelFlaps', values: { ...values, proposal } });
    }
  }
  return { enter, leave, orders };
}

function readAt(reading: DrillReading, path: Path, text: string): Condition | undefined {
  const read = readCondition(text);
  if ('fault' in read) {
    return reading.drillFault(path, { key: 'badCondition', values: { got: read.fault.part, why: read.fault.why } });
  }
  for (const { of, quantity } of read.clauses) {
    if (of === null) continue;
    const isGroup = quantity === 'occupancy' || quantity === 'idle';
    const allowed = (isGroup ? reading.base.groups : reading.base.work).map(({ name }) => name);
    if (quantity === 'lines') reading.drillFault(path, { key: 'badCondition', values: { got: of, why: 'form' } });
    else if (!allowed.includes(of)) {
      const values = { what: isGroup ? 'group' : 'work', got: of, near: nearestName(of, allowed), allowed } as const;
      reading.fault(path, { key: 'unknownName', values });
    }
  }
  return read.clauses;
}

const pullWords = /^(?:pull|启动)\s+/i;
const releaseWords = /^(?:release|end|停止|撤回)\s+/i;
const levelWords = /^(?:level|响应级别)\s*(III|II|I)(?:\s*级)?$/i;
const standDownWords = /^(?:stand down|解除响应)$/i;

/**
 * Reads one order.
 *
 * @param levers those of the drill
 * @param levels of the plan; one that it lacks cannot be declared. Not looked at when empty.
 * @returns the order, or what is wrong
 */
export function readOrder(
  text: string,
  levers: readonly Lever[],
  levels: readonly (Level | null)[],
): Order | { fault: Parameters<DrillReading['drillFault']>[1] } {
  const trimmed = text.trim();
  if (standDownWords.test(trimmed)) return { action: 'level', level: 0 };
  const level = levelWords.exec(trimmed)?.[1]?.toUpperCase() as LevelName | undefined;
  if (level !== undefined) {
    const index = levelNames.indexOf(level);
    if (levels[index] === null || (levels.length === 0 && levers.length > 0)) {
      return { fault: { key: 'levelMissing', values: { got: level } } };
    }
    return { action: 'level', level: index + 1 };
  }
  const isRelease = releaseWords.test(trimmed);
  const rest = trimmed.replace(isRelease ? releaseWords : pullWords, '');
  const [, name = rest, count] = /^(.*?)(?:\s+(\d+))?$/.exec(rest) ?? [];
  const names = levers.map((lever) => lever.name);
  const find = (called: string) => levers.findIndex((lever) => callsOf(lever).includes(called.toLowerCase()));
  const whole = find(rest);
  const index = whole < 0 ? find(name) : whole;
  if (index < 0) {
    return { fault: { key: 'unknownLever', values: { got: name, near: nearestName(name, names), allowed: names } } };
  }
  if (isRelease) return { action: 'release', lever: index };
  const { capacity, counted } = levers[index];
  const agents = whole >= 0 || count === undefined ? capacity : Number(count);
  if (!counted && agents !== 1) return { fault: { key: 'notCounted', values: { lever: name, got: agents } } };
  if (agents > capacity || agents < 1) {
    return { fault: { key: 'beyondCapacity', values: { lever: name, got: agents, most: capacity } } };
  }
  return { action: 'pull', lever: index, agents };
}

/** What a lever is called in orders, in small letters. */
function callsOf({ name, title }: Lever): string[] {
  const titles = typeof title === 'string' ? [title] : [title.en, title.zh];
  return [name, ...titles].map((one) => one.toLowerCase());
}

function readOrders(
  reading: DrillReading,
  levers: readonly Lever[],
  path: Path,
  texts: readonly string[],
  levels: readonly (Level | null)[],
): Order[] {
  return texts.flatMap((text, i) => {
    const order = readOrder(text, levers, levels);
    if (!('fault' in order)) return [order];
    reading.drillFault([...path, i], order.fault);
    return [];
  });
}

/** Of two rules one of which pulls a lever and one releases it, both must not hold at once, nor lie so near that they flap. */
function checkRules(
  reading: DrillReading,
  levers: readonly Lever[],
  rules: readonly { when: Condition; orders: Order[]; place: Path; text: string }[],
): void {
  const does = (rule: (typeof rules)[number], action: 'pull' | 'release', lever: number) =>
    rule.orders.some((order) => order.action === action && order.lever === lever);
  levers.forEach(({ name }, lever) => {
    for (const on of rules.filter((rule) => does(rule, 'pull', lever))) {
      for (const off of rules.filter((rule) => does(rule, 'release', lever))) {
        const [one, other] = [on, off].sort((a, b) => rules.indexOf(a) - rules.indexOf(b));
        const at = [...other.place, 'when'];
        const values = { lever: name, one: one.text, other: other.text };
        if (on === off || canMeet(on.when, off.when)) {
          reading.drillFault(at, { key: 'rulesContradict', values });
          continue;
        }
        const switching = judgeSwitching(on.when, off.when);
        if (switching.sound || switching.why !== 'flap') continue;
        const proposal = writeClause(switching.proposal);
        const told = { lever: name, one: on.text, other: off.text, proposal };
        reading.drillFault([...off.place, 'when'], { key: 'rulesFlap', values: told });
      }
    }
  });
}

function readScript(
  reading: DrillReading,
  levers: readonly Lever[],
  path: Path,
  { script }: WrittenPlan,
  levels: readonly (Level | null)[],
  { from, to }: { from: number; to: number },
): Plan['script'] {
  let latest = '';
  return script.map(({ at, by, do: todo }, i) => {
    const place = [...path, 'script', i];
    const moment = reading.moment(at);
    if (latest !== '' && moment < reading.moment(latest)) {
      reading.drillFault([...place, 'at'], { key: 'scriptOrder', values: { at, before: latest } });
    } else latest = at;
    if (from < to && (moment < from || moment >= to)) {
      const values = { at, from: reading.written.from, to: reading.written.to };
      reading.drillFault([...place, 'at'], { key: 'scriptOutside', values });
    }
    return { at: moment, by, orders: readOrders(reading, levers, [...place, 'do'], todo, levels) };
  });
}
