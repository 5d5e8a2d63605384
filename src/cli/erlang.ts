/** `callfloor erlang`: one question about a steady queue, the answers of Erlang B, C and A side by side, and why they differ. */
import Table from 'cli-table3';
import type { Unsettled } from '../experiment/steady-state/find-steady-state.ts';
import type { SteadyFigureName } from '../experiment/steady-state/steady-figures.ts';
import type { QueueMeasures, ServiceLevelVariant } from '../math/queue-measures.ts';
import type { ErlangAnswer, ErlangQuestion, ErlangService, Staff } from '../plan/answer-erlang.ts';
import { answerErlang, serviceLevelVariants } from '../plan/answer-erlang.ts';
import { errorsOf } from '../report/staffing/say.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import type { ErlangWords } from '../words/erlang.ts';
import { formatDigits, formatDuration, formatNumber, formatPercent } from '../words/format.ts';
import { type LongRun, simulateLong } from './erlang-long-run.ts';
import { UserError } from './user-error.ts';

/** Erlangs; what is more, or less and not 0, was a slip of the pen. */
const mostLoad = 1_000_000;
const leastLoad = 1e-6;

interface ErlangArguments {
  calls: number;
  per: number;
  aht: number;
  agents?: number | undefined;
  patience?: number | undefined;
  within: number;
  target: number;
  short?: number | undefined;
  shrinkage: number;
  'max-occupancy'?: number | undefined;
  'max-asa'?: number | undefined;
  'max-abandonment'?: number | undefined;
  'volume-error'?: number | undefined;
  'aht-error'?: number | undefined;
  'long-run'?: boolean | undefined;
  json?: boolean | undefined;
  lang: Lang;
}

/** Prints all answers to one question. */
export async function erlangCommand(given: ErlangArguments): Promise<number> {
  const { lang, json } = given;
  const question = ask(given);
  const answer = answerErlang(question);
  const sheet = new Sheet(lang, question, answer);
  const simulated = given['long-run'] ? await simulateLong(question, answer, lang) : undefined;
  if (json) console.log(JSON.stringify({ question, ...answer, longRun: simulated, meaning: sheet.meaning() }, null, 2));
  else console.log(sheet.print(simulated));
  return 0;
}

/** The question in the words of the mathematics, with what one option alone cannot check. */
function ask(given: ErlangArguments): ErlangQuestion {
  const { lang, calls, per, aht, within, short = Math.min(5, within) } = given;
  const words = wordsIn(lang).erlang;
  if (short > within) throw new UserError(words.shortBeyond(`${short}`, `${within}`));
  const load = (calls / (per * 60)) * aht;
  if (load > mostLoad || (calls > 0 && load < leastLoad)) {
    throw new UserError(
      words.load(formatDigits(lang, load, 3), formatDigits(lang, leastLoad, 3), formatNumber(lang, mostLoad)),
    );
  }
  return {
    calls,
    perMinutes: per,
    ahtSeconds: aht,
    patienceSeconds: given.patience,
    agents: given.agents,
    withinSeconds: within,
    shortSeconds: short,
    target: given.target,
    shrinkage: given.shrinkage,
    maxOccupancy: given['max-occupancy'],
    maxAsaSeconds: given['max-asa'],
    maxAbandonment: given['max-abandonment'],
    ...((given['volume-error'] ?? given['aht-error']) !== undefined && {
      uncertainty: { volume: given['volume-error'] ?? 0, handleTime: given['aht-error'] ?? 0 },
    }),
  };
}

type Model = 'erlangB' | 'erlangC' | 'erlangA';

/** The printed answer: tables from the question down to what the staff can carry, then the sentences. */
class Sheet {
  readonly #lang: Lang;
  readonly #words: ErlangWords;
  readonly #question: ErlangQuestion;
  readonly #answer: ErlangAnswer;
  readonly #models: readonly Model[];
  /** The model that the single-figure sentences follow: Erlang A where patience is known. */
  readonly #lead: 'erlangC' | 'erlangA';

