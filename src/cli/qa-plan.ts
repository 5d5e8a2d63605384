/** `callfloor qa plan`: how many evaluators a sampling rule takes, whom it finds, what it can prove. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { planSampling, type SamplingQuestion } from '../qa/sampling-plan.ts';
import { drawSamplingPlan } from '../report/charts/sampling-plan.ts';
import { renderSamplingPlan } from '../report/render-sampling-plan.ts';
import { samplingPlanPage } from '../report/sampling-plan-page.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { openReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

/** Reviews of a day up to which the plan is worked out. */
const mostReviews = 200_000;

interface QaPlanArguments {
  agents: number;
  contacts: number;
  tickets: number;
  'recording-percent': number;
  'ticket-percent': number;
  minutes: number;
  'minutes-cv': number;
  'finding-minutes': number;
  'open-days': number;
  'qa-days'?: number | undefined;
  hours: number;
  'other-minutes': number;
  absence: number;
  'in-time': number;
  evaluators?: number | undefined;
  pass: number;
  mean: number;
  between: number;
  within: number;
  noise: number;
  serious: number;
  'repeat-limit': number;
  'repeat-truth': number;
  out?: string | undefined;
  json?: boolean | undefined;
  lang: Lang;
}

/** Prints the plan, and writes its page when a folder is given. */
export async function qaPlanCommand(given: QaPlanArguments): Promise<number> {
  const { json, lang, out } = given;
  const { cli, qa } = wordsIn(lang);
  const question = ask(given);
  const plan = planSampling(question);
  if (out !== undefined) {
    const folder = openReportFolder(out, 'qa-plan', cli);
    try {
      const charts = await drawSamplingPlan(question, plan, lang);
      folder.write('report.html', samplingPlanPage(question, plan, charts, manifest.version, lang));
      for (const { name, svg } of charts) folder.write(`charts/${name}.svg`, svg);
      folder.finish();
    } finally {
      folder.discard();
    }
    if (!json) console.log(`${qa.page.report(join(folder.path, 'report.html'))}\n`);
  }
  if (json) console.log(JSON.stringify({ question, ...plan }, null, 2));
  else console.log(renderSamplingPlan(question, plan, lang));
  return 0;
}

/** The question, with what one option alone cannot check. */
function ask(given: QaPlanArguments): SamplingQuestion {
  const { lang } = given;
  const words = wordsIn(lang).qa;
  const openDays = given['open-days'];
  const evaluatorDays = given['qa-days'] ?? openDays;
  if (evaluatorDays > openDays) throw new UserError(words.tooManyDays(`${evaluatorDays}`, `${openDays}`));
  if (given.hours * 60 <= given['other-minutes']) {
    throw new UserError(words.noTime(`${given['other-minutes']}`, `${given.hours}`));
  }
  const perAgent = (given.contacts * given['recording-percent'] + given.tickets * given['ticket-percent']) / 100;
  const reviews = given.agents * perAgent;
  if (reviews === 0) throw new UserError(words.nothingDrawn);
  if (reviews > mostReviews) {
    throw new UserError(words.tooMany(formatNumber(lang, reviews), formatNumber(lang, mostReviews)));
  }
  return {
    agents: given.agents,
    recordingsPerAgent: given.contacts,
    ticketsPerAgent: given.tickets,
    recordingPercent: given['recording-percent'],
    ticketPercent: given['ticket-percent'],
    openDays,
    evaluatorDays,
    minutesPerReview: given.minutes,
    minutesPerFinding: given['finding-minutes'],
    reviewCv: given['minutes-cv'],
    evaluatorHours: given.hours,
    otherMinutes: given['other-minutes'],
    absence: given.absence,
    onTime: given['in-time'],
    evaluators: given.evaluators,
    scores: {
      mean: given.mean,
      betweenAgents: given.between,
      withinAgent: given.within,
      evaluatorNoise: given.noise,
      pass: given.pass,
    },
    seriousRate: given.serious,
    repeat: { limit: given['repeat-limit'], truth: given['repeat-truth'], power: 0.8 },
  };
}
