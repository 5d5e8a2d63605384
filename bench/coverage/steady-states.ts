/**
 * How often the intervals of a long run miss what a whole centre settles to, over searches whose answer is known: queues with and without patience,
 * two skills beside each other, priorities, redials. A part of `npm run coverage`.
 */
import {
  findSteadyState,
  type SteadyOptions,
  type SteadyOutcome,
  UnsettledError,
} from '../../src/experiment/steady-state/find-steady-state.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import { priorityQueue } from '../../src/math/priority-queue.ts';
import type { QueueMeasures } from '../../src/math/queue-measures.ts';
import { redialExact } from '../../src/math/redial-exact.ts';
import type { Scenario, WorkType } from '../../src/scenario/scenario.ts';
import { answerWithin, atRate, clock, exponential, group, noRedial, scenario, workType } from '../scenario-builder.ts';
import { type Claims, type Experiments, misses } from './claims.ts';

/** Contacts of a search that is looked at once: room for runs up to twice as long as the shortest. */
const contacts = 90_000;
const horizon = 3600;
const talkSeconds = 120;
const patienceSeconds = 90;
const answerWithinSeconds = 20;

/** A centre of which figures are known exactly: of a type of work, or for the occupancy of a group. */
export interface KnownCentre {
  name: string;
  /** Nobody leaves: its rare long queues make intervals hard. */
  isHard?: boolean;
  centre: Scenario;
  truths: { figure: string; of: number; value: number }[];
}

function calls(name: string, rate: number, changes: Partial<WorkType> = {}): WorkType {
  return workType(name, horizon, { arrivals: atRate(rate, horizon), talk: exponential(talkSeconds), ...changes });
}

function centreOf(work: WorkType[], groups: Scenario['groups'], changes: Partial<Scenario> = {}): Scenario {
  const [promise] = answerWithin(answerWithinSeconds);
  const promises = work.map(({ name }, type) => ({ ...promise, id: name, work: [type] }));
  return scenario({ clock: clock(horizon), work, groups, promises, ...changes });
}

function truthsOf(measures: QueueMeasures, of: number): KnownCentre['truths'] {
  const { abandonment, asa, meanQueue, occupancy, serviceLevel, waitProbability } = measures;
  return [
    { figure: 'service-level', of, value: serviceLevel.offered },
    { figure: 'wait-probability', of, value: waitProbability },
    { figure: 'asa', of, value: asa },
    ...(abandonment > 0 ? [{ figure: 'abandonment', of, value: abandonment }] : []),
    { figure: 'queue', of, value: meanQueue },
    { figure: 'occupancy', of, value: occupancy },
  ];
}

