/** A judgement of evaluations in words and tables, the same for the terminal and for the page. */
import type { AgentScore, ScoreJudgement } from '../qa/judge-scores.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { formatNumber, formatPercent } from '../words/format.ts';
import type { LabelledTable } from './labelled-table.ts';
import { showChance } from './sampling-plan-words.ts';

/** Names that a sentence lists before it counts the rest. */
const mostNames = 6;
/** Agents that the printed table lists at most; those who need a talk are always among them. */
export const mostAgents = 30;

/** The sentences to take away. */
export function scoresFinding(judged: ScoreJudgement, lang: Lang): string {
  const { scores: text, sentences } = words(lang).qa;
  const { agents, mean, passed } = judged;
  const below = agents.filter(({ finding }) => finding === 'below').map(({ agent }) => agent);
  const unclear = agents.filter(({ finding }) => finding === 'unclear').length;
  const names = [
    ...below.slice(0, mostNames),
    ...(below.length > mostNames ? [text.andMore(formatNumber(lang, below.length - mostNames))] : []),
  ];
  const share = (value: number) => formatPercent(lang, value);
  return sentences([
    text.finding(formatNumber(lang, mean, 1), share(passed.share), share(passed.low), share(passed.high)),
    capital(
      [
        below.length === 0 ? text.nobodyBelow : text.below(names.join(text.separator)),
        ...(unclear === 0 ? [] : [text.unclear(formatNumber(lang, unclear))]),
      ].join(text.clauses),
    ),
  ]);
}

/** What was read. */
export function scoresHead({ agents, from, reviews, to }: ScoreJudgement, lang: Lang): string {
  return words(lang).qa.scores.head(formatNumber(lang, reviews), formatNumber(lang, agents.length), from, to);
}

/** The tables, in reading order; `all` lists every agent. */
export function scoresTables(judged: ScoreJudgement, lang: Lang, all: boolean): LabelledTable[] {
  const { agents, causes, evaluators } = words(lang).qa.scores;
  const points = (value: number) => formatNumber(lang, value, 1);
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${points(Math.abs(value))}`;
  const listed = all ? judged.agents : listedAgents(judged.agents);
  const tables: LabelledTable[] = [
    {
      title: agents.title,
      head: [
        agents.agent,
        agents.reviews,
        agents.mean,
        agents.adjusted,
        agents.estimate,
        agents.interval,
        agents.chance,
        agents.finding,
      ],
      rows: listed.map((one) => [
        one.agent,
        formatNumber(lang, one.reviews),
        points(one.mean),
        points(one.adjusted),
        points(one.estimate),
        `${points(one.low)} – ${points(one.high)}`,
        showChance(one.belowChance, lang),
        agents.findings[one.finding],
      ]),
    },
  ];
  if (judged.evaluators.length > 0) {
    tables.push({
      title: evaluators.title,
      head: [evaluators.evaluator, evaluators.reviews, evaluators.mean, evaluators.effect, evaluators.interval],
      rows: judged.evaluators.map(({ effect, evaluator, mean, reviews }) => [
        evaluator,
        formatNumber(lang, reviews),
        points(mean),
        effect === null ? evaluators.unknown : signed(effect.points),
        effect === null ? '–' : `${signed(effect.low)} … ${signed(effect.high)}`,
      ]),
    });
  }
  if (judged.causes.length > 0) {
    tables.push({
      title: causes.title,
      head: [causes.cause, causes.reviews, causes.share],
      rows: judged.causes
        .slice(0, all ? undefined : 12)
        .map(({ cause, reviews, share }) => [cause, formatNumber(lang, reviews), showChance(share, lang)]),
    });
  }
  return tables;
}

/** The agents that a short table shows: the lowest, and everybody who needs a talk. */
export function listedAgents(agents: readonly AgentScore[]): readonly AgentScore[] {
  const called = agents.filter(({ finding }) => finding === 'below').length;
  return agents.slice(0, Math.max(mostAgents, called));
}

/** What the figures mean, a sentence each. */
export function scoresMeaning(judged: ScoreJudgement, lang: Lang): string[] {
  const { says } = words(lang).qa.scores;
  const points = (value: number) => formatNumber(lang, value, 1);
  const { betweenAgents, evaluatorNoise, mean, pass, withinAgent } = judged.model;
  const sentences = [betweenAgents === 0 ? says.alike : says.shrunk(points(betweenAgents))];
  const apart = judged.evaluators.length > 1 && judged.evaluators.some(({ effect }) => effect === null);
  if (apart) sentences.push(says.apart);
  const told = judged.evaluators.flatMap(({ effect, evaluator }) => {
    if (effect === null || (effect.low <= 0 && effect.high >= 0)) return [];
    const by = points(Math.abs(effect.points));
    return [effect.points < 0 ? says.severe(evaluator, by) : says.lenient(evaluator, by)];
  });
  sentences.push(...told);
  if (judged.evaluators.length > 1 && !apart) sentences.push(says.adjusted);
  sentences.push(...agreementOf(judged, lang), ...daysOf(judged, lang));
  const plain = (value: number) => value.toFixed(1);
  sentences.push(
    says.plan(
      `--agents … --contacts … --minutes … --pass ${pass} --mean ${plain(mean)} --between ${plain(betweenAgents)} --within ${plain(withinAgent)} --noise ${plain(evaluatorNoise)}`,
    ),
  );
  return sentences;
}

function agreementOf({ agreement, evaluators }: ScoreJudgement, lang: Lang): string[] {
  const { says } = words(lang).qa.scores;
  if (agreement === null) return evaluators.length > 1 ? [says.never] : [];
  const figure = (value: number) => formatNumber(lang, value, 2);
  const { intraclass, items, kappa, withinTen } = agreement;
  const sentences = [says.agreement(formatNumber(lang, items), formatPercent(lang, withinTen))];
  if (intraclass !== null) {
    sentences.push(says.intraclass(figure(intraclass.correlation), figure(intraclass.low), figure(intraclass.high)));
  }
  if (kappa !== null) sentences.push(says.kappa(figure(kappa.kappa), figure(kappa.low), figure(kappa.high)));
  return sentences;
}

function daysOf({ days }: ScoreJudgement, lang: Lang): string[] {
  if (days === null) return [];
  const { says, separator } = words(lang).qa.scores;
  const odd = days.means.filter(({ high, low, mean }) => mean < low || mean > high);
  if (odd.length > 0)
    return [says.days(odd.map(({ date, mean }) => `${date} (${formatNumber(lang, mean, 1)})`).join(separator))];
  return [says.steady(formatNumber(lang, days.means.length), formatNumber(lang, days.daysToFalseAlarm))];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
