/**
 * From a drill file to a drill that can be run: the scenario with its injects worked in, names to indexes, conditions and orders
 * read. All faults are reported at once.
 */
import type { Norm } from '../judge/norm/clause-test.ts';
import { matchNorm } from '../judge/norm/match-norm.ts';
import { minutesOf } from '../kinds/clock.ts';
import type { Path } from '../kinds/resolving.ts';
import { completeBy } from '../scenario/complete.ts';
import { fingerprint } from '../scenario/hash.ts';
import { LocalClock } from '../scenario/local-clock.ts';
import { type ParsedFile, type ParsedScenario, parseBy, showPath } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Fault, ScenarioError } from '../scenario/scenario-error.ts';
import type { WrittenScenario } from '../scenario/schema.ts';
import type { DrillMessage } from '../words/drill-faults.ts';
import type { FaultMessage } from '../words/faults.ts';
import type { Drill, DrillNorm, Inject, Objective, Said } from './drill.ts';
import { drillSchema, type WrittenDrill } from './drill-schema.ts';
import { resolveLevers } from './resolve-levers.ts';
import { resolvePlans } from './resolve-plans.ts';

/** The centre of a drill on an ordinary day, and a way to resolve it with more written into it. */
export interface BaseScenario {
  parsed: ParsedScenario;
  scenario: Scenario;
  /** Resolves what is written with the same files beside it. */
  resolveAs(parsed: ParsedScenario): Scenario;
}

/** A drill on its way: what is written, the times of day as moments, and the faults found so far. */
export class DrillReading {
  readonly written: WrittenDrill;
  readonly base: Scenario;
  readonly faults: Fault[] = [];
  readonly #parsed: ParsedFile<unknown>;
  readonly #local: LocalClock;

  constructor(parsed: ParsedFile<unknown>, base: Scenario) {
    this.#parsed = parsed;
    this.written = completeBy(drillSchema(), parsed.written) as WrittenDrill;
    this.base = base;
    const { days, intervalSeconds, startDate, timeZone } = base.clock;
    this.#local = new LocalClock(startDate, timeZone, days.length, intervalSeconds / 60);
  }

  /** Reports a fault at a path of the drill. */
  fault(path: Path, message: FaultMessage): undefined {
    const { file, locate } = this.#parsed;
    this.faults.push({ file, ...locate(path), path: showPath(path), message });
  }

  /** Reports a fault that only drills have. */
  drillFault(path: Path, message: DrillMessage): undefined {
    return this.fault(path, { key: 'inDrill', values: message });
  }

  /** A time of day on the day of the drill; on one of 25 hours the first of two. */
  moment(text: string): number {
    const [moment] = this.#local.moments(this.written.day - 1, minutesOf(text));
    return moment ?? this.base.clock.days[this.written.day - 1].start + minutesOf(text) * 60;
  }

  locate(path: Path): { line: number | null; column: number | null } {
    return this.#parsed.locate(path);
  }

  /** Faults as one error, from the top of the file to its end. */
  error(faults: readonly Fault[] = this.faults): ScenarioError {
    const rank = ({ line, column }: Fault) => (line ?? 2 ** 30) * 2 ** 20 + (column ?? 0);
    return new ScenarioError([...faults].sort((a, b) => rank(a) - rank(b)));
  }

  get file(): string {
    return this.#parsed.file;
  }
}

/**
 * Checks a drill file against its schema.
 * @throws ScenarioError with every fault of the syntax, or else every fault against the schema
 */
export function parseDrill(source: Uint8Array | string, file: string): ParsedFile<{ scenario: string; norm?: string }> {
  return parseBy(drillSchema(), source, file);
}

/**
 * Resolves a drill.
 *
 * @param parsed what `parseDrill` returned
 * @param name of the drill
 * @param base the scenario that it names
 * @param given `plan`: name of the plan that acts, instead of the one that the file names; `norm`: the one that it names, read
 * @throws ScenarioError with every fault found in the drill
 */
