/** `callfloor staff`: a demand goes in, a table of agents comes out, and a page that can be handed on. */
import { basename, join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import type { StaffingTarget } from '../math/required-agents.ts';
import type { Uncertainty } from '../math/staffing-range.ts';
import { serviceVariants } from '../plan/service-variants.ts';
import { type StaffingDemand, scenarioDemand } from '../plan/staffing/demand.ts';
import { intervalColumns, readIntervals } from '../plan/staffing/read-intervals.ts';
import { staffDemand } from '../plan/staffing/staff-demand.ts';
import type { StaffingMethod } from '../plan/staffing/staffing-methods.ts';
import type { StaffingPlan } from '../plan/staffing/staffing-plan.ts';
import { renderPng } from '../report/charts/render-png.ts';
import { renderSvg } from '../report/charts/render-svg.ts';
import { drawPlan } from '../report/staffing/plan-chart.ts';
import { renderPlanCsv } from '../report/staffing/plan-csv.ts';
import { renderPlanPage } from '../report/staffing/plan-page.ts';
import { renderPlanText } from '../report/staffing/plan-text.ts';
import { PlanWords } from '../report/staffing/say.ts';
import { longestTable } from '../scenario/table.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import type { StaffWords } from '../words/staff.ts';
import { readInput } from './files.ts';
import { loadScenario } from './load-scenario.ts';
import { openReportFolder, type ReportFolder } from './report-folder.ts';
import { terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

interface StaffArguments {
  file: string;
  demand?: string | undefined;
  day?: string | undefined;
  work?: string | undefined;
  aht?: number | undefined;
  ahtCv: number;
  patience?: number | undefined;
  agents?: number | undefined;
  interval?: number | undefined;
  column?: string[] | undefined;
  within?: number | undefined;
  target?: number | undefined;
  variant?: string | undefined;
  short?: number | undefined;
  maxAsa?: number | undefined;
  maxAbandonment?: number | undefined;
  maxOccupancy?: number | undefined;
  maxWaiting?: number | undefined;
  method: StaffingMethod;
  shrinkage: number;
  fteHours: number;
  volumeError?: number | undefined;
  ahtError?: number | undefined;
  exact?: boolean | undefined;
  out: string;
  json?: boolean | undefined;
  png?: boolean | undefined;
  quiet?: boolean | undefined;
  exitZero?: boolean | undefined;
  lang: Lang;
}

/** Plans the staff, writes the plan and prints it; exit code 1 when agents were given and break the promise. */
export async function staffCommand(given: StaffArguments): Promise<number> {
  const { lang, exact = false } = given;
  const { cli, staff: words } = wordsIn(lang);
  const name = basename(given.file).replace(/\.[^.]+$/, '');
  const targets = targetsOf(given, words);
  const demand = await demandOf(given, name, targets);
  const [{ label }, ...otherDays] = demand.days;
  const folder = openReportFolder(given.out, `${name}-staffing`, cli);
  try {
    const plan = staffDemand(demand, {
      name: otherDays.length === 0 && label !== '' ? `${name} ${label}` : name,
      version: manifest.version,
      method: given.method,
      targets,
      shrinkage: given.shrinkage,
      fteHours: given.fteHours,
      handleCv: given.ahtCv,
      uncertainty: uncertaintyOf(given),
      exact,
    });
    if (given.method === 'erlang-a' && plan.queues.every(({ method }) => method !== given.method)) {
      throw new UserError(words.needsPatience);
    }
    const changing = plan.queues.find(({ total }) => exact && total.exact === null);
    if (changing !== undefined) throw new UserError(words.notExact(changing.name));
    await writePlan(plan, folder, lang, given.png === true);
    folder.finish();
    if (given.json) process.stdout.write(renderPlanJson(plan));
    else if (!given.quiet) {
      console.log(renderPlanText(plan, lang, terminal()));
      console.log(words.wrote({ path: join(folder.path, 'staffing.html') }));
    }
    const broken = plan.queues.some(({ agentsGiven, total }) => agentsGiven && total.broken > 0);
    return broken && !given.exitZero ? 1 : 0;
  } finally {
    folder.discard();
  }
}

/** The promises of the options: an answer within T, unless it is given up, and whatever else is limited. */
function targetsOf(given: StaffArguments, words: StaffWords): StaffingTarget[] {
  const { within = 10, target = 0.9, variant = 'offered', short = Math.min(5, within) } = given;
  if (short > within) throw new UserError(wordsIn(given.lang).erlang.shortBeyond(`${short}`, `${within}`));
  const targets: StaffingTarget[] = [];
  if (target > 0) {
    targets.push({
      measure: 'serviceLevel',
      variant: serviceVariants[variant],
      answerWithinSeconds: within,
      shortAbandonSeconds: short,
      atLeast: target,
    });
  }
  targets.push(...limitsOf(given));
  if (targets.length === 0) throw new UserError(words.noTarget);
  return targets;
}

/** What else is limited, beside an answer within T. */
function limitsOf({ maxAsa, maxAbandonment, maxOccupancy, maxWaiting }: StaffArguments): StaffingTarget[] {
  const limits: StaffingTarget[] = [];
  if (maxAsa !== undefined) limits.push({ measure: 'asa', atMostSeconds: maxAsa });
  if (maxAbandonment !== undefined) limits.push({ measure: 'abandonment', atMost: maxAbandonment });
  if (maxOccupancy !== undefined) limits.push({ measure: 'occupancy', atMost: maxOccupancy });
  if (maxWaiting !== undefined) limits.push({ measure: 'waitProbability', atMost: maxWaiting });
  return limits;
}

function uncertaintyOf({ volumeError, ahtError }: StaffArguments): Uncertainty | undefined {
  if (volumeError === undefined && ahtError === undefined) return undefined;
  return { volume: volumeError ?? 0, handleTime: ahtError ?? 0 };
}

/** The demand of the file, be it a scenario or a table. */
async function demandOf(
  given: StaffArguments,
  name: string,
  targets: readonly StaffingTarget[],
): Promise<StaffingDemand> {
  if (/\.(ya?ml|json)$/i.test(given.file)) return demandOfScenario(given, targets);
  const { cli, staff: words } = wordsIn(given.lang);
  if (given.demand !== undefined) throw new UserError(words.notForTable('demand'));
  return readIntervals(readInput(given.file, cli, longestTable), given.file, {
    name,
    day: given.day,
    queue: given.work,
    ahtSeconds: given.aht,
    patienceSeconds: given.patience,
    agents: given.agents,
    intervalMinutes: given.interval,
    columns: columnsOf(given.column ?? [], words),
  });
}

/** Headers by column, from `offered=Calls`. */
function columnsOf(given: readonly string[], words: StaffWords): Record<string, string> {
  return Object.fromEntries(
    given.map((one) => {
      const [, name, header] = /^([^=]+)=(.+)$/s.exec(one) ?? [];
      if (name === undefined) throw new UserError(words.columnForm(one));
      if (!Object.hasOwn(intervalColumns, name)) {
        throw new UserError(words.columnName(name, Object.keys(intervalColumns).join(', ')));
      }
      return [name, header];
    }),
  );
}

async function demandOfScenario(given: StaffArguments, targets: readonly StaffingTarget[]): Promise<StaffingDemand> {
  const { lang, demand: file, day, work, agents } = given;
  const words = wordsIn(lang).staff;
  for (const option of ['aht', 'patience', 'interval', 'column'] as const) {
    if (given[option] !== undefined) throw new UserError(words.notForScenario(option));
  }
  const replaced = file !== undefined || day !== undefined;
  const { scenario } = await loadScenario(given.file, lang, replaced ? { demand: file, day, work } : {});
  const { days, queues } = scenarioDemand(scenario);
  if (queues.length === 0) throw new UserError(words.nothingOpen);
  const names = queues.map((queue) => queue.name);
  if (work !== undefined && !names.includes(work)) throw new UserError(words.scenarioWork(work, names.join(', ')));
  const asked = [given.within, given.target, given.variant, given.short].some((option) => option !== undefined);
  return {
    days,
    queues: queues
      .filter((queue) => work === undefined || queue.name === work)
      .map((queue) => {
        const promised = asked || queue.targets.length === 0 ? targets : [...queue.targets, ...limitsOf(given)];
        const intervals = queue.intervals.map((one) => ({ ...one, agents: agents ?? one.agents }));
        checkRing({ ...queue, targets: promised }, words);
        return { ...queue, targets: promised, intervals };
      }),
  };
}

/** Refuses a promise that is over before the telephone of an agent has rung. */
function checkRing({ name, targets, intervals }: StaffingDemand['queues'][number], words: StaffWords): void {
  const ring = Math.max(...intervals.map(({ ringSeconds }) => ringSeconds));
  for (const target of targets) {
    const within =
      target.measure === 'serviceLevel'
        ? target.answerWithinSeconds
        : 'atMostSeconds' in target
          ? target.atMostSeconds
          : Infinity;
    if (ring > within) throw new UserError(words.ringTooLong(name, `${ring}`, `${within}`));
  }
}

async function writePlan(plan: StaffingPlan, folder: ReportFolder, lang: Lang, png: boolean): Promise<void> {
  const say = new PlanWords(plan, lang);
  const charts = [];
  for (const [i, queue] of plan.queues.entries()) {
    const wide = drawPlan(say, queue, { lang, width: 800 });
    const svg = await renderSvg(wide, lang);
    const narrowSvg = await renderSvg(drawPlan(say, queue, { lang, width: 340 }), lang);
    charts.push({ svg, narrowSvg, reading: wide.reading });
    folder.write(`charts/queue-${i + 1}.svg`, svg);
    if (png) folder.write(`charts/queue-${i + 1}.png`, await renderPng(svg));
  }
  folder.write('staffing.html', renderPlanPage(plan, charts, lang));
  folder.write('staffing.json', renderPlanJson(plan));
  folder.write('intervals.csv', renderPlanCsv(plan));
}

/** The plan as JSON, in the shape of `schemas/staffing.schema.json`. */
function renderPlanJson(plan: StaffingPlan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