  constructor(lang: Lang, question: ErlangQuestion, answer: ErlangAnswer) {
    this.#lang = lang;
    this.#words = wordsIn(lang).erlang;
    this.#question = question;
    this.#answer = answer;
    const impatient = question.patienceSeconds !== undefined;
    this.#models = impatient ? ['erlangB', 'erlangC', 'erlangA'] : ['erlangB', 'erlangC'];
    this.#lead = impatient ? 'erlangA' : 'erlangC';
  }

  print(simulated?: LongRun | Unsettled): string {
    const { service } = this.#answer;
    const tables = service === undefined ? [] : [this.#service(service), this.#effect(service)];
    if (service !== undefined && simulated !== undefined) {
      tables.push('reason' in simulated ? this.#unsettled(simulated) : this.#longRun(simulated, service));
    }
    tables.push(this.#fewest());
    if (service !== undefined && service.agents > 0) tables.push(this.#carried(service));
    const sentences = this.meaning().map((sentence) => `- ${sentence}`);
    return [this.#head(), ...tables, [this.#words.meaning, ...sentences].join('\n')].join('\n\n');
  }

  /** What the figures mean, a sentence each. */
  meaning(): string[] {
    const { says } = this.#words;
    const { offeredLoad, service } = this.#answer;
    const { calls, patienceSeconds } = this.#question;
    const sentences: string[] = [];
    if (calls === 0) return [says.noCalls];
    if (service !== undefined) {
      const { agents } = service;
      const load = this.#number(offeredLoad, 1);
      const reserve = agents - offeredLoad;
      if (reserve > 0) sentences.push(says.reserve(load, this.#number(agents), this.#number(reserve, 1)));
      else sentences.push(says.noReserve(load, this.#number(agents)));
      if (agents === 0) sentences.push(says.nobody);
      else sentences.push(says.loss(this.#percent(service.erlangB.lost)), ...this.#patient(service));
      sentences.push(...this.#verdicts(service), ...this.#marginal(), ...this.#definitions(service));
    }
    sentences.push(...this.#comparison(), ...this.#uncertainty());
    if (patienceSeconds === undefined) sentences.push(says.noPatience);
    return sentences;
  }

  #head(): string {
    const { question, promise, patience, separator } = this.#words;
    const { calls, perMinutes, ahtSeconds, patienceSeconds, target, withinSeconds } = this.#question;
    const facts = [promise(this.#share(target), `${withinSeconds}`), ...this.#limits()];
    if (patienceSeconds !== undefined) facts.push(patience(`${patienceSeconds}`));
    const load = this.#number(this.#answer.offeredLoad, 2);
    return [
      question(this.#plain(calls), this.#plain(perMinutes), this.#plain(ahtSeconds), load),
      facts.join(separator),
    ].join('\n');
  }

  #limits(): string[] {
    const { limits } = this.#words;
    const { maxOccupancy, maxAsaSeconds, maxAbandonment } = this.#question;
    const texts: string[] = [];
    if (maxOccupancy !== undefined) texts.push(limits.occupancy(this.#share(maxOccupancy)));
    if (maxAsaSeconds !== undefined) texts.push(limits.asa(`${maxAsaSeconds}`));
    if (maxAbandonment !== undefined) texts.push(limits.abandonment(this.#share(maxAbandonment)));
    return texts;
  }

  #service(service: ErlangService): string {
    const words = this.#words.service;
    const { erlangB, erlangC, erlangA } = service;
    const queues = erlangA === undefined ? [erlangC] : [erlangC, erlangA];
    const percent = (value: number): string => this.#percent(value);
    const seconds = (value: number): string => this.#seconds(value);
    const table = this.#table(['', ...this.#models.map((model) => this.#named(model))]);
    const { none } = this.#words;
    table.push(
      [words.waitProbability, none, ...queues.map((queue) => percent(queue.waitProbability))],
      [words.lost, percent(erlangB.lost), ...queues.map((queue) => percent(queue.abandonment))],
      [words.asa, seconds(0), ...queues.map((queue) => seconds(queue.asa))],
      [words.meanWaitAll, seconds(0), ...queues.map((queue) => seconds(queue.meanWaitAll))],
      [words.meanWaitGivenWait, none, ...queues.map((queue) => seconds(queue.meanWaitGivenWait))],
      [words.meanQueue, this.#number(0, 2), ...queues.map((queue) => this.#finite(queue.meanQueue, 2))],
      [words.occupancy, percent(erlangB.occupancy), ...queues.map((queue) => percent(queue.occupancy))],
      [words.within(`${this.#question.withinSeconds}`), ...this.#models.map(() => '')],
    );
    for (const variant of serviceLevelVariants) {
      table.push([
        `  ${this.#variant(variant)}`,
        variant === 'offered' ? this.#judged(erlangB.serviceLevel.offered) : none,
        ...queues.map((queue) => this.#judged(queue.serviceLevel[variant])),
      ]);
    }
    const agents = this.#number(service.agents);
    const title =
      this.#question.agents === undefined ? words.fewest(agents, this.#words.models[this.#lead]) : words.title(agents);
    return `${title}\n${table}`;
  }

  /** What long runs show, beside the formulas. */
  #longRun({ calls, figures, warmUpSeconds }: LongRun, service: ErlangService): string {
    const words = this.#words.longRun;
    const { erlangC, erlangA } = service;
    const queues = erlangA === undefined ? [erlangC] : [erlangC, erlangA];
    const models = this.#models.filter((model) => model !== 'erlangB');
    const table = this.#table(['', words.simulated, ...models.map((model) => this.#named(model))]);
    const add = (
      label: string,
      name: SteadyFigureName,
      tell: (value: number) => string,
      read: (queue: QueueMeasures) => number,
    ) => {
      const found = figures[name];
      const range =
        found === undefined ? this.#words.none : words.range(tell(found.value), tell(found.low), tell(found.high));
      table.push([label, range, ...queues.map((queue) => tell(read(queue)))]);
    };
    const { service: rows } = this.#words;
    const percent = (value: number) => this.#percent(value);
    const within = words.within(`${this.#question.withinSeconds}`);
    add(within, 'service-level', percent, ({ serviceLevel }) => serviceLevel.offered);
    add(rows.waitProbability, 'wait-probability', percent, ({ waitProbability }) => waitProbability);
    add(rows.lost, 'abandonment', percent, ({ abandonment }) => abandonment);
    add(
      rows.asa,
      'asa',
      (value) => this.#seconds(value),
      ({ asa }) => asa,
    );
    add(
      rows.meanQueue,
      'queue',
      (value) => this.#finite(value, 2),
      ({ meanQueue }) => meanQueue,
    );
    add(rows.occupancy, 'occupancy', percent, ({ occupancy }) => occupancy);
    const warmUp = formatDuration(this.#lang, Math.round(warmUpSeconds));
    return `${words.title(this.#number(calls), warmUp)}\n${table}`;
  }

  /** Why there are no long runs to show of a queue that has a steady state. */
  #unsettled(unsettled: Unsettled): string {
    const words = this.#words.longRun;
    if (unsettled.reason === 'budget') return words.budget(this.#number(unsettled.least));
    return words.unsettled('contacts' in unsettled ? this.#number(unsettled.contacts) : this.#words.none);
  }

  #effect(service: ErlangService): string {
    const words = this.#words.effect;
    const { oneFewer, oneMore } = this.#answer;
    const table = this.#table([words.agents, ...this.#models.map((model) => this.#named(model))]);
    for (const row of [oneFewer, service, oneMore]) {
      if (row === undefined) continue;
      const cells = this.#models.map((model) => {
        const measures = row[model];
        if (measures === undefined) return this.#words.none;
        const level = this.#percent(measures.serviceLevel.offered);
        return 'asa' in measures ? `${level} · ${this.#seconds(measures.asa)}` : level;
      });
      table.push([this.#number(row.agents), ...cells]);
    }
    return `${words.title(`${this.#question.withinSeconds}`)}\n${table}`;
  }

  #fewest(): string {
    const words = this.#words.fewest;
    const { target, withinSeconds, shrinkage } = this.#question;
    const table = this.#table(['', ...this.#models.map((model) => this.#named(model))]);
    const tell = (staff: Staff | undefined): string => {
      if (staff === undefined) return this.#words.none;
      const required = this.#number(staff.required);
      return shrinkage === 0 ? required : words.scheduled(required, this.#number(staff.scheduled));
    };
    for (const variant of serviceLevelVariants) {
      const { fewest } = this.#answer.byVariant[variant];
      table.push([this.#variant(variant), ...this.#models.map((model) => tell(fewest[model]))]);
    }
    const limits = this.#limits();
    const share = this.#share(target);
    const title =
      limits.length === 0
        ? words.title(share, `${withinSeconds}`)
        : words.limited(share, `${withinSeconds}`, limits.join(this.#words.separator));
    return `${title}\n${table}`;
  }

  #carried({ agents }: ErlangService): string {
    const words = this.#words.carried;
    const models = this.#models.filter((model) => model !== 'erlangB');
    const minutes = this.#plain(this.#question.perMinutes);
    const table = this.#table([
      '',
      ...models.map((model) => words.calls(this.#words.models[model], minutes)),
      ...models.map((model) => words.aht(this.#words.models[model])),
    ]);
    for (const variant of serviceLevelVariants) {
      const { carried } = this.#answer.byVariant[variant];
      const each = models.map((model) => carried?.[model] ?? { calls: Infinity, ahtSeconds: Infinity });
      table.push([
        this.#variant(variant),
        // Rounded down: what is shown is still carried.
        ...each.map(({ calls }) => (calls === Infinity ? words.any : this.#number(Math.floor(calls)))),
        ...each.map(({ ahtSeconds }) =>
          ahtSeconds === Infinity ? words.any : this.#seconds(Math.floor(ahtSeconds * 10) / 10),
        ),
      ]);
    }
    return `${words.title(this.#number(agents))}\n${table}`;
  }

  /** Erlang C and A against each other: overload, or those who hang up making room. */
  #patient({ agents, erlangC, erlangA }: ErlangService): string[] {
    const { says } = this.#words;
    if (!erlangC.stable) {
      const { calls, perMinutes, ahtSeconds } = this.#question;
      const growth = calls / (perMinutes / 60) - (agents * 3600) / ahtSeconds;
      const sentences = [growth > 0 ? says.overload(this.#number(growth, 1)) : says.balance];
      if (erlangA !== undefined) {
        const { abandonment, meanQueue, asa } = erlangA;
        sentences.push(
          says.overloadWithPatience(this.#percent(abandonment), this.#number(meanQueue, 1), this.#seconds(asa)),
        );
      }
      return sentences;
    }
    if (erlangA === undefined) return [];
    return [says.relief(this.#percent(erlangA.abandonment), this.#seconds(erlangA.asa), this.#seconds(erlangC.asa))];
  }

  /** Whether the given agents keep the promise. */
  #verdicts(service: ErlangService): string[] {
    const { says, models } = this.#words;
    const { fewest } = this.#answer.byVariant.offered;
    const agents = this.#number(service.agents);
    const patient = this.#models.filter((model) => model !== 'erlangB');
    return patient.flatMap((model) => {
      const level = service[model]?.serviceLevel.offered;
      const required = fewest[model]?.required;
      if (level === undefined || required === undefined) return [];
      if (service.agents >= required) return [says.kept(models[model], agents, this.#percent(level))];
      if (level >= this.#question.target) return [says.limitBroken(models[model], agents, this.#percent(level))];
      const missing = this.#number(required - service.agents);
      return [says.broken(models[model], agents, this.#percent(level), missing)];
    });
  }

  #marginal(): string[] {
    const { service, oneFewer, oneMore } = this.#answer;
    const level = (of: ErlangService | undefined): number | undefined => of?.[this.#lead]?.serviceLevel.offered;
    const [planned, fewer, more] = [level(service), level(oneFewer), level(oneMore)];
    if (planned === undefined || fewer === undefined || more === undefined) return [];
    const points = (change: number): string => `${change < 0 ? '−' : '+'}${this.#number(Math.abs(change) * 100, 2)}`;
    return [this.#words.says.effect(this.#words.models[this.#lead], points(more - planned), points(fewer - planned))];
  }

  /** How far the definitions are apart, where callers hang up. */
  #definitions({ erlangA }: ErlangService): string[] {
    if (erlangA === undefined) return [];
    const levels = serviceLevelVariants
      .map((variant) => ({ variant, level: erlangA.serviceLevel[variant] }))
      .sort((one, other) => one.level - other.level);
    const [low, high] = [levels[0], levels[levels.length - 1]];
    const [lowest, highest] = [this.#percent(low.level), this.#percent(high.level)];
    if (lowest === highest) return [];
    return [this.#words.says.definitions(lowest, this.#variant(low.variant), highest, this.#variant(high.variant))];
  }

  /** The fewest agents by Erlang C and A, and what that is on the roster. */
  #comparison(): string[] {
    const { says } = this.#words;
    const { fewest } = this.#answer.byVariant.offered;
    const sentences: string[] = [];
    const byC = this.#number(fewest.erlangC.required);
    if (fewest.erlangA !== undefined) {
      const byA = this.#number(fewest.erlangA.required);
      const spared = fewest.erlangC.required - fewest.erlangA.required;
      if (spared > 0) sentences.push(says.fewerByA(byC, byA));
      else if (spared < 0) sentences.push(says.moreByA(byC, byA));
      else sentences.push(says.sameByA(byA));
    }
    const { required, scheduled } = fewest[this.#lead] ?? fewest.erlangC;
    const { shrinkage } = this.#question;
    if (shrinkage > 0) {
      sentences.push(says.shrinkage(this.#number(required), this.#share(shrinkage), this.#number(scheduled)));
    }
    return sentences;
  }

  /** What agents a forecast that is wrong would need, and how likely those there are do. */
  #uncertainty(): string[] {
    const { says, models } = this.#words;
    const { uncertain, service } = this.#answer;
    const { uncertainty } = this.#question;
    if (uncertain === undefined || uncertainty === undefined) return [];
    const { range, confidence } = uncertain[this.#lead] ?? uncertain.erlangC;
    const errors = says.errors[errorsOf(uncertainty)](
      this.#share(uncertainty.volume),
      this.#share(uncertainty.handleTime),
    );
    const [low, planned, high] = [range.fewest, range.planned, range.most].map((agents) => this.#number(agents));
    const sentences = [says.range(models[this.#lead], errors, low, planned, high)];
    if (service !== undefined && confidence !== undefined) {
      sentences.push(says.confidence(this.#number(service.agents), this.#percent(confidence)));
    }
    return sentences;
  }

  #table(head: string[]): InstanceType<typeof Table> {
    return new Table({
      head,
      style: { head: [], border: [], compact: true },
      colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    });
  }

  #named(model: Model): string {
    return `${this.#words.models[model]}\n${this.#words.rules[model]}`;
  }

  #variant(variant: ServiceLevelVariant): string {
    const { variants } = this.#words;
    return variant === 'veryShortAbandonsMet'
      ? variants.veryShortAbandonsMet(`${this.#question.shortSeconds}`)
      : variants[variant];
  }

  #judged(level: number): string {
    return `${level >= this.#question.target ? '✓ ' : ''}${this.#percent(level)}`;
  }

  #number(value: number, decimals = 0): string {
    return formatNumber(this.#lang, value, decimals);
  }

  /** A figure of the question as it was given. */
  #plain(value: number): string {
    return value >= 0.01 || value === 0
      ? new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value)
      : `${value}`;
  }

  #percent(share: number): string {
    return formatPercent(this.#lang, share, 2);
  }

  /** A share of the question, with no more decimals than it was given. */
  #share(share: number): string {
    return formatPercent(this.#lang, share, `${Number((share * 100).toPrecision(12))}`.split('.')[1]?.length ?? 0);
  }

  #finite(value: number, decimals: number): string {
    return value === Infinity ? this.#words.unlimited : this.#number(value, decimals);
  }

  #seconds(value: number): string {
    return value === Infinity ? this.#words.unlimited : this.#words.seconds(this.#number(value, 1));
  }
}