export function resolveDrill(
  parsed: ParsedFile<unknown>,
  name: string,
  base: BaseScenario,
  { norm, plan }: { plan?: string | undefined; norm?: Norm | undefined } = {},
): Drill {
  const reading = new DrillReading(parsed, base.scenario);
  const { written } = reading;
  const { days } = base.scenario.clock;
  if (written.day > days.length) {
    reading.fault(['day'], { key: 'dayOutside', values: { got: written.day, days: days.length } });
    throw reading.error();
  }
  const window = resolveWindow(reading);
  checkInjects(reading, window);
  const happening = reading.faults.length === 0 ? withInjects(reading, base) : base.scenario;
  const equipped = resolveLevers(reading, happening);
  const plans = resolvePlans(reading, equipped.levers, window);
  const names = Object.keys(written.plans);
  const acting = names.indexOf(plan ?? written.plan);
  if (acting < 0) {
    reading.drillFault(['plan'], { key: 'unknownPlan', values: { got: plan ?? written.plan, allowed: names } });
  }
  const injects = resolveInjects(reading);
  const objectives = resolveObjectives(reading, happening, injects);
  if (reading.faults.length > 0) throw reading.error();
  const held = holdAgainst(norm, equipped.scenario);
  const ordinary = holdAgainst(norm, resolveLevers(reading, withInjects(reading, base, false)).scenario).scenario;
  const { customerWorthHours, normalQueue, participants, stepMinutes, summary } = written;
  const content = {
    scenario: held.scenario,
    closedSkills: equipped.closedSkills,
    ...window,
    stepSeconds: stepMinutes * 60,
    normalQueue,
    customerWorth: customerWorthHours,
    injects,
    levers: equipped.levers,
    plans,
    objectives,
    norm: held.norm,
  };
  return {
    name,
    summary,
    hash: fingerprint({
      ...content,
      scenario: happening.hash,
    }),
    ...content,
    ordinary,
    participants,
    plan: acting,
  };
}

/** Puts what a norm asks behind the promises of a scenario. */
function holdAgainst(norm: Norm | undefined, scenario: Scenario): { scenario: Scenario; norm: DrillNorm | null } {
  if (norm === undefined) return { scenario, norm: null };
  const matched = matchNorm(norm, scenario);
  const own = scenario.promises.length;
  const clauses = matched.clauses.map(({ clause, match, promise }) => ({
    clause,
    promise: promise === null ? null : own + promise,
    decided: 'judgement' in match ? match.judgement : null,
  }));
  const promises = [...scenario.promises, ...matched.scenario.promises];
  return { scenario: { ...matched.scenario, promises }, norm: { title: norm.title, clauses } };
}

function resolveWindow(reading: DrillReading): { from: number; to: number } {
  const [from, to] = [reading.moment(reading.written.from), reading.moment(reading.written.to)];
  if (from >= to) {
    reading.drillFault(['to'], { key: 'windowOrder', values: { from: reading.written.from, to: reading.written.to } });
  }
  return { from, to };
}

function checkInjects(reading: DrillReading, { from, to }: { from: number; to: number }): void {
  const { injects } = reading.written;
  let latest = '';
  for (const [i, { at, shocks, toldAt }] of injects.entries()) {
    const moment = reading.moment(at);
    if (latest !== '' && moment < reading.moment(latest)) {
      reading.drillFault(['injects', i, 'at'], { key: 'injectOrder', values: { at, before: latest } });
    } else latest = at;
    if (from < to && (moment < from || moment >= to)) {
      const values = { at, from: reading.written.from, to: reading.written.to };
      reading.drillFault(['injects', i, 'at'], { key: 'injectOutside', values });
    }
    if (toldAt !== undefined && reading.moment(toldAt) < moment) {
      reading.drillFault(['injects', i, 'toldAt'], { key: 'toldBeforeInject', values: { at, told: toldAt } });
    }
    for (const [j, shock] of shocks.entries()) {
      const start = shock.from as string | undefined;
      if (start !== undefined && reading.moment(start) < moment) {
        reading.drillFault(['injects', i, 'shocks', j, 'from'], {
          key: 'shockBeforeInject',
          values: { at, from: start },
        });
      }
    }
  }
}

/** One text of something said; the hash and the scenario's own texts are in English. */
export function oneText(said: Said): string {
  return typeof said === 'string' ? said : said.en;
}

