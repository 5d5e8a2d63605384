/** The quality section of a scenario: names to indexes, local times to seconds, and what is wrong in it. */
import { channels } from '../kinds/channels/index.ts';
import { minutesOf, type Span } from '../kinds/clock.ts';
import type { Path } from '../kinds/resolving.ts';
import { sampling } from '../kinds/sampling/index.ts';
import { normalCdf, normalDensity } from '../math/normal.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, Calibration, HeadCounts, NamedStaff, QualityModel, QualitySample } from './scenario.ts';
import type { CompleteScenario } from './schema.ts';

type WrittenQuality = NonNullable<CompleteScenario['quality']>;

/** Weights of a form may miss 1 by no more than rounding. */
const rounding = 1e-6;

/** The quality model; undefined where the scenario has none, or one at fault. */
export function resolveQuality(resolution: Resolution): QualityModel | undefined {
  const { quality: written } = resolution.written;
  if (written === undefined) {
    reportUnused(resolution);
    return undefined;
  }
  const { agents, evaluators, form, groups, pass } = written;
  const samples = Object.keys(written.samples).map((name) => resolveSample(name, written, resolution));
  const work = scoredWork(written, samples, resolution);
  const names = Object.keys(resolution.written.work);
  // What samples become is reported where it is written.
  const scoring = evaluators.work ?? scoringWork(written).filter((name) => names.includes(name));
  const evaluating = indexesOf(scoring, ['quality', 'evaluators', 'work'], resolution);
  const coaching = Object.entries(written.coaching).map(
    ([name, { closes, halvesAfterDays, holdsAgent, lateHalvesAfterDays, others }]) => ({
      work: resolution.indexOf('work', name, names, ['quality', 'coaching', name], 'key'),
      closes,
      others,
      lateSeconds: decayTime(lateHalvesAfterDays),
      fadeSeconds: decayTime(halvesAfterDays),
      holdsAgent,
    }),
  );
  const known = Object.keys(resolution.written.people.groups);
  for (const group of Object.keys(groups)) {
    resolution.indexOf('group', group, known, ['quality', 'groups', group], 'key');
  }
  const sum = Object.values(form).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > rounding) {
    resolution.fault(['quality', 'form'], { key: 'formWeights', values: { sum: Number(sum.toPrecision(6)) } }, 'key');
  }
  for (const type of [...evaluating, ...coaching.map(({ work }) => work)]) reportWaiting(names[type], resolution);
  for (const { holdsAgent, work } of coaching) {
    if (!holdsAgent || !resolution.written.work[names[work]]?.interruptible) continue;
    const path = ['work', names[work], 'interruptible'];
    resolution.fault(path, { key: 'talkInterrupted', values: { work: names[work] } });
  }
  const calibration = resolveCalibration(evaluators.calibration, resolution);
  checkRoles(work, evaluating, resolution);
  if (!samples.every((sample) => sample !== undefined) || calibration === undefined) return undefined;
  const { tiredPerHour, ...spread } = agents;
  return {
    pass,
    criteria: Object.entries(form).map(([name, weight]) => ({ name, weight: weight / sum })),
    agents: { ...spread, tiredPerSecond: tiredPerHour / 3600 },
    groups: known.map((group) => {
      const { halvesAfterDays, points = 0 } = groups[group] ?? {};
      return { points, learnSeconds: decayTime(halvesAfterDays) };
    }),
    work,
    samples,
    evaluators: { work: evaluating, bias: evaluators.bias, noise: evaluators.noise, calibration },
    coaching,
  };
}

/** Evaluations and talks are work that waits by itself. */
function reportWaiting(name: string | undefined, resolution: Resolution): void {
  if (name === undefined) return;
  const { channel } = resolution.written.work[name];
  if (!channels.get(channel).customerWaits) return;
  resolution.fault(['work', name, 'channel'], { key: 'waitsForQuality', values: { work: name, channel } });
}

