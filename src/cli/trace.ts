/** `callfloor trace`: one customer of a run, from the first contact to the last thing that followed from it. */
import { replayRun } from '../experiment/run-experiment.ts';
import { type Story, tellStory } from '../report/story.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ClockRow } from '../sim/chains.ts';
import type { EndRow, TraceRow } from '../sim/trace.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { loadScenario } from './load-scenario.ts';
import { UserError } from './user-error.ts';

interface TraceArguments {
  file: string;
  customer: number;
  work?: string | undefined;
  run: number;
  seed: string;
  json?: boolean | undefined;
  lang: Lang;
}

/** Prints the customer's story, or its rows as JSON. */
export async function traceCommand({ customer, file, json, lang, run, seed, work }: TraceArguments): Promise<number> {
  const { scenario } = await loadScenario(file, lang);
  const name = firstWork(scenario, work, lang);
  const contacts: TraceRow[] = [];
  const clocks: ClockRow[] = [];
  const endings: EndRow[] = [];
  let last = -1;
  await replayRun(
    scenario,
    seed,
    run,
    (row) => {
      if ((row.origin ?? row.type) !== name) return;
      last = Math.max(last, row.origin === undefined ? row.customer : -1);
      if (row.customer === customer) contacts.push(row);
    },
    (row) => {
      if (row.origin === name && row.customer === customer) clocks.push(row);
    },
    undefined,
    (row) => {
      if (row.origin === name && row.customer === customer) endings.push(row);
    },
  );
  if (contacts.length === 0) {
    const text = wordsIn(lang).story;
    throw new UserError(
      last < 0 ? text.nobodyCame({ work: name }) : text.nobody({ number: `${customer}`, work: name, most: `${last}` }),
    );
  }
  const story: Story = { work: name, customer, run, seed, contacts, clocks, endings };
  console.log(json ? JSON.stringify(story, null, 2) : tellStory(scenario, story, lang).join('\n'));
  return 0;
}

/** The work by which the customer first comes. */
function firstWork(scenario: Scenario, work: string | undefined, lang: Lang): string {
  const text = wordsIn(lang).story;
  const names = scenario.work
    .filter(({ arrivals }) => arrivals.process === 'recorded' || arrivals.curve.segments.length > 0)
    .map(({ name }) => name);
  const listed = { names: names.join(', ') };
  if (work === undefined && names.length > 1) throw new UserError(text.whichWork(listed));
  const found = work ?? names[0];
  if (!names.includes(found)) throw new UserError(text.unknownWork({ got: found, ...listed }));
  return found;
}
