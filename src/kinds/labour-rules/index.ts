/** The kinds of labour rules. A kind of one's own is added with `labourRules.add`. */
import { KindList } from '../kind.ts';
import { daysAWeek } from './days-a-week.ts';
import { daysInARow } from './days-in-a-row.ts';
import { hoursADay } from './hours-a-day.ts';
import { hoursAWeek } from './hours-a-week.ts';
import type { LabourRule } from './labour-rule.ts';
import { nightsInARow } from './nights-in-a-row.ts';
import { restBetweenShifts } from './rest-between-shifts.ts';
import { shiftsADay } from './shifts-a-day.ts';
import { timeWithoutBreak } from './time-without-break.ts';
import { weekends } from './weekends.ts';

/** Every kind of labour rule that a scenario may name. */
export const labourRules = new KindList<LabourRule>('labour-rules', [
  hoursADay,
  hoursAWeek,
  daysAWeek,
  daysInARow,
  restBetweenShifts,
  shiftsADay,
  nightsInARow,
  weekends,
  timeWithoutBreak,
]);
