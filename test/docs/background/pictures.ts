/** All pictures of `docs/background`, each named like its page. */
import type { Chart } from '../../../src/report/charts/chart.ts';
import {
  drawChat,
  drawGeneralPatience,
  drawPriorities,
  drawRedials,
  drawRetrials,
  drawSquareRootRule,
} from './callers.ts';
import { drawDemandOverTheDay, drawExactDay, drawFluidDay, drawForecastErrors, drawInverseQuestions } from './days.ts';
import { drawErlangA, drawErlangB, drawErlangC, drawTrunkLines, drawTwoAgents } from './steady-queues.ts';

export const pictures: Readonly<Record<string, () => Chart>> = {
  'two-agents': drawTwoAgents,
  'erlang-b': drawErlangB,
  'erlang-c': drawErlangC,
  'erlang-a': drawErlangA,
  'trunk-lines': drawTrunkLines,
  'general-patience': drawGeneralPatience,
  priorities: drawPriorities,
  retrials: drawRetrials,
  redials: drawRedials,
  chat: drawChat,
  'square-root-rule': drawSquareRootRule,
  'demand-over-the-day': drawDemandOverTheDay,
  'fluid-day': drawFluidDay,
  'exact-day': drawExactDay,
  'inverse-questions': drawInverseQuestions,
  'forecast-errors': drawForecastErrors,
};
