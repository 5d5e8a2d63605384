/** Quality in a run: what agents are worth, what samples draw, what evaluators see, and what a talk changes. */
import { describe, expect, it } from 'vitest';
import { fixed } from '../../bench/scenario-builder.ts';
import { binomialCdf } from '../../src/math/binomial.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { detection, type FindingRule } from '../../src/qa/detection.ts';
import { parse } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import type { ScoreRow } from '../../src/sim/quality.ts';
import {
  groupOffset,
  type QualityColumn,
  qualityOffset,
  type RunRecord,
  type TeamColumn,
  teamColumns,
  teamOffset,
} from '../../src/sim/run.ts';
import type { SampleRow } from '../../src/sim/samples.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';

const reader = { size: () => undefined, read: () => new Uint8Array() };

function read(text: string): Scenario {
  return resolve(parse(text, 'quality.yaml'), { name: 'quality', reader });
}

interface Centre {
  days?: number;
  /** Calls an hour, and people on the telephone. */
  perHour?: number;
  agents?: number;
  quality: string;
  more?: string;
  evaluators?: number;
  leaders?: number;
  coaching?: string;
  inquiry?: string;
}

function centre({
  agents = 10,
  coaching = '',
  days = 2,
  evaluators = 40,
  inquiry = '',
  leaders = 2,
  more = '',
  perHour = 100,
  quality,
}: Centre): Scenario {
  return read(`
clock: { days: ${days}, intervalMinutes: 60 }
work:
  inquiry:
    hours: "09:00-18:00"
    arrivals: { kind: constant-rate, perHour: ${perHour} }
    talkSeconds: { kind: exponential, mean: 180 }
    patienceSeconds: { kind: never }
${inquiry}
  evaluation:
    channel: case
    handleSeconds: { kind: exponential, mean: 300 }
    after: { unresolved: { becomes: { coaching: { fraction: 1 } } } }
  coaching: { channel: case, handleSeconds: 1200 }
quality:
${quality}
${coaching}
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: [{ from: "09:00", agents: ${agents} }, { from: "18:00", agents: 0 }] }
    evaluators: { skills: { evaluation: 1 }, staff: ${evaluators} }
    leaders: { skills: { coaching: 1 }, staff: ${leaders} }
promises:
  - { measure: connection-rate, atLeast: 0.9, work: [inquiry] }
${more}
`);
}

interface Trail {
  record: RunRecord;
  contacts: TraceRow[];
  samples: SampleRow[];
  scores: ScoreRow[];
}

function follow(scenario: Scenario, run = 0): Trail {
  const contacts: TraceRow[] = [];
  const samples: SampleRow[] = [];
  const scores: ScoreRow[] = [];
  const record = simulate(
    compile(scenario, '1'),
    run,
    (row) => contacts.push(row),
    undefined,
    (row) => {
      if ('sample' in row) samples.push(row);
      else scores.push(row);
    },
  );
  return { record, contacts, samples, scores };
}

function sum(record: RunRecord, column: QualityColumn, type = 0): number {
  const at = qualityOffset(record.layout, type, column);
  return record.data.subarray(at, at + record.layout.intervals).reduce((a, b) => a + b, 0);
}

const team = (record: RunRecord, column: TeamColumn) =>
  record.data[teamOffset(record.layout) + teamColumns.indexOf(column)];

/** Two-sided tail of a binomial count. */
function tail(count: number, times: number, p: number): number {
  return 2 * Math.min(binomialCdf(count, times, p), 1 - (count === 0 ? 0 : binomialCdf(count - 1, times, p)));
}

