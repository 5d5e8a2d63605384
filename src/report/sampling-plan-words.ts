/** A sampling plan in words and tables, the same for the terminal and for the page. */

import { normalQuantile } from '../math/normal.ts';
import { proportionInterval } from '../math/proportion-interval.ts';
import { scoreDeviation } from '../qa/detection.ts';
import type { SamplingPlan, SamplingQuestion } from '../qa/sampling-plan.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatNumber, formatPercent } from '../words/format.ts';
import type { LabelledTable } from './labelled-table.ts';

/** A chance as people read it: never 100 % for less, never 0 % for more than nothing. */
export function showChance(chance: number, lang: Lang): string {
  const decimals = chance > 0.0995 && chance < 0.9905 ? 0 : chance > 0.000995 && chance < 0.99905 ? 1 : 2;
  if (chance > 0 && chance < 0.00005) return `<${formatPercent(lang, 0.0001, 2)}`;
  if (chance < 1 && chance > 0.99995) return `>${formatPercent(lang, 0.9999, 2)}`;
  return formatPercent(lang, chance, chance === 0 || chance === 1 ? 0 : decimals);
}

/** A share as it was given. */
function showShare(share: number, lang: Lang): string {
  const digits = `${Number((share * 100).toPrecision(10))}`.split('.')[1]?.length ?? 0;
  return formatPercent(lang, share, digits);
}

/** What was asked and assumed, a line each. */
export function questionOf(question: SamplingQuestion, plan: SamplingPlan, lang: Lang): string[] {
  const text = words(lang).qa;
  const plain = (value: number) => formatNumber(lang, value, Number.isInteger(value) ? 0 : 1);
  const { betweenAgents, evaluatorNoise, mean, pass, withinAgent } = question.scores;
  const share = (percent: number) => showShare(percent / 100, lang);
  const lines = [
    text.question(
      plain(question.agents),
      plain(question.recordingsPerAgent),
      plain(plan.recordings),
      share(question.recordingPercent),
    ),
  ];
  if (plan.tickets > 0) lines.push(text.questionTickets(plain(plan.tickets), share(question.ticketPercent)));
  lines.push(text.assumed(plain(mean), plain(betweenAgents), plain(withinAgent), plain(evaluatorNoise), plain(pass)));
  return lines;
}

/** The sentence to take away, and whether it is good. */
export function findingOf(
  question: SamplingQuestion,
  plan: SamplingPlan,
  lang: Lang,
): { sentence: string; judgement: 'held' | 'broken' } {
  const text = words(lang).qa;
  const { service } = plan;
  const count = formatNumber(lang, service.evaluators);
  const isEndless = service.onTime === 0;
  const inTime = showChance(service.onTime, lang);
  const staffing = isEndless
    ? text.endless(count)
    : service.onTime >= question.onTime
      ? text.finding(count, formatNumber(lang, plan.people), inTime)
      : text.shortfall(count, inTime, showShare(question.onTime, lang));
  const month = plan.horizons[plan.horizons.length - 1];
  const found = text.found(
    formatNumber(lang, month.reviewsPerAgent),
    showChance(month.average.found, lang),
    showChance(month.average.accused, lang),
  );
  return {
    sentence: text.sentences([staffing, found]),
    judgement: service.onTime >= question.onTime ? 'held' : 'broken',
  };
}

/** The tables, in reading order. */
export function planTables(plan: SamplingPlan, lang: Lang): LabelledTable[] {
  const { load, look, quality } = words(lang).qa;
  const chance = (value: number) => showChance(value, lang);
  return [
    {
      title: load.title,
      head: [load.evaluators, load.utilization, load.onTime, load.clear],
      rows: plan.around.map(({ clearDays, evaluators, onTime, utilization }) => [
        `${evaluators === plan.service.evaluators ? '→ ' : '  '}${formatNumber(lang, evaluators)}`,
        Number.isFinite(utilization) ? formatPercent(lang, utilization) : '∞',
        chance(onTime),
        chance(clearDays),
      ]),
    },
    {
      title: look.title,
      head: ['', ...plan.horizons.map(({ name }) => look.names[name])],
      rows: [
        [
          look.reviews,
          ...plan.horizons.map(({ reviewsPerAgent }) =>
            formatNumber(lang, reviewsPerAgent, reviewsPerAgent < 10 ? 1 : 0),
          ),
        ],
        [
          look.margin,
          ...plan.horizons.map(({ margin }) =>
            Number.isFinite(margin) ? look.points(formatNumber(lang, margin, 1)) : look.unknown,
          ),
        ],
        [look.serious, ...plan.horizons.map(({ seriousFound }) => chance(seriousFound))],
        [look.weakFound, ...plan.horizons.map(({ average }) => chance(average.found))],
        [look.goodAccused, ...plan.horizons.map(({ average }) => chance(average.accused))],
        [look.certainFound, ...plan.horizons.map(({ certain }) => chance(certain.found))],
        [look.certainAccused, ...plan.horizons.map(({ certain }) => chance(certain.accused))],
      ],
    },
    {
      title: quality.title,
      head: [quality.quality, ...plan.horizons.map(({ name }) => look.names[name])],
      rows: plan.byQuality.map((row) => [
        quality.at(formatNumber(lang, row.quality, Number.isInteger(row.quality) ? 0 : 1)),
        ...row.byHorizon.map(chance),
      ]),
    },
  ];
}

/** What the figures mean, a sentence each. */
export function meaningOf(question: SamplingQuestion, plan: SamplingPlan, lang: Lang): string[] {
  const { load, look, says } = words(lang).qa;
  const number = (value: number, decimals = 0) => formatNumber(lang, value, decimals);
  const [first, other = first] = plan.reviewsByDay;
  const { below } = plan.horizons[0].average;
  const five = proportionInterval(4, 5);
  const deviation = scoreDeviation(question.scores);
  return [
    load.weekly(number(plan.weeklyHours)),
    ...(first === other ? [] : [load.week(number(first), number(other))]),
    says.belowPass(showChance(plan.belowPass, lang)),
    look.weak(showChance(below, lang), number(below * question.agents, 1)),
    look.rules,
    says.five(
      number((normalQuantile(0.975) * deviation) / Math.sqrt(5)),
      formatPercent(lang, five.low),
      formatPercent(lang, five.high),
    ),
    ...plan.toSee.slice(0, 2).map(({ points, reviews }) => says.see(number(points), number(reviews))),
    proofOf(question, plan, lang),
  ];
}

function proofOf({ repeat }: SamplingQuestion, { toProve }: SamplingPlan, lang: Lang): string {
  const { says } = words(lang).qa;
  const limit = showShare(repeat.limit, lang);
  if (toProve === null) return says.cannotProve(showShare(repeat.truth, lang), limit);
  if (!Number.isFinite(toProve.weeks)) return says.neverProved(limit);
  const weeks =
    toProve.weeks < 10
      ? formatNumber(lang, Math.ceil(toProve.weeks * 10) / 10, 1)
      : formatNumber(lang, Math.ceil(toProve.weeks));
  return says.prove(limit, showShare(repeat.truth, lang), formatNumber(lang, toProve.findings), says.weeks(weeks));
}
