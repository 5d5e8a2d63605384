/** The families of reference values that Callfloor can check itself against. */
import type { ReferenceFamily } from '../reference-family.ts';
import { erlangAFamily } from './erlang-a.ts';
import { erlangBFamily } from './erlang-b.ts';
import { erlangCFamily } from './erlang-c.ts';
import { redialFamily, redialLinesFamily } from './erlang-x.ts';
import { fluidFamily } from './fluid.ts';
import { generalPatienceFamily } from './mmn-general-patience.ts';
import { linesFamily } from './mmnk.ts';
import { sinusoidalLoadFamily, steppedLoadFamily } from './modified-offered-load.ts';
import { priorityFamily } from './priority.ts';
import {
  detectionFamily,
  finitePopulationFamily,
  hypergeometricFamily,
  intervalFamily,
  stratifiedFamily,
} from './qa-sampling.ts';
import { exactRedialFamily } from './redial-exact.ts';
import { retrialFamily } from './retrial.ts';
import { squareRootFamily } from './square-root-staffing.ts';
import { staffingErlangAFamily, staffingErlangCFamily } from './staffing.ts';

/** Every family computed row by row. */
export const referenceFamilies: readonly ReferenceFamily[] = [
  erlangBFamily,
  erlangCFamily,
  erlangAFamily,
  linesFamily,
  generalPatienceFamily,
  staffingErlangCFamily,
  staffingErlangAFamily,
  squareRootFamily,
  priorityFamily,
  retrialFamily,
  redialFamily,
  redialLinesFamily,
  exactRedialFamily,
  sinusoidalLoadFamily,
  steppedLoadFamily,
  fluidFamily,
  hypergeometricFamily,
  detectionFamily,
  intervalFamily,
  finitePopulationFamily,
  stratifiedFamily,
];
