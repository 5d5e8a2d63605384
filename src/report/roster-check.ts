/**
 * The shape of a roster check: the report of the roster's simulation, and what is found of the roster itself. The schema is the
 * only source: the type and `schemas/roster-check.schema.json` come from it.
 */
import Type, { type Static } from 'typebox';
import type { WorkSlack } from '../experiment/roster/find-slack.ts';
import { checkLabourRules, rosterFairness } from '../plan/roster/check-labour-rules.ts';
import type { DoubleCount } from '../plan/roster/counted-twice.ts';
import { findMissedBreaks, findUnableShifts } from '../plan/roster/missed-breaks.ts';
import { paidSeconds, type Roster, rosterCost } from '../scenario/roster/roster.ts';
import type { WrittenSkills } from '../scenario/roster/staff-roster.ts';
import type { StatedRule } from '../scenario/scenario.ts';
import type { Report } from './report.ts';

const closed = <T extends Type.TProperties>(properties: T, description: string) =>
  Type.Object(properties, { additionalProperties: false, description });
const span = {
  from: Type.Number({ description: 'Seconds from the start' }),
  to: Type.Number({ description: 'Seconds from the start' }),
};
const ofShift = { person: Type.String(), ...span };

const share = closed(
  {
    most: Type.Number(),
    mostPerson: Type.String(),
    least: Type.Number(),
    leastPerson: Type.String(),
    gini: Type.Number({ description: '0: all alike; 1: one has all' }),
  },
  'How something is shared among the people of the roster',
);

const schema = closed(
  {
    format: Type.Literal('callfloor-roster-check'),
    formatVersion: Type.Literal(1),
    roster: closed(
      {
        files: Type.Array(Type.String()),
        people: Type.Integer({ minimum: 0 }),
        shifts: Type.Integer({ minimum: 0 }),
        paidHours: Type.Number(),
        cost: Type.Number({ description: 'Paid hours × cost per hour' }),
      },
      'The roster checked',
    ),
    report: Type.Unsafe<Report>({
      $ref: 'report.schema.json',
      description: 'The report of the simulation with this roster',
    }),
    slack: closed(
      {
        runs: Type.Integer({ minimum: 0, description: 'Runs behind each figure; 0: left out' }),
        work: Type.Array(
          closed(
            {
              work: Type.Integer({ minimum: 0, description: 'Work type' }),
              agents: Type.Array(Type.Union([Type.Integer(), Type.Null()]), {
                description:
                  'By planning interval: agents to spare (positive) or short (negative); null: nothing is promised, nobody comes, or more agents do not help',
              }),
              hopeless: Type.Array(Type.Boolean(), {
                description: 'By planning interval: more agents do not keep the promise',
              }),
            },
            'One type of work',
          ),
        ),
      },
      'Agents spare and short, by simulation on the same days with more and fewer agents',
    ),
    countedTwice: Type.Array(
      closed(
        {
          ...span,
          work: Type.Array(Type.Integer({ minimum: 0 }), { description: 'Work types short together' }),
          needs: Type.Array(Type.Number(), { description: 'Agents each needs by itself' }),
          able: Type.Array(Type.Number(), { description: 'Agents on queue who can do each' }),
          people: Type.Number({ description: 'Agents on queue who can do any, each counted once' }),
        },
        'A stretch in which each need is met by itself and all together are not',
      ),
    ),
    missedBreaks: Type.Array(closed({ ...ofShift, seconds: Type.Number() }, 'On queue for so long without a break')),
    unable: Type.Array(
      closed({ ...ofShift, only: Type.Array(Type.String()) }, 'A shift limited to work that the person cannot do'),
    ),
    shares: closed(
      { hours: share, weekends: share, unsocial: share },
      'Paid hours, weekend shifts, early and late shifts',
    ),
    labourRules: closed(
      {
        rules: Type.Integer({ minimum: 0, description: 'Rules that the scenario states' }),
        breaches: Type.Array(
          closed(
            {
              ...ofShift,
              rule: Type.String({ description: 'Kind of rule' }),
              value: Type.Number(),
              limit: Type.Number(),
            },
            'A rule broken, at a shift whose removal mends it',
          ),
        ),
      },
      'Labour rules',
    ),
  },
  'A roster held against a scenario',
);

/** JSON schema (2020-12) of a roster check. */
export const rosterCheckSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Callfloor roster check',
  ...schema,
};

/** A roster check: what every rendering of it is made from. */
export type RosterCheck = Static<typeof schema>;

/** What a roster check is made of. */
export interface CheckedRoster {
  roster: Roster;
  /** Names of the roster's files. */
  files: readonly string[];
  report: Report;
  slack: { runs: number; work: WorkSlack[] };
  countedTwice: DoubleCount[];
  rules: readonly StatedRule[];
  /** Skills of the scenario's groups by name. */
  groups: Readonly<Record<string, WrittenSkills>>;
}

/** Puts a roster check together. */
export function buildRosterCheck(checked: CheckedRoster): RosterCheck {
  const { roster, files, report, slack, countedTwice, rules, groups } = checked;
  const ofShift = (index: number) => {
    const { person, from, to } = roster.shifts[index];
    return { person: roster.people[person].name, from, to };
  };
  const paid = roster.shifts.reduce((sum, shift) => sum + paidSeconds(shift, roster.unpaid), 0);
  return {
    format: 'callfloor-roster-check',
    formatVersion: 1,
    roster: {
      files: [...files],
      people: roster.people.length,
      shifts: roster.shifts.length,
      paidHours: paid / 3600,
      cost: rosterCost(roster),
    },
    report,
    slack,
    countedTwice,
    missedBreaks: findMissedBreaks(roster).map(({ shift, seconds }) => ({ ...ofShift(shift), seconds })),
    unable: findUnableShifts(roster, groups).map((shift) => ({
      ...ofShift(shift),
      only: [...roster.shifts[shift].only],
    })),
    shares: sharesOf(roster),
    labourRules: {
      rules: rules.length,
      breaches: checkLabourRules(roster, rules).map(({ rule, shift, value, limit }) => ({
        ...ofShift(shift),
        rule: rule.kind,
        value,
        limit,
      })),
    },
  };
}

function sharesOf(roster: Roster): RosterCheck['shares'] {
  const { people, gini } = rosterFairness(roster);
  const name = (person: number) => roster.people[person].name;
  const of = (what: 'hours' | 'weekends' | 'unsocial') => {
    const sorted = [...people].sort((a, b) => b[what] - a[what]);
    const [most, least] = [sorted[0], sorted[sorted.length - 1]];
    return {
      most: most[what],
      mostPerson: name(most.person),
      least: least[what],
      leastPerson: name(least.person),
      gini: gini[what],
    };
  };
  return { hours: of('hours'), weekends: of('weekends'), unsocial: of('unsocial') };
}