describe('simulate, quality', () => {
  it('finds and accuses as many as the exact chances say (two-sided 99.9 % over the four together)', () => {
    // One draw of three contacts of each agent; scores far from 0 and 100, so that none is cut off.
    const spread = { mean: 61, betweenAgents: 5, withinAgent: 6, evaluatorNoise: 4, pass: 60 };
    const scenario = centre({
      agents: 40,
      perHour: 400,
      quality: `  pass: 60
  agents: { mean: 61, between: 5, within: 6 }
  samples: { recordings: { kind: per-agent, contacts: 3, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 0, noise: 4 }`,
    });
    const center = compile(scenario, '1');
    const totals = new Map<TeamColumn, number>();
    for (let run = 0; run < 60; run++) {
      const record = simulate(center, run);
      for (const column of teamColumns) totals.set(column, (totals.get(column) ?? 0) + team(record, column));
    }
    const of = (column: TeamColumn) => totals.get(column) ?? 0;
    expect(of('weak') + of('good')).toBe(60 * 40);
    const exact = (rule: FindingRule) => detection([{ reviews: 3, probability: 1 }], spread, rule);
    const tails = [
      tail(of('weakFound'), of('weak'), exact('average').found),
      tail(of('goodAccused'), of('good'), exact('average').accused),
      tail(of('weakProven'), of('weak'), exact('certain').found),
      tail(of('goodProven'), of('good'), exact('certain').accused),
    ];
    expect(Math.min(...tails), `${[...totals]}`).toBeGreaterThan(0.001 / 4);
    expect(tail(of('weak'), 60 * 40, exact('average').below)).toBeGreaterThan(0.001);
  });

  it('draws exactly a tenth of each day, rounded up, each contact at most once', () => {
    const { contacts, record, samples } = follow(
      centre({
        days: 4,
        quality: '  samples: { recordings: { kind: simple, percent: 10, of: [inquiry], becomes: evaluation } }',
      }),
    );
    const day = 86_400;
    for (let d = 0; d < 3; d++) {
      const ends = (row: TraceRow) => row.arrival + row.wait + row.talk;
      const handled = contacts.filter((row) => row.type === 'inquiry' && Math.floor(ends(row) / day) === d).length;
      expect(samples.filter(({ drawnAt }) => drawnAt === (d + 1) * day).length).toBe(Math.ceil(handled / 10));
    }
    expect(new Set(samples.map(({ item }) => item)).size).toBe(samples.length);
    expect(sum(record, 'sampled')).toBe(samples.length);
    expect(samples.every(({ chance, of }) => chance === Math.ceil(of / 10) / of)).toBe(true);
  });

  it('knows how long a contact took, whatever was done before by others', () => {
    const plain = centre({
      days: 4,
      quality: '  samples: { recordings: { kind: simple, percent: 50, of: [inquiry], becomes: evaluation } }',
    });
    // Evaluations have a wrap-up, calls have none; nothing follows from them, so that calls get what they left.
    const work = plain.work.map((type) =>
      type.name === 'evaluation' ? { ...type, followUps: [], wrapUp: fixed(900) } : type,
    );
    const { contacts, samples } = follow({ ...plain, work });
    const talk = new Map(contacts.filter(({ type }) => type === 'inquiry').map((row) => [row.customer, row.talk]));
    expect(samples.length).toBeGreaterThan(1000);
    for (const { customer, seconds } of samples) expect(seconds).toBe(talk.get(customer));
  });

  it('is the same for the same contacts, whatever is drawn of them', () => {
    const of = (percent: number) =>
      follow(
        centre({
          quality: `  samples: { recordings: { kind: simple, percent: ${percent}, of: [inquiry], becomes: evaluation } }`,
        }),
      ).record;
    const [few, many] = [of(5), of(50)];
    for (const column of ['scored', 'quality', 'poor'] as const) expect(sum(few, column)).toBe(sum(many, column));
    expect(sum(few, 'sampled')).toBeLessThan(sum(many, 'sampled'));
  });

  it('does not depend on the runs before', () => {
    const scenario = centre({
      days: 3,
      quality: `  samples: { recordings: { kind: simple, percent: 10, of: [inquiry], becomes: evaluation } }
  coaching: { coaching: {} }`,
    });
    const center = compile(scenario, '1');
    simulate(center, 0);
    expect(simulate(center, 1).data).toEqual(simulate(compile(scenario, '1'), 1).data);
  });

  it('has the mean and spread of the model (two-sided 99.9 %)', () => {
    const { scores } = follow(
      centre({
        agents: 60,
        perHour: 600,
        evaluators: 200,
        quality: `  pass: 50
  agents: { mean: 60, between: 4, within: 6 }
  samples: { recordings: { kind: simple, percent: 100, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 2, noise: 3 }`,
      }),
    );
    const byAgent = new Map<string, number[]>();
    for (const { agent, quality } of scores) byAgent.set(agent, [...(byAgent.get(agent) ?? []), quality]);
    const means = [...byAgent.values()].map((own) => own.reduce((a, b) => a + b, 0) / own.length);
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    const z = normalQuantile(0.9995);
    expect(means.length).toBe(60);
    expect(Math.abs(mean - 60)).toBeLessThan((z * 4.1) / Math.sqrt(60));
    // Within an agent: a chi-square of many degrees, taken as normal.
    let squares = 0;
    let degrees = 0;
    for (const own of byAgent.values()) {
      const m = own.reduce((a, b) => a + b, 0) / own.length;
      squares += own.reduce((a, b) => a + (b - m) ** 2, 0);
      degrees += own.length - 1;
    }
    expect(Math.abs(squares / degrees / 36 - 1)).toBeLessThan(z * Math.sqrt(2 / degrees));
    // What evaluators add: their severity and their noise.
    const errors = scores.map(({ quality, score }) => score - quality);
    const error = errors.reduce((a, b) => a + b * b, 0) / errors.length;
    expect(Math.abs(error / 13 - 1)).toBeLessThan(z * Math.sqrt(2 / 200 + 2 / errors.length));
  });

  it('makes newcomers worse, less so as days go by, and everybody worse after hours without a break', () => {
    const { contacts, scores } = follow(
      centre({
        days: 5,
        agents: 1,
        perHour: 12,
        quality: `  pass: 50
  agents: { mean: 90, between: 0, within: 0, tiredPerHour: 2 }
  groups: { hotline: { points: -20, halvesAfterDays: 2 } }
  samples: { recordings: { kind: simple, percent: 100, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 0, noise: 0 }`,
      }),
    );
    expect(scores.length).toBeGreaterThan(200);
    const ends = new Map(
      contacts.filter(({ type }) => type === 'inquiry').map((row) => [row.customer, row.arrival + row.wait + row.talk]),
    );
    for (const { customer, quality } of scores) {
      const at = ends.get(customer) ?? Number.NaN;
      // The shift begins at nine; nobody has a break.
      const hours = ((at % 86_400) - 9 * 3600) / 3600;
      expect(quality).toBeCloseTo(90 - 20 * 2 ** (-at / (2 * 86_400)) - 2 * hours, 9);
    }
  });

  it('makes poor contacts come back, and dissatisfies', () => {
    const of = (mean: number) => {
      const scenario = centre({
        quality: `  agents: { mean: ${mean}, between: 0, within: 5 }`,
        inquiry: `    resolvedPerPointBelow: 0.02
    satisfaction: { perPointBelow: 2, spread: 0 }
    after:
      handled: { becomes: { evaluation: { fraction: 0, perPointBelow: 0.01 } } }`,
      });
      const { contacts } = follow(scenario);
      return contacts.filter(({ type }) => type === 'evaluation').length / contacts.length;
    };
    expect(of(100)).toBe(0);
    expect(of(70)).toBeGreaterThan(0.05);
  });
});

