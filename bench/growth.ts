/**
 * Days that grow: from a thousand to five million contacts, from ten to twenty thousand agents, with two and with fifty skills.
 * The cost of a contact is measured on each; it should stay flat. It is the processor time of whole runs by the contacts in them: starting the run, seeding
 * its streams, drawing customers, the loop, and its figures by skill and interval, in memory that the run before has given back. Compiling
 * the scenario and judging the figures are not in it.
 */
import { stepCurve } from '../src/math/rate-curve.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import {
  answerWithin,
  clock,
  duration,
  exponential,
  fixed,
  group,
  noRedial,
  poisson,
  scenario,
  workType,
} from './scenario-builder.ts';
import type { Workload } from './workloads.ts';

const day = 86_400;
const handling = 300;
/** Share of its agents that a day keeps busy. */
const load = 0.868;

/** A measured day. */
export interface GrowthPoint {
  contactsPerDay: number;
  agents: number;
  skills: number;
  /** Which loop runs the day. */
  loop: 'general' | 'plain';
  nanosecondsPerContact: number;
}

/** Sizes that are measured, contacts a day. */
export const sizes = [1_000, 10_000, 100_000, 1_000_000, 5_000_000];

/**
 * A day of so many contacts over so many skills. Each group has a share of the skills and helps with the next; with `steps`, there are
 * ringing, wrap-up and redials, which the general loop runs.
 */
export function growingDay(contacts: number, skills: number, steps: boolean): Scenario {
  const agents = Math.max(10, Math.round((contacts * handling) / day / load));
  const groups = Math.min(skills, agents);
  const serves = (g: number, skill: number) => skill % groups === g || (skill + 1) % groups === g;
  const redial = { ...noRedial, fraction: 0.3, after: exponential(600), maxAttempts: 3 };
  return scenario({
    clock: clock(day, 1800),
    work: Array.from({ length: skills }, (_, skill) =>
      workType(`skill ${skill}`, day, {
        arrivals: poisson(stepCurve([0, day], [contacts / skills / day])),
        talk: duration('log-normal', { mean: steps ? handling - 40 : handling, cv: 1 }),
        patience: exponential(120),
        ...(steps
          ? {
              ring: fixed(4),
              wrapUp: exponential(36),
              redial: { abandoned: redial, blocked: noRedial, balked: noRedial },
            }
          : {}),
      }),
    ),
    groups: Array.from({ length: groups }, (_, g) =>
      group(`group ${g}`, Math.floor(agents / groups) + (g < agents % groups ? 1 : 0), {
        speeds: Array.from({ length: skills }, (_, skill) => (serves(g, skill) ? 1 : 0)),
      }),
    ),
    promises: answerWithin(20),
  });
}

/** A day to be measured, and what it is made of. */
export interface GrowthWorkload extends Workload, Omit<GrowthPoint, 'nanosecondsPerContact'> {}

/** Every size with two and with fifty skills, through both loops. */
export function growthWorkloads(): GrowthWorkload[] {
  return (['general', 'plain'] as const).flatMap((loop) =>
    [2, 50].flatMap((skills) =>
      sizes.map((contactsPerDay): GrowthWorkload => {
        const of = growingDay(contactsPerDay, skills, loop === 'general');
        const agents = of.groups.reduce(
          (sum, { staff }) => sum + (staff.source === 'head-counts' ? staff.steps[0].agents : 0),
          0,
        );
        const runs = Math.max(1, Math.round(200_000 / contactsPerDay));
        const name = `growth-${loop}-${skills}-${contactsPerDay}`;
        return { name, what: 'growth', scenario: of, runs, contactsPerDay, agents, skills, loop };
      }),
    ),
  );
}
