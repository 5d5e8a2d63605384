/** The ways to test a clause of a norm. */
import { KindList } from '../../../kinds/kind.ts';
import type { ClauseTest } from '../clause-test.ts';
import { clock } from './clock.ts';
import { declared } from './declared.ts';
import { follows } from './follows.ts';
import { measure } from './measure.ts';
import { notTestable } from './not-testable.ts';
import { steps } from './steps.ts';

/** Every kind of test that a clause may name. */
export const clauseTests = new KindList<ClauseTest>('clause tests', [
  measure,
  clock,
  steps,
  follows,
  declared,
  notTestable,
]);
