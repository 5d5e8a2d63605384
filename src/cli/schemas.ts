/** `callfloor schemas`: the JSON schemas that editors use to complete and check files, written or compared. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drillSchema } from '../drill/drill-schema.ts';
import { normSchema } from '../judge/norm/norm-schema.ts';
import { staffingPlanSchema } from '../plan/staffing/staffing-plan.ts';
import { comparisonSchema } from '../report/comparison/comparison-report.ts';
import { afterActionSchema, tuningSchema } from '../report/drill/drill-schemas.ts';
import { longRunSchema } from '../report/long-run/long-run-report.ts';
import { normStatementSchema } from '../report/norm/norm-statement.ts';
import { reportSchema } from '../report/report.ts';
import { rosterAdviceSchema } from '../report/roster/advice-report.ts';
import { buildingSchema } from '../report/roster/building-report.ts';
import { replanSchema } from '../report/roster/replan-report.ts';
import { rosterCheckSchema } from '../report/roster-check.ts';
import { whySchema } from '../report/why/why-report.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { isSystemError, makeFolder, reasonOf, writeWhole } from './files.ts';
import { UserError } from './user-error.ts';

/** Writes every schema, or says which are not up to date. */
export async function schemasCommand(given: {
  folder: string;
  check?: boolean | undefined;
  lang: Lang;
}): Promise<number> {
  const { cli } = wordsIn(given.lang);
  const files = {
    'scenario.schema.json': scenarioSchema(),
    'drill.schema.json': drillSchema(),
    'after-action.schema.json': afterActionSchema,
    'drill-tuning.schema.json': tuningSchema,
    'norm.schema.json': normSchema(),
    'norm-statement.schema.json': normStatementSchema,
    'report.schema.json': reportSchema,
    'comparison.schema.json': comparisonSchema,
    'long-run.schema.json': longRunSchema,
    'roster-advice.schema.json': rosterAdviceSchema,
    'roster-replan.schema.json': replanSchema,
    'roster-build.schema.json': buildingSchema,
    'roster-check.schema.json': rosterCheckSchema,
    'staffing.schema.json': staffingPlanSchema,
    'why.schema.json': whySchema,
  };
  let stale = 0;
  if (!given.check) {
    try {
      makeFolder(given.folder);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new UserError(cli.files.unwritableFile(given.folder, reasonOf(error, cli)));
    }
  }
  for (const [name, schema] of Object.entries(files)) {
    const path = join(given.folder, name);
    const content = `${JSON.stringify(schema, null, 2)}\n`;
    if (!given.check) {
      writeWhole(path, content, cli);
      console.log(cli.schemas.wrote(path));
    } else if (existsSync(path) && readFileSync(path, 'utf8') === content) {
      console.log(cli.schemas.fresh(path));
    } else {
      console.log(cli.schemas.stale(path));
      stale++;
    }
  }
  return stale === 0 ? 0 : 1;
}
