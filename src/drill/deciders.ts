/** Who decides in an exercise when no person does: a plan's rules and script, or decisions taken before. */
import { writeCondition } from './condition.ts';
import type { Level, Plan } from './drill.ts';
import type { Decider, Decision } from './exercise.ts';
import { ConditionWatch } from './gauges.ts';

/** Nobody does anything. */
export const nobody: Decider = () => [];

/**
 * A plan as it is written: levels go up as far as their conditions ask and down one at a time, rules act when their condition
 * becomes true, the script at its times. One decider for each run: it remembers since when conditions hold.
 */
export function decideByPlan(plan: Plan): Decider {
  const levels = plan.levels.map((level) => (level === null ? null : watchLevel(level)));
  const rules = plan.rules.map(({ orders, when }) => ({ orders, when, watch: new ConditionWatch(when), held: false }));
  let scripted = 0;
  return ({ desk, gauges, time }) => {
    const decisions: Decision[] = [];
    for (; scripted < plan.script.length && plan.script[scripted].at <= time; scripted++) {
      const { by, orders } = plan.script[scripted];
      decisions.push(...orders.map((order) => ({ at: time, by, order, because: '' })));
    }
    const looks = levels.map((level) =>
      level === null ? null : { enters: level.enter.holds(gauges), leaves: level.leave.holds(gauges) },
    );
    const above = looks.findLastIndex((look, i) => i >= desk.level && look?.enters === true);
    if (above >= 0) decisions.push(declare(time, above + 1, levels[above]?.level.enter));
    else if (desk.level > 0 && looks[desk.level - 1]?.leaves === true) {
      const below = levels.findLastIndex((level, i) => level !== null && i < desk.level - 1);
      decisions.push(declare(time, below + 1, levels[desk.level - 1]?.level.leave));
    }
    for (const rule of rules) {
      const holds = rule.watch.holds(gauges);
      if (holds && !rule.held) {
        const because = writeCondition(rule.when);
        decisions.push(...rule.orders.map((order) => ({ at: time, by: '', order, because })));
      }
      rule.held = holds;
    }
    return decisions;
  };
}

function watchLevel(level: Level) {
  return { level, enter: new ConditionWatch(level.enter), leave: new ConditionWatch(level.leave) };
}

function declare(at: number, level: number, because: Level['enter'] | undefined): Decision {
  return {
    at,
    by: '',
    order: { action: 'level', level },
    because: because === undefined ? '' : writeCondition(because),
  };
}

/** Decisions taken before, each at its time; those before the exercise begins fall on its first instant. */
export function decideAgain(decisions: readonly Decision[]): Decider {
  const inOrder = [...decisions].sort((a, b) => a.at - b.at);
  let next = 0;
  return ({ time }) => {
    const due: Decision[] = [];
    for (; next < inOrder.length && inOrder[next].at <= time; next++) due.push({ ...inOrder[next], at: time });
    return due;
  };
}
