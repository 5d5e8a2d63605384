/** A plan as it stands in a drill file: what tuning found can be put in its place. */
import { writeCondition } from './condition.ts';
import { writeOrder } from './decision-log.ts';
import { type Lever, levelNames, type Order, type Plan } from './drill.ts';
import type { WrittenPlan } from './drill-schema.ts';

/**
 * Writes a plan.
 *
 * @param clock tells a moment as a time of day
 * @returns what stands under the plan's name; parts with nothing in them are left out
 */
export function writePlan(
  { levels, rules, script, summary }: Plan,
  levers: readonly Lever[],
  clock: (moment: number) => string,
): Partial<WrittenPlan> {
  const list = (orders: readonly Order[]) => orders.map((order) => writeOrder(order, levers).replace(/^pull /, ''));
  const declared = levels.flatMap((level, i) =>
    level === null
      ? []
      : [
          [
            levelNames[i],
            { enter: writeCondition(level.enter), leave: writeCondition(level.leave), do: list(level.orders) },
          ],
        ],
  );
  return {
    ...(summary === '' ? {} : { summary }),
    ...(declared.length === 0 ? {} : { levels: Object.fromEntries(declared) }),
    ...(rules.length === 0
      ? {}
      : { rules: rules.map(({ orders, when }) => ({ when: writeCondition(when), do: list(orders) })) }),
    ...(script.length === 0
      ? {}
      : { script: script.map(({ at, by, orders }) => ({ at: clock(at), by, do: list(orders) })) }),
  };
}
