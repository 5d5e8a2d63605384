/** What a staffing plan says in words: the sentences and figures that text, page and charts share. */

import type { Judgement } from '../../judge/verdict.ts';
import type { Uncertainty } from '../../math/staffing-range.ts';
import type { StaffingMethod } from '../../plan/staffing/staffing-methods.ts';
import type { PlannedInterval, PlannedQueue, StaffingPlan } from '../../plan/staffing/staffing-plan.ts';
import { type Lang, words as wordsIn } from '../../words/dictionary.ts';
import { formatNumber, formatPercent } from '../../words/format.ts';

/** A plan in one reader's language. */
export class PlanWords {
  readonly plan: StaffingPlan;
  readonly lang: Lang;

  constructor(plan: StaffingPlan, lang: Lang) {
    this.plan = plan;
    this.lang = lang;
  }

  get text() {
    return wordsIn(this.lang).staff;
  }

  method(method: StaffingMethod): string {
    return this.text.methods[method];
  }

  number(value: number, decimals = 0): string {
    return formatNumber(this.lang, value, decimals);
  }

  /** A number of agents: whole where it is, else with one decimal. */
  agents(value: number): string {
    return this.number(value, Number.isInteger(value) ? 0 : 1);
  }

  /** Hours as people read them: whole from 10 on. */
  hours(value: number): string {
    return this.number(value, value < 10 ? 1 : 0);
  }

  percent(share: number | null, decimals = 1): string {
    return share === null ? this.text.none : formatPercent(this.lang, share, decimals);
  }

  /** A share as it was given, with no more decimals than it needs. */
  share(share: number): string {
    const decimals = `${Number((share * 100).toPrecision(12))}`.split('.')[1]?.length ?? 0;
    return formatPercent(this.lang, share, decimals);
  }

  /** Seconds; null is a wait without limit. */
  seconds(value: number | null, nobody = false): string {
    if (nobody) return this.text.none;
    if (value === null) return this.text.unlimited;
    return this.text.seconds({ amount: this.number(value, value < 10 ? 1 : 0) });
  }

  /** The time of an interval, with its day where there are several. */
  time(interval: Pick<PlannedInterval, 'day' | 'label'>): string {
    const { days } = this.plan;
    return days.length > 1 ? `${days[interval.day].label} ${interval.label}` : interval.label;
  }

  /** The seconds within which is promised to answer; undefined without a promise of that sort. */
  within(queue: PlannedQueue): string | undefined {
    const target = queue.targets.find(({ measure }) => measure === 'serviceLevel');
    return target?.measure === 'serviceLevel' ? this.number(target.answerWithinSeconds, 0) : undefined;
  }

  /** The promises of a queue. */
  targets(queue: PlannedQueue): string {
    const { targets, variants } = this.text;
    const named = queue.targets.map((target) => {
      if (target.measure === 'serviceLevel') {
        return targets.serviceLevel({
          target: this.share(target.atLeast),
          within: `${target.answerWithinSeconds}`,
          definition: variants[target.variant],
        });
      }
      const most = 'atMostSeconds' in target ? `${target.atMostSeconds}` : this.share(target.atMost);
      return targets[target.measure]({ most });
    });
    return wordsIn(this.lang).report.list(named);
  }

  /** The demand of a queue. */
  demand({ total, intervals, days }: PlannedQueue): string {
    return this.text.demand({
      offered: this.number(total.offered),
      hours: this.hours(total.workloadHours),
      intervals: this.number(intervals.length),
      days: this.number(days.length),
    });
  }

  /** The one sentence to take away. */
  finding(): string {
    const { plan, text } = this;
    const sentences = plan.queues.map((queue) => {
      const sentence = queue.agentsGiven ? this.#verdict(queue) : this.#needs(queue);
      return plan.queues.length === 1 ? sentence : text.finding.queue({ queue: queue.name, sentence });
    });
    const end = this.lang === 'zh' ? '。' : '.';
    return sentences
      .map((sentence) => (/[.。]$/.test(sentence) ? sentence : sentence + end))
      .join(this.lang === 'zh' ? '' : ' ');
  }

  /** Whether the agents given are enough; null where none are given. */
  judgement(): Judgement | null {
    const given = this.plan.queues.filter(({ agentsGiven }) => agentsGiven);
    if (given.length === 0) return null;
    return given.some(({ total }) => total.broken > 0) ? 'broken' : 'held';
  }

  /** The interval that needs most. */
  peak(queue: PlannedQueue): { time: string; required: string } {
    const { from, required } = queue.total.peak;
    const interval = queue.intervals.find((one) => one.from === from) ?? queue.intervals[0];
    return { time: this.time(interval), required: this.number(required) };
  }