/** The centres that are tried. */
export function knownCentres(): KnownCentre[] {
  const patient = { arrivalRate: 0.05, meanHandleSeconds: talkSeconds, agents: 8, answerWithinSeconds };
  const leaving = { ...patient, agents: 7, meanPatienceSeconds: patienceSeconds };
  const other = { ...leaving, arrivalRate: 0.02, agents: 3 };
  const impatience = { patience: exponential(patienceSeconds) };
  const rates = [0.015, 0.035];
  const ranked = priorityQueue({ ...patient, arrivalRates: rates });
  const redialling = { redialAfterAbandonment: 0.6, meanRedialSeconds: 300 };
  const again = redialExact({ ...leaving, ...redialling });
  const redial = { ...noRedial, fraction: 0.6, after: exponential(300), maxAttempts: Number.POSITIVE_INFINITY };
  return [
    {
      name: 'Erlang C',
      isHard: true,
      centre: centreOf([calls('calls', 0.05)], [group('desk', 8)]),
      truths: truthsOf(erlangCMeasures(patient), 0),
    },
    {
      name: 'Erlang A',
      centre: centreOf([calls('calls', 0.05, impatience)], [group('desk', 7)]),
      truths: truthsOf(erlangA(leaving), 0),
    },
    {
      name: 'two skills beside each other',
      centre: centreOf(
        [calls('sales', 0.05, impatience), calls('faults', 0.02, impatience)],
        [group('sales', 7, { speeds: [1, 0] }), group('faults', 3, { speeds: [0, 1] })],
      ),
      truths: [...truthsOf(erlangA(leaving), 0), ...truthsOf(erlangA(other), 1)],
    },
    {
      name: 'priorities',
      isHard: true,
      centre: centreOf([calls('core', rates[0]), calls('others', rates[1])], [group('desk', 8)], {
        routing: {
          kind: 'priority',
          queues: [[0, 1].map((type) => ({ type, tier: 1 - type, base: 0, perSecond: 1 }))],
          groups: [[{ group: 0, afterSeconds: 0 }], [{ group: 0, afterSeconds: 0 }]],
          agentChoice: 'listed',
        },
      }),
      truths: [
        ...ranked.classes.flatMap(({ asa, meanQueue, serviceLevel }, of) => [
          { figure: 'service-level', of, value: serviceLevel },
          { figure: 'wait-probability', of, value: ranked.waitProbability },
          { figure: 'asa', of, value: asa },
          { figure: 'queue', of, value: meanQueue },
        ]),
        { figure: 'occupancy', of: 0, value: ranked.occupancy },
      ],
    },
    {
      name: 'redials',
      centre: centreOf(
        [calls('calls', 0.05, { ...impatience, redial: { abandoned: redial, blocked: noRedial, balked: noRedial } })],
        [group('desk', 7)],
      ),
      truths: [
        { figure: 'wait-probability', of: 0, value: again.waitProbability },
        { figure: 'abandonment', of: 0, value: again.abandonment },
        { figure: 'queue', of: 0, value: again.meanQueue },
        { figure: 'occupancy', of: 0, value: again.occupancy },
      ],
    },
  ];
}

/** Searches for the steady state of each centre, looked at once, and of the hardest until every figure is precise. */
export async function trySteadyStates(claims: Claims, { count }: Experiments): Promise<void> {
  for (const known of knownCentres()) await trySearches(claims, known, 0, count);
}

/** Tries one centre; refusing it is not wrong, but of no use either. */
export async function trySearches(claims: Claims, known: KnownCentre, from: number, until: number): Promise<void> {
  for (const { centre, name, options, truths } of searchesOf(known)) {
    for (let experiment = from; experiment < until; experiment++) {
      const state = await search(centre, { seed: `coverage-${experiment}`, threads: 1, ...options });
      claims.count(`centre in the long run, ${name}: refused`, state === null, 'at-most', 0.01);
      if (state === null) continue;
      for (const { figure, of, value } of truths) {
        const several = truths.filter((one) => one.figure === figure).length > 1;
        const found = state.figures.find((one) => one.name === figure && Math.max(one.work, one.group) === of);
        const claim = `centre in the long run, ${name}: ${figure}${several ? ` ${of + 1}` : ''}`;
        // What customers bring is taken off batch by batch; what of it one leaves to the next makes intervals too wide rather than too narrow.
        claims.count(claim, misses(found?.estimate, value), 'at-most');
      }
    }
  }
}

/** One look; and, of a hard centre, as many as it takes. */
function searchesOf({ centre, isHard, name, truths }: KnownCentre) {
  const once: Partial<SteadyOptions> = { contacts };
  // Without promises a search goes on until every figure is precise: it ends when the hardest of them looks so.
  const precise: Partial<SteadyOptions> = { precision: 0.1 };
  const others = truths.filter(({ figure }) => figure !== 'service-level');
  return [
    { name, centre, truths, options: once },
    ...(isHard
      ? [{ name: `${name}, until precise`, centre: { ...centre, promises: [] }, truths: others, options: precise }]
      : []),
  ];
}

async function search(centre: Scenario, options: SteadyOptions): Promise<SteadyOutcome | null> {
  try {
    return await findSteadyState(centre, 0, options);
  } catch (error) {
    if (error instanceof UnsettledError) return null;
    throw error;
  }
}