/** Time in which what halves so often shrinks to 1/e, seconds. */
function decayTime(halvesAfterDays: number | undefined): number {
  return halvesAfterDays === undefined ? Number.POSITIVE_INFINITY : (86_400 * halvesAfterDays) / Math.LN2;
}

/** Consequences of a quality that nobody has. */
function reportUnused(resolution: Resolution): void {
  for (const [name, { after, resolvedPerPointBelow, satisfaction }] of Object.entries(resolution.written.work)) {
    const path = ['work', name];
    const report = (where: Path) => resolution.fault(where, { key: 'noQuality', values: undefined }, 'key');
    if (resolvedPerPointBelow > 0) report([...path, 'resolvedPerPointBelow']);
    if ((satisfaction?.perPointBelow ?? 0) > 0) report([...path, 'satisfaction', 'perPointBelow']);
    for (const [outcome, one] of Object.entries(after)) {
      for (const [type, { perPointBelow }] of Object.entries(one?.becomes ?? {})) {
        if (perPointBelow > 0) report([...path, 'after', outcome, 'becomes', type, 'perPointBelow']);
      }
    }
  }
}

function indexesOf(written: readonly string[], path: Path, resolution: Resolution): number[] {
  const names = Object.keys(resolution.written.work);
  return written
    .map((name, place) => resolution.indexOf('work', name, names, [...path, place]))
    .filter((index) => index >= 0);
}

function resolveSample(name: string, { samples }: WrittenQuality, resolution: Resolution): QualitySample | undefined {
  const { at, becomes, kind, of, ...fields } = samples[name];
  const path = ['quality', 'samples', name];
  const groups = Object.keys(resolution.written.people.groups);
  const names = Object.keys(resolution.written.work);
  const rule = sampling.get(kind);
  const resolved =
    rule.resolve === undefined
      ? fields
      : rule.resolve(fields, {
          groups,
          groupOf: (group, at) => resolution.indexOf('group', group, groups, [...path, ...at]),
          fault: (at, message) => resolution.fault([...path, ...at], message),
        });
  const from = indexesOf(of, [...path, 'of'], resolution);
  const to = resolution.indexOf('work', becomes, names, [...path, 'becomes']);
  if (of.includes(becomes)) {
    resolution.fault([...path, 'becomes'], { key: 'samplesItself', values: { work: becomes } });
  }
  const moments = everyDay(at, 1, [...path, 'at'], resolution);
  if (resolved === undefined || to < 0 || moments === undefined) return undefined;
  return { name, rule: { kind, ...resolved }, of: from, becomes: to, moments };
}

/** A local time of every so-many-th day, within the days simulated. */
function everyDay(at: string, days: number, path: Path, resolution: Resolution): number[] | undefined {
  const { clock } = resolution.local;
  const moments: number[] = [];
  for (let day = 0; day < clock.days.length; day += days) {
    const moment = resolution.moment(day, minutesOf(at), path);
    if (moment === undefined) return undefined;
    if (moment > 0 && moment < clock.horizonSeconds) moments.push(moment);
  }
  return moments;
}

function resolveCalibration(
  written: WrittenQuality['evaluators']['calibration'],
  resolution: Resolution,
): Calibration | null | undefined {
  if (written === undefined) return null;
  const { at, everyDays, keeps, minutes } = written;
  const moments = everyDay(at, everyDays, ['quality', 'evaluators', 'calibration', 'at'], resolution);
  return moments === undefined ? undefined : { moments, seconds: 60 * minutes, keeps };
}

/** Work that has a quality: as named, or what is sampled and what suffers when it is poor. */
function scoredWork(
  { work }: WrittenQuality,
  samples: readonly (QualitySample | undefined)[],
  resolution: Resolution,
): number[] {
  if (work !== undefined) return indexesOf(work, ['quality', 'work'], resolution);
  const sampled = samples.flatMap((sample) => sample?.of ?? []);
  return Object.values(resolution.written.work).flatMap(({ after, resolvedPerPointBelow, satisfaction }, index) => {
    const suffers =
      resolvedPerPointBelow > 0 ||
      (satisfaction?.perPointBelow ?? 0) > 0 ||
      Object.values(after).some((one) =>
        Object.values(one?.becomes ?? {}).some(({ perPointBelow }) => perPointBelow > 0),
      );
    return suffers || sampled.includes(index) ? [index] : [];
  });
}

