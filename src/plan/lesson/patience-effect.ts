/** Patience: what the callers' readiness to wait does to the figures, by its mean and by its shape. */
import { mmnGeneralPatience } from '../../math/mmn-general-patience.ts';
import type { Patience } from '../../math/patience.ts';
import { serviceLevelBase } from '../../math/queue-measures.ts';
import { type LessonMeasures, type LessonQueue, measureQueue } from './lesson-queue.ts';

/** One mean patience. */
export interface PatiencePoint extends LessonMeasures {
  readonly meanPatienceSeconds: number;
}

/** One distribution of patience with the queue's own mean. */
export interface PatienceShape extends LessonMeasures {
  readonly shape: 'fixed' | 'exponential' | 'hyperexponential';
  /** Coefficient of variation. */
  readonly cv: number;
}

/** How the figures depend on patience. */
export interface PatienceEffect {
  /** Rising, from an eighth to eight times the queue's own mean; the mean, half and twice of it are among them. */
  readonly points: readonly PatiencePoint[];
  readonly shapes: readonly PatienceShape[];
  /** If nobody hung up; a service level of 0 where the queue would grow without limit. */
  readonly erlangC: LessonMeasures;
}

/** Coefficient of variation of the mixed patience: some hang up at once, others hold on. */
export const mixedCv = 2;
/** Points from one patience to twice of it, and how often it is halved and doubled. */
const pointsPerDoubling = 4;
const doublings = 3;

/**
 * The queue with less and more patient callers.
 *
 * @param queue with a finite patience
 */
export function patienceEffectOf(queue: LessonQueue): PatienceEffect {
  const { meanPatienceSeconds } = queue;
  const points = Array.from({ length: 2 * doublings * pointsPerDoubling + 1 }, (_, i) => {
    const patience = meanPatienceSeconds * 2 ** (i / pointsPerDoubling - doublings);
    return { ...measureQueue({ ...queue, meanPatienceSeconds: patience }), meanPatienceSeconds: patience };
  });
  const shapes: PatienceShape[] = [
    { shape: 'fixed', cv: 0, ...withPatience(queue, { kind: 'deterministic', seconds: meanPatienceSeconds }) },
    { shape: 'exponential', cv: 1, ...measureQueue(queue) },
    { shape: 'hyperexponential', cv: mixedCv, ...withPatience(queue, mixedPatience(meanPatienceSeconds)) },
  ];
  return { points, shapes, erlangC: measureQueue({ ...queue, meanPatienceSeconds: Infinity }) };
}

/** Two kinds of callers, balanced means: the same distribution as the kind `hyperexponential` of a scenario. */
function mixedPatience(mean: number): Patience {
  const square = mixedCv * mixedCv;
  const share = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
  return {
    kind: 'hyperexponential',
    shares: [share, 1 - share],
    meansSeconds: [mean / (2 * share), mean / (2 * (1 - share))],
  };
}

function withPatience(queue: LessonQueue, patience: Patience): LessonMeasures {
  const answerWithinSeconds = queue.answerWithinSeconds - queue.ringSeconds;
  const measures = mmnGeneralPatience({
    ...queue,
    answerWithinSeconds,
    shortAbandonSeconds: Math.min(queue.shortAbandonSeconds, answerWithinSeconds),
    patience,
  });
  return {
    serviceLevel: measures.serviceLevel[queue.variant],
    counted: serviceLevelBase(measures, queue.variant),
    abandonment: measures.abandonment,
    asaSeconds: measures.asa + queue.ringSeconds,
    occupancy: measures.occupancy,
  };
}