describe('simulate, a talk', () => {
  /** One call that is poor, one evaluation, one talk; nothing is left to chance but when calls come. */
  const scenario = (coaching: string) =>
    centre({
      days: 4,
      agents: 1,
      perHour: 4,
      evaluators: 1,
      leaders: 1,
      quality: `  form: { greeting: 0.5, answer: 0.5 }
  agents: { mean: 60, between: 0, within: 0 }
  samples: { recordings: { kind: per-agent, contacts: 1, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 0, noise: 0 }
  coaching: { coaching: ${coaching} }`,
    });

  it('closes the stated part of what the agent lacks at the criterion of the finding', () => {
    const { scores } = follow(scenario('{ closes: 0.5 }'));
    // 60, then (80 + 60) ÷ 2, then (80 + 80) ÷ 2: the first criterion is the cause where both cost the same.
    expect(scores.map(({ quality }) => quality)).toEqual([60, 70, 80]);
    expect(scores.map(({ cause }) => cause)).toEqual(['greeting', 'answer', 'greeting']);
    expect(scores.map(({ score }) => score)).toEqual([60, 70, 80]);
  });

  it('is followed up in the next review, and in all of four weeks where there are so many', () => {
    const of = (days: number, closes: number) => {
      const { record } = follow(
        centre({
          days,
          agents: 1,
          perHour: 4,
          evaluators: 1,
          leaders: 1,
          quality: `  form: { answer: 1 }
  agents: { mean: 60, between: 0, within: 0 }
  samples: { recordings: { kind: per-agent, contacts: 1, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 0, noise: 0 }
  coaching: { coaching: { closes: ${closes} } }`,
        }),
      );
      return (['coached', 'followedNext', 'againNext', 'followedAny', 'againAny'] as const).map((column) =>
        sum(record, column),
      );
    };
    // Draws at midnight, a talk each morning; the talk of the last day has no next review.
    expect(of(5, 0)).toEqual([4, 3, 3, 0, 0]);
    expect(of(5, 1)).toEqual([1, 1, 0, 0, 0]);
    // Of 29 talks only that of the second day has its four weeks.
    expect(of(30, 0)).toEqual([29, 28, 28, 1, 1]);
    expect(of(30, 1)).toEqual([1, 1, 0, 1, 0]);
  });

  it('fades as it says', () => {
    const { contacts, scores } = follow(scenario('{ closes: 0.5, halvesAfterDays: 1 }'));
    const talk = contacts.find(({ type }) => type === 'coaching') as TraceRow;
    const endsAt = talk.arrival + talk.wait + talk.talk;
    const handledAt = Number(scores[1].item.split('@')[1]);
    expect(scores[1].quality).toBeCloseTo(60 + 10 * 2 ** (-(handledAt - endsAt) / 86_400), 2);
  });

  it('holds agent and leader at the same time, and begins when the agent has finished', () => {
    const { contacts, record } = follow(
      centre({
        days: 6,
        agents: 2,
        perHour: 24,
        inquiry: '    closing: send-away',
        evaluators: 1,
        leaders: 1,
        quality: `  agents: { mean: 60, between: 0, within: 0 }
  samples: { recordings: { kind: per-agent, contacts: 2, of: [inquiry], becomes: evaluation, at: "10:00" } }
  evaluators: { bias: 0, noise: 0 }
  coaching: { coaching: { closes: 0 } }`,
      }),
    );
    const talks = contacts.filter(({ type, outcome }) => type === 'coaching' && outcome === 'answered');
    expect(talks.length).toBeGreaterThan(10);
    const span = (row: TraceRow) => {
      const from = row.arrival + row.wait;
      return { from, to: from + row.talk + row.wrapUp, agent: row.agent };
    };
    const calls = contacts.filter(({ type, outcome }) => type === 'inquiry' && outcome === 'answered').map(span);
    // At every moment of a talk one of the two is away: the other alone has calls in hand.
    const inTalk = talks.map(span);
    for (const { from, to } of inTalk) {
      const during = calls.filter((call) => call.from < to && call.to > from);
      expect(new Set(during.map(({ agent }) => agent)).size).toBeLessThanOrEqual(1);
    }
    // The hotline's time on queue is its schedule less the talks, but for calls that end after the shift.
    const figure = (column: 'scheduled' | 'loggedIn') => {
      const at = groupOffset(record.layout, 0, column);
      return record.data.subarray(at, at + record.layout.intervals).reduce((a, b) => a + b, 0);
    };
    const talked = inTalk.reduce((total, { from, to }) => total + to - from, 0);
    const closing = 18 * 3600;
    const late = calls.reduce((total, { to }) => total + Math.max(0, (to % 86_400) - closing), 0);
    expect(figure('scheduled') - figure('loggedIn')).toBeCloseTo(talked - late, 3);
  });

  it('waits for an agent who is not there until he comes', () => {
    const { contacts } = follow(scenario('{ closes: 0 }'));
    const talks = contacts.filter(({ type, outcome }) => type === 'coaching' && outcome === 'answered');
    expect(talks.length).toBe(3);
    // Drawn at midnight and evaluated at once; the agent comes at nine.
    for (const talk of talks) expect((talk.arrival % 86_400) / 3600).toBeLessThan(9);
    for (const talk of talks) expect((talk.arrival + talk.wait) % 86_400).toBeLessThan(9.5 * 3600);
  });
});

describe('simulate, evaluators', () => {
  it('meet at their time, and keep so much of their severity', () => {
    const of = (calibration: string) =>
      follow(
        centre({
          evaluators: 20,
          agents: 30,
          perHour: 300,
          quality: `  pass: 50
  agents: { mean: 60, between: 0, within: 0 }
  samples: { recordings: { kind: simple, percent: 20, of: [inquiry], becomes: evaluation } }
  evaluators: { bias: 6, noise: 0${calibration} }`,
        }),
      );
    const free = of('');
    const met = of(', calibration: { everyDays: 1, at: "00:00", minutes: 60, keeps: 0.5 }');
    const severity = ({ scores }: Trail) => new Map(scores.map(({ evaluator, score }) => [evaluator, score - 60]));
    const before = severity(free);
    for (const [evaluator, points] of severity(met)) {
      const was = before.get(evaluator);
      if (was !== undefined) expect(points).toBeCloseTo(was / 2, 9);
    }
    const at = (trail: Trail) => Math.min(...trail.scores.map(({ at }) => at));
    expect(at(free)).toBeLessThan(86_400 + 600);
    expect(at(met)).toBeGreaterThan(86_400 + 3600);
  });
});