/** The scenario with the drill's shocks (unless nothing happens) and promises written into it, and resolved anew. */
function withInjects(reading: DrillReading, base: BaseScenario, happens = true): Scenario {
  const { day, injects, objectives } = reading.written;
  const before = base.parsed.written;
  const ownShocks = before.shocks?.length ?? 0;
  const ownPromises = before.promises?.length ?? 0;
  const places: Path[] = [];
  const shocks = (happens ? injects : []).flatMap(({ at, shocks: written, what }, i) =>
    written.map((shock, j) => {
      places.push(['injects', i, 'shocks', j]);
      return { from: at, ...shock, day, why: oneText(what) };
    }),
  );
  const promised = objectives.flatMap(({ id, promise }, i) => (promise === undefined ? [] : [{ i, id, promise }]));
  const written = {
    ...before,
    shocks: [...(before.shocks ?? []), ...shocks],
    promises: [...(before.promises ?? []), ...promised.map(({ id, promise }) => ({ id: `drill: ${id}`, ...promise }))],
  } as WrittenScenario;
  const placed = (path: Path): Path => {
    const [key, index, ...rest] = path;
    if (key === 'shocks' && typeof index === 'number' && index >= ownShocks)
      return [...places[index - ownShocks], ...rest];
    if (key === 'promises' && typeof index === 'number' && index >= ownPromises) {
      return ['objectives', promised[index - ownPromises].i, 'promise', ...rest];
    }
    return path;
  };
  try {
    return base.resolveAs({ file: reading.file, written, locate: (path) => reading.locate(placed(path)) });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    for (const fault of error.faults) reading.faults.push({ ...fault, path: showPath(placed(pathOf(fault.path))) });
    return base.scenario;
  }
}

/** A path as `showPath` printed it. */
function pathOf(shown: string): (string | number)[] {
  return [...shown.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? key : Number(index),
  );
}

function resolveInjects(reading: DrillReading): Inject[] {
  return reading.written.injects.map(({ at, shocks, told, toldAt, truth, what }) => {
    const moment = reading.moment(at);
    const ends = shocks.map((shock) => {
      const { from, hours = 0, minutes = 0 } = shock as { from?: string; hours?: number; minutes?: number };
      return (from === undefined ? moment : reading.moment(from)) + hours * 3600 + minutes * 60;
    });
    return {
      at: moment,
      what,
      told,
      toldAt: toldAt === undefined ? moment : reading.moment(toldAt),
      truth,
      until: Math.max(moment, ...ends),
    };
  });
}

function resolveObjectives(reading: DrillReading, scenario: Scenario, injects: readonly Inject[]): Objective[] {
  const ids = new Set<string>();
  return reading.written.objectives.flatMap((written, i): Objective[] => {
    const { capability, id, objective, promise, recoveredWithinMinutes, response } = written;
    const path = ['objectives', i];
    if (ids.has(id)) reading.fault([...path, 'id'], { key: 'idTwice', values: { id } });
    ids.add(id);
    const given = [promise, response, recoveredWithinMinutes].filter((one) => one !== undefined).length;
    if (given !== 1) return reading.drillFault(path, { key: 'oneMeasure', values: { got: given } }) ?? [];
    const told = { id, text: objective, capability };
    if (promise !== undefined) {
      const index = scenario.promises.findIndex((one) => one.id === `drill: ${id}`);
      return [{ ...told, measure: { kind: 'promise', promise: index } }];
    }
    if (recoveredWithinMinutes !== undefined) {
      return [{ ...told, measure: { kind: 'recovery', within: recoveredWithinMinutes * 60 } }];
    }
    const { inject, level, withinMinutes } = response as NonNullable<typeof response>;
    if (inject > injects.length) {
      const values = { got: inject, count: injects.length };
      return reading.drillFault([...path, 'response', 'inject'], { key: 'noSuchInject', values }) ?? [];
    }
    const levels = ['III', 'II', 'I'];
    const measure = {
      kind: 'response' as const,
      level: levels.indexOf(level) + 1,
      inject: inject - 1,
      within: withinMinutes * 60,
    };
    return [{ ...told, measure }];
  });
}
