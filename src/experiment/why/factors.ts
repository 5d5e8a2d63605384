/** What a broken promise may be due to, each with the day as it would have been without it. */
import { fingerprint } from '../../scenario/hash.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import {
  type Edit,
  enoughLines,
  everySkill,
  plainRouting,
  plannedHandling,
  plannedStaff,
  plannedVolume,
  withoutRedials,
} from '../edits.ts';

/** The causes in the order in which they are told; the last, the queue left by the interval before, is no edit of its own. */
export const factorNames = [
  'volume',
  'handling',
  'absence',
  'skills',
  'routing',
  'lines',
  'redials',
  'backlog',
] as const;
export type FactorName = (typeof factorNames)[number];

/** Takes a cause away. They are applied in this order: skills before the speeds and the routing that build on them. */
const remedies: readonly { factor: Exclude<FactorName, 'backlog'>; edit: Edit }[] = [
  { factor: 'volume', edit: plannedVolume },
  { factor: 'absence', edit: plannedStaff },
  { factor: 'skills', edit: everySkill },
  { factor: 'handling', edit: plannedHandling },
  { factor: 'routing', edit: plainRouting },
  { factor: 'lines', edit: enoughLines },
  { factor: 'redials', edit: withoutRedials },
];

/** The causes that a scenario has: taking any other away changes nothing. */
export function activeRemedies(scenario: Scenario): { factor: FactorName; edit: Edit }[] {
  const content = ({ attendance, busyness, groups, linePools, routing, shocks, work }: Scenario) =>
    fingerprint({
      ...(attendance === undefined ? {} : { attendance }),
      busyness,
      groups,
      linePools,
      routing,
      shocks,
      work,
    });
  const before = content(scenario);
  return remedies.filter(({ edit }) => content(edit(scenario)) !== before);
}
