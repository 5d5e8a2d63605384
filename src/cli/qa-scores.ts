/** `callfloor qa scores`: what real evaluations say of agents, evaluators and causes. */
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { judgeScores, type ScoreJudgement, TooFewScoresError } from '../qa/judge-scores.ts';
import { readScores } from '../qa/scores.ts';
import { drawAgentScores } from '../report/charts/agent-scores.ts';
import { drawInBothWidths } from '../report/charts/draw-charts.ts';
import { csvText } from '../report/csv-text.ts';
import { labelledTableText } from '../report/labelled-table.ts';
import { scoresPage } from '../report/scores-page.ts';
import { listedAgents, scoresFinding, scoresHead, scoresMeaning, scoresTables } from '../report/scores-words.ts';
import { longestTable } from '../scenario/table.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { formatNumber } from '../words/format.ts';
import { readInput } from './files.ts';
import { openReportFolder } from './report-folder.ts';
import { UserError } from './user-error.ts';

interface QaScoresArguments {
  file: string;
  pass: number;
  confidence: number;
  out?: string | undefined;
  json?: boolean | undefined;
  lang: Lang;
}

/** Judges a table of evaluations; exit code 1 when an agent is below the mark beyond doubt. */
export async function qaScoresCommand(given: QaScoresArguments): Promise<number> {
  const { confidence, file, json, lang, out, pass } = given;
  const { cli, qa } = wordsIn(lang);
  const reviews = readScores(readInput(file, cli, longestTable), file);
  const judged = judge(() => judgeScores(reviews, pass, confidence), lang);
  if (out !== undefined) {
    const path = await writeScores(judged, out, lang);
    if (!json) console.log(`${qa.page.report(path)}\n`);
  }
  if (json) console.log(JSON.stringify(judged, null, 2));
  else console.log(printScores(judged, lang));
  return judged.agents.some(({ finding }) => finding === 'below') ? 1 : 0;
}

function judge(run: () => ScoreJudgement, lang: Lang): ScoreJudgement {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooFewScoresError) throw new UserError(wordsIn(lang).qa.scores.tooFew);
    throw error;
  }
}

function printScores(judged: ScoreJudgement, lang: Lang): string {
  const { meaning, scores } = wordsIn(lang).qa;
  const [agents, ...others] = scoresTables(judged, lang, false).map(labelledTableText);
  const hidden = judged.agents.length - listedAgents(judged.agents).length;
  return [
    `${scoresHead(judged, lang)}\n\n${scoresFinding(judged, lang)}`,
    hidden === 0 ? agents : `${agents}\n${scores.agents.more(formatNumber(lang, hidden))}`,
    ...others,
    [meaning, ...scoresMeaning(judged, lang).map((sentence) => `- ${sentence}`)].join('\n'),
  ].join('\n\n');
}

async function writeScores(judged: ScoreJudgement, out: string, lang: Lang): Promise<string> {
  const folder = openReportFolder(out, 'qa-scores', wordsIn(lang).cli);
  try {
    const chart = await drawInBothWidths('agents', (setting) => drawAgentScores(judged, setting), lang);
    if (chart === null) throw new RangeError('judged must have agents');
    folder.write('report.html', scoresPage(judged, chart, manifest.version, lang));
    folder.write('charts/agents.svg', chart.svg);
    folder.write('agents.csv', csvText(judged.agents));
    folder.finish();
  } finally {
    folder.discard();
  }
  return join(folder.path, 'report.html');
}
