/**
 * Who is really there: absence, late arrivals, early leave and stretches away, drawn for each person and day from streams of his
 * name, so that two rosters are compared on identical people. Heads of a group without names are persons as well: the k-th is
 * there whenever the roster has k or more.
 */
import { fillGamma } from '../random/samplers.ts';
import { nextUniform, restartStream, type Stream, type StreamKey, streamKey } from '../random/stream.ts';
import type { AgentGroup, Attendance, Clock, HeadCounts, NamedAgent, Scenario, Span } from '../scenario/scenario.ts';

/** What the draws of a scenario need; made once. */
export interface AttendancePlan {
  readonly attendance: Attendance;
  readonly clock: Clock;
  readonly groups: readonly AgentGroup[];
  /** By group: the heads of head-counts with their hours, as people are. */
  readonly heads: readonly (readonly NamedAgent[])[];
  /** By group and person. */
  readonly keys: readonly (readonly StreamKey[])[];
  readonly dayKey: StreamKey;
}

/** What a person's stream of a day is asked for; each has draws of its own. */
const asked = { absence: 0, late: 1, early: 2, away: 3 } as const;

/** Longest gap within a shift, seconds: what lies further apart are two shifts of a split day. */
export const longestGap = 3 * 3600;

/** Prepares the draws; null where everybody keeps to the roster. */
export function planAttendance(scenario: Scenario, seed: string): AttendancePlan | null {
  const { attendance, clock, groups } = scenario;
  if (attendance === undefined) return null;
  const heads = groups.map(({ staff }) => (staff.source === 'named' ? staff.agents : headsOf(staff, clock)));
  const keys = groups.map(({ name, staff }, group) =>
    heads[group].map((head, k) =>
      streamKey(seed, staff.source === 'named' ? `attendance/${head.name}` : `attendance/${name}/${k + 1}`),
    ),
  );
  return { attendance, clock, groups, heads, keys, dayKey: streamKey(seed, 'attendance') };
}

/** Head-counts as heads: the k-th is there while at least k are scheduled. */
function headsOf({ steps }: HeadCounts, { horizonSeconds }: Clock): NamedAgent[] {
  const most = Math.max(...steps.map(({ agents }) => agents));
  return Array.from({ length: most }, (_, k): NamedAgent => {
    const onQueue: Span[] = [];
    for (const [i, { agents, from }] of steps.entries()) {
      if (agents <= k) continue;
      const to = steps[i + 1]?.from ?? horizonSeconds;
      const last = onQueue.at(-1);
      if (last?.to === from) last.to = to;
      else onQueue.push({ from, to });
    }
    return { name: '', onQueue, paid: [], breaks: [] };
  });
}

/**
 * The groups as they turn up in a run.
 *
 * @param run number of the run
 * @returns a group for each of the scenario's, in order; head-counts stay head-counts
 */
export function attendedGroups(plan: AttendancePlan, run: number): AgentGroup[] {
  const draws = new DayDraws(plan, run);
  return plan.groups.map((group, index) => {
    const { staff } = group;
    const there = plan.heads[index].map((head, k) => ({
      ...head,
      onQueue: draws.hoursOf(head, plan.keys[index][k]),
    }));
    if (staff.source === 'named') return { ...group, staff: { ...staff, agents: there } };
    return { ...group, staff: { ...staff, steps: countHeads(there) } };
  });
}

/** Heads as head-counts again. */
function countHeads(heads: readonly NamedAgent[]): HeadCounts['steps'] {
  const changes = new Map<number, number>([[0, 0]]);
  const add = (time: number, by: number) => changes.set(time, (changes.get(time) ?? 0) + by);
  for (const { onQueue } of heads) {
    for (const { from, to } of onQueue) {
      add(from, 1);
      add(to, -1);
    }
  }
  let agents = 0;
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([from, by]) => {
      agents += by;
      return { from, agents };
    });
}