  #needs(queue: PlannedQueue): string {
    const { finding } = this.text;
    if (queue.total.peak.required === 0) return finding.nobody;
    const { time, required } = this.peak(queue);
    return finding.needs({
      peak: required,
      time,
      paid: this.hours(queue.total.scheduledHours),
      fte: this.number(queue.total.fullTimeEquivalents, 1),
    });
  }

  #verdict(queue: PlannedQueue): string {
    const { finding } = this.text;
    const { total } = queue;
    const within = this.within(queue);
    const { serviceLevel } = total.exact ?? total.service;
    const level =
      within === undefined || serviceLevel === null ? '' : finding.level({ level: this.percent(serviceLevel), within });
    if (total.broken === 0) return finding.held({ level });
    const worst = worstInterval(queue);
    const broken = this.number(total.broken);
    const of = this.number(queue.intervals.length);
    if (worst.service.missing === 0) return finding.brokenButSame({ broken, of, level });
    return finding.broken({ broken, of, worst: this.time(worst), missing: this.number(worst.service.missing), level });
  }

  /** Why the methods differ, of one queue. */
  differences(queue: PlannedQueue): string[] {
    const { differ } = this.text;
    const { requiredHours } = queue.total;
    const sentences: string[] = [];
    if (requiredHours['erlang-a'] !== null) {
      const [c, a] = [this.hours(requiredHours['erlang-c']), this.hours(requiredHours['erlang-a'])];
      sentences.push(c === a ? differ.sameHours({ hours: c }) : differ.patience({ c, a }));
    }
    const alone = (interval: PlannedInterval): number => interval.required['erlang-a'] ?? interval.required['erlang-c'];
    const gap = (interval: PlannedInterval): number =>
      Math.abs(interval.required['modified-offered-load'] - alone(interval));
    const furthest = queue.intervals.reduce((most, one) => (gap(one) > gap(most) ? one : most));
    sentences.push(
      gap(furthest) === 0
        ? differ.alike
        : differ.shape({
            time: this.time(furthest),
            alone: this.number(alone(furthest)),
            modified: this.number(furthest.required['modified-offered-load']),
          }),
    );
    return sentences;
  }

  /** From hours on calls to paid hours and people. */
  roster({ total, method }: PlannedQueue): string {
    const { hours } = this.text;
    const paid = this.hours(total.scheduledHours);
    const fte = this.number(total.fullTimeEquivalents, 1);
    const fteHours = `${this.plan.fteHours}`;
    if (this.plan.shrinkage === 0) return hours.rosterPlain({ paid, fte, fteHours });
    const whole = this.hours(total.requiredHours[method] ?? 0);
    return hours.roster({ whole, shrinkage: this.share(this.plan.shrinkage), paid, fte, fteHours });
  }

  /** What errors of the forecast do to a queue. */
  uncertainty(queue: PlannedQueue): string[] {
    const { plan, text } = this;
    if (plan.uncertainty === null) return [text.uncertainty.none];
    const hours = (value: (interval: PlannedInterval) => number): string =>
      this.hours(queue.intervals.reduce((sum, one) => sum + (value(one) * (one.to - one.from)) / 3600, 0));
    return [
      text.uncertainty.range({
        errors: text.uncertainty.errors[errorsOf(plan.uncertainty)]({
          volume: this.share(plan.uncertainty.volume),
          aht: this.share(plan.uncertainty.handleTime),
        }),
        low: hours(({ range }) => range?.fewest ?? 0),
        planned: this.hours(queue.total.requiredHours[queue.method] ?? 0),
        high: hours(({ range }) => range?.most ?? 0),
      }),
      text.uncertainty.confidence({
        share: this.percent(queue.total.confidence),
        days: this.number(queue.days.length),
      }),
    ];
  }

  /** What to say of intervals whose queue grows without limit; undefined where there are none. */
  overload(queue: PlannedQueue): string | undefined {
    const count = queue.intervals.filter(({ service }) => service.overload).length;
    return count === 0 ? undefined : this.text.service.overload({ count: this.number(count) });
  }
}

/** Which errors a forecast has; of both where neither differs from 0. */
export function errorsOf({ volume, handleTime }: Uncertainty): 'both' | 'volume' | 'aht' {
  if ((volume === 0) === (handleTime === 0)) return 'both';
  return volume === 0 ? 'aht' : 'volume';
}

/** The interval of a queue in which most agents are missing. */
export function worstInterval(queue: PlannedQueue): PlannedInterval {
  return queue.intervals.reduce((worst, one) => (one.service.missing > worst.service.missing ? one : worst));
}