/** Nobody scores his own work. */
function checkRoles(work: readonly number[], evaluating: readonly number[], resolution: Resolution): void {
  const names = Object.keys(resolution.written.work);
  for (const [group, { skills }] of Object.entries(resolution.written.people.groups)) {
    const done = work.find((type) => !evaluating.includes(type) && Object.hasOwn(skills, names[type]));
    const scored = evaluating.find((type) => Object.hasOwn(skills, names[type]));
    if (done === undefined || scored === undefined) continue;
    const values = { group, work: names[done], evaluation: names[scored] };
    resolution.fault(['people', 'groups', group, 'skills', names[scored]], { key: 'scoresItself', values }, 'key');
  }
}

/**
 * Gives the people of head-counts a name wherever it matters who somebody is: whose quality is simulated, who evaluates and who
 * coaches. Of a group with `n` agents at some hour, those called 1 to `n` are there.
 */
export function nameAgents(
  groups: readonly AgentGroup[],
  { coaching, evaluators, work }: QualityModel,
  horizonSeconds: number,
): AgentGroup[] {
  const matters = [...work, ...evaluators.work, ...coaching.map((one) => one.work)];
  return groups.map((group) => {
    const { name, speeds, staff } = group;
    if (staff.source === 'named' || matters.every((type) => speeds[type] === 0)) return group;
    return { ...group, staff: nameSteps(name, staff, horizonSeconds) };
  });
}

function nameSteps(group: string, { steps }: HeadCounts, horizonSeconds: number): NamedStaff {
  const most = Math.max(...steps.map(({ agents }) => agents));
  const agents = Array.from({ length: most }, (_, place) => {
    const onQueue: Span[] = [];
    steps.forEach(({ agents, from }, i) => {
      const to = steps[i + 1]?.from ?? horizonSeconds;
      if (agents <= place || to <= from) return;
      const last = onQueue[onQueue.length - 1];
      if (last?.to === from) last.to = to;
      else onQueue.push({ from, to });
    });
    return { name: `${group} ${place + 1}`, onQueue, paid: onQueue.map((span) => ({ ...span })), breaks: [] };
  });
  return { source: 'named', agents };
}

/**
 * Mean points by which a contact of the worst group lies below the pass mark: E[(m − X)⁺] of a normal X.
 * @param quality as written; 0 where there is none
 */
export function meanShortfall(quality: CompleteScenario['quality']): number {
  if (quality === undefined) return 0;
  const { agents, groups, pass } = quality;
  const worst = Math.min(0, ...Object.values(groups).map(({ points }) => points));
  const spread = Math.hypot(agents.between, agents.byWork, agents.within);
  const gap = pass - agents.mean - worst;
  if (spread === 0) return Math.max(0, gap);
  return gap * normalCdf(gap / spread) + spread * normalDensity(gap / spread);
}

/** Types of work that touch quality: they have one, they score one, or they change one. */
export function touchesQuality(quality: QualityModel | undefined, type: number): boolean {
  if (quality === undefined) return false;
  const { coaching, evaluators, work } = quality;
  return work.includes(type) || evaluators.work.includes(type) || coaching.some((one) => one.work === type);
}

/** Names of the work that gives scores. */
export function scoringWork(quality: CompleteScenario['quality']): string[] {
  if (quality === undefined) return [];
  return quality.evaluators.work ?? [...new Set(Object.values(quality.samples).map(({ becomes }) => becomes))];
}

/** Types that a sample may make. */
export function sampledInto(quality: CompleteScenario['quality'], name: string): boolean {
  return Object.values(quality?.samples ?? {}).some(({ becomes }) => becomes === name);
}
