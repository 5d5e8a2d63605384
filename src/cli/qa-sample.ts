/** `callfloor qa sample`: the contacts that a simulated day draws for evaluation, as a list to work from; or the scores that they got. */
import { replayRun } from '../experiment/run-experiment.ts';
import { csvText } from '../report/csv-text.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScoreRow } from '../sim/quality.ts';
import type { SampleRow } from '../sim/samples.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { loadScenario } from './load-scenario.ts';
import { UserError } from './user-error.ts';

interface QaSampleArguments {
  file: string;
  day?: string | undefined;
  scores?: boolean | undefined;
  run: number;
  seed: string;
  lang: Lang;
}

/** Prints a table as CSV: of one day's draws, or of the scores of all days. */
export async function qaSampleCommand({ day, file, lang, run, scores, seed }: QaSampleArguments): Promise<number> {
  const { scenario } = await loadScenario(file, lang);
  const text = wordsIn(lang).quality;
  if (scenario.quality === undefined || scenario.quality.samples.length === 0) throw new UserError(text.none);
  const drawn: SampleRow[] = [];
  const scored: ScoreRow[] = [];
  await replayRun(scenario, seed, run, undefined, undefined, (row) => {
    if ('sample' in row) drawn.push(row);
    else scored.push(row);
  });
  const rows = scores ? scoreTable(scenario, scored, lang) : sampleTable(scenario, drawn, day, lang);
  process.stdout.write(csvText(rows));
  return 0;
}

/** Local date and time of a moment within the days simulated. */
function placeOf({ clock }: Scenario, seconds: number): { date: string; time: string } {
  const day = clock.days.find(({ end }) => seconds < end) ?? clock.days[clock.days.length - 1];
  const interval = clock.intervalStarts.findLastIndex((start) => start <= seconds);
  const [hour, minute] = clock.intervalLabels[Math.min(interval, clock.intervalLabels.length - 1)].split(':');
  const minutes = Number(minute) + Math.floor((seconds - clock.intervalStarts[interval]) / 60);
  const pad = (value: number) => String(value).padStart(2, '0');
  return { date: day.date, time: `${pad(Number(hour) + Math.floor(minutes / 60))}:${pad(minutes % 60)}` };
}

function sampleTable(scenario: Scenario, drawn: readonly SampleRow[], day: string | undefined, lang: Lang) {
  const { head, noDraw } = wordsIn(lang).quality.sample;
  const days = [...new Set(drawn.map(({ drawnAt }) => placeOf(scenario, drawnAt).date))];
  const asked = day ?? days[0];
  const wanted = drawn.filter(({ drawnAt }) => placeOf(scenario, drawnAt).date === asked);
  if (wanted.length === 0) throw new UserError(noDraw(asked ?? '–', days[0] ?? '–', days[days.length - 1] ?? '–'));
  return wanted.map((row, i) => {
    const drawnAt = placeOf(scenario, row.drawnAt);
    const handledAt = placeOf(scenario, row.handledAt);
    return {
      [head.number]: i + 1,
      [head.sample]: row.sample,
      [head.drawn]: `${drawnAt.date} ${drawnAt.time}`,
      [head.item]: row.item,
      [head.work]: row.work,
      [head.agent]: row.agent,
      [head.group]: row.group,
      [head.handled]: `${handledAt.date} ${handledAt.time}`,
      [head.minutes]: (row.seconds / 60).toFixed(1),
      [head.chance]: Number(row.chance.toPrecision(6)),
      [head.of]: row.of,
    };
  });
}

/** As `callfloor qa scores` reads it. */
function scoreTable(scenario: Scenario, scored: readonly ScoreRow[], lang: Lang) {
  const { head, noScores } = wordsIn(lang).quality.sample;
  if (scored.length === 0) throw new UserError(noScores);
  const pass = scenario.quality?.pass ?? 0;
  // Who has scored a contact twice stands there once, with the later score.
  const last = new Map(scored.map((row) => [`${row.item} ${row.evaluator}`, row]));
  return [...last.values()].map((row) => ({
    [head.agent]: row.agent,
    [head.date]: placeOf(scenario, Math.min(row.at, scenario.clock.horizonSeconds - 1)).date,
    [head.item]: row.item,
    [head.evaluator]: row.evaluator,
    [head.score]: row.score.toFixed(1),
    [head.cause]: row.score < pass ? row.cause : '',
  }));
}