/** The draws of one run. */
class DayDraws {
  readonly #plan: AttendancePlan;
  readonly #run: number;
  readonly #stream: Stream = new Int32Array(4);
  /** By day: chance that a shift of that day is missed. */
  readonly #absence: number[];

  constructor(plan: AttendancePlan, run: number) {
    this.#plan = plan;
    this.#run = run;
    const { clusterCv, fraction, weekdays } = plan.attendance.absence;
    const factor = new Float64Array(1).fill(1);
    this.#absence = plan.clock.days.map(({ weekday }, day) => {
      if (clusterCv > 0) {
        restartStream(this.#stream, plan.dayKey, run, day, 0);
        fillGamma(this.#stream, factor, 0, 1, 1 / (clusterCv * clusterCv), clusterCv * clusterCv);
      }
      return Math.min(1, fraction * weekdays[weekday - 1] * factor[0]);
    });
  }

  /** When a person is on queue. */
  hoursOf({ onQueue }: NamedAgent, key: StreamKey): Span[] {
    const { days } = this.#plan.clock;
    const kept: Span[] = [];
    for (const shift of shiftsOf(onQueue)) {
      const day = Math.max(
        0,
        days.findLastIndex(({ start }) => start <= shift[0].from),
      );
      if (this.#uniform(key, day, asked.absence) < this.#absence[day]) continue;
      kept.push(...this.#away(this.#cutEnds(shift, key, day), key, day));
    }
    return kept;
  }

  #uniform(key: StreamKey, day: number, what: number): number {
    restartStream(this.#stream, key, this.#run, day, what);
    return nextUniform(this.#stream);
  }

  /** Comes late, leaves early. Who is there since before the scenario began, or stays beyond its end, is not cut there. */
  #cutEnds(shift: readonly Span[], key: StreamKey, day: number): Span[] {
    const { late, leavesEarly } = this.#plan.attendance;
    const missed = ({ fraction, meanSeconds }: Attendance['late'], what: number) =>
      this.#uniform(key, day, what) < fraction ? -meanSeconds * Math.log(nextUniform(this.#stream)) : 0;
    const first = shift[0].from;
    const last = shift[shift.length - 1].to;
    const from = first === 0 ? 0 : first + missed(late, asked.late);
    const to = last === this.#plan.clock.horizonSeconds ? last : last - missed(leavesEarly, asked.early);
    return shift
      .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
      .filter((span) => span.from < span.to);
  }

  /** Takes stretches away out: there and away in turn, both exponential, from their stationary state on. */
  #away(shift: readonly Span[], key: StreamKey, day: number): readonly Span[] {
    const { awaySeconds, fraction } = this.#plan.attendance.adherence;
    if (fraction === 1 || shift.length === 0) return shift;
    restartStream(this.#stream, key, this.#run, day, asked.away);
    const thereSeconds = (awaySeconds * fraction) / (1 - fraction);
    const length = (mean: number) => -mean * Math.log(nextUniform(this.#stream));
    const rest: Span[] = [];
    let isThere = nextUniform(this.#stream) < fraction;
    let left = length(isThere ? thereSeconds : awaySeconds);
    for (const { from, to } of shift) {
      let now = from;
      while (now < to) {
        const until = Math.min(to, now + left);
        if (isThere && until > now) rest.push({ from: now, to: until });
        if (until === to) left -= to - now;
        else {
          isThere = !isThere;
          left = length(isThere ? thereSeconds : awaySeconds);
        }
        now = until;
      }
    }
    return rest;
  }
}

/** Stretches on queue as shifts. */
function shiftsOf(onQueue: readonly Span[]): Span[][] {
  const shifts: Span[][] = [];
  for (const span of onQueue) {
    const last = shifts.at(-1)?.at(-1);
    if (last !== undefined && span.from - last.to <= longestGap) shifts.at(-1)?.push(span);
    else shifts.push([span]);
  }
  return shifts;
}
