/** Every clause of the shipped norm, on a centre that clearly keeps it and on one that clearly breaks it. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { centre, few, judgeClause, telecom } from './centres.ts';

/** Work that an item becomes so many hours after it is handled, and a clock from here to there. */
function chain(clock: string, hours: number, limit: object): Scenario {
  const back = { channel: 'case', handleSeconds: 60 };
  return centre({
    days: Math.ceil(hours / 24) + 1,
    work: {
      first: {
        ...back,
        arrivals: few,
        after: { handled: { becomes: { second: { fraction: 1, afterHours: hours } } } },
      },
      second: back,
    },
    clocks: { [clock]: { starts: { first: 'handled' }, stops: { second: 'started' }, ...limit } },
  });
}

const voice = { arrivals: few, talkSeconds: 300, patienceSeconds: { kind: 'fixed', value: 120 } };
/** Forty calls an hour, of which one agent answers a dozen; the others give up. */
const hotline = (agents: number) =>
  centre({
    days: 2,
    work: { inquiry: { ...voice, arrivals: { ...few, counts: [40, 40, 40] } } },
    people: { groups: { desk: { skills: { inquiry: 1 }, staff: agents } } },
  });

/** A caller of the evening leaves a voicemail, which is taken up from this hour on. */
const voicemail = (open: string) =>
  centre({
    days: 3,
    work: {
      inquiry: {
        ...voice,
        hours: '08:00-20:00',
        arrivals: { kind: 'recorded-counts', from: '22:00', intervalMinutes: 60, counts: [5], outsideHours: 'counted' },
        after: { outsideHours: { becomes: { voicemail: { fraction: 1 } } } },
      },
      voicemail: { channel: 'voicemail', hours: open, handleSeconds: 60 },
    },
    clocks: { 'voicemail.reply': { starts: { voicemail: 'created' }, stops: { voicemail: 'started' }, by: '08:00' } },
  });

const search = (found: number) => centre({ days: 2, work: { inquiry: voice }, knowledge: { found } });

/** A matter that is not settled comes back, in so many cases, and is settled then. */
const repeats = (fraction: number) =>
  centre({
    days: 3,
    work: {
      inquiry: {
        ...voice,
        resolved: 0.5,
        after: { unresolved: { becomes: { inquiry: { fraction, afterHours: 1 } } } },
      },
    },
  });

const item = { channel: 'case', handleSeconds: 60 };
const into = (work: string, fraction = 1) => ({ handled: { becomes: { [work]: { fraction } } } });

const archive = (skipped: boolean) =>
  centre({
    days: 1,
    work: {
      ticket: {
        ...item,
        arrivals: few,
        after: {
          handled: {
            becomes: { 'satisfaction call': { fraction: 1 }, ...(skipped ? { archive: { fraction: 0.1 } } : {}) },
          },
        },
      },
      'satisfaction call': { channel: 'outbound', talkSeconds: 60, after: into('evaluation') },
      evaluation: { ...item, after: into('archive') },
      archive: item,
    },
  });

const sample = (recordings: number, tickets: number) =>
  centre({
    days: 6,
    work: {
      inquiry: { ...voice, after: into('evaluation', recordings) },
      ticket: { ...item, arrivals: few, after: into('evaluation', tickets) },
      evaluation: item,
    },
  });

const checks = (items: string[]) =>
  centre({ days: 1, work: { inquiry: voice }, norm: { declares: { 'qa.checks': items } } });

const failing = (mark: number, fraction: number) =>
  centre({
    days: 1,
    work: {
      evaluation: {
        ...item,
        arrivals: few,
        satisfaction: { points: 85, spread: 8, dissatisfiedBelow: mark },
        after: { dissatisfied: { becomes: { 'put right': { fraction } } } },
      },
      'put right': item,
    },
  });

const clock = (id: string, hours: number, limit: object = { withinHours: hours }): [string, Scenario, Scenario] => [
  id,
  chain(id, hours / 2, limit),
  chain(id, hours * 1.5, limit),
];

const office = { withinHours: 8.5, hours: 'office' };

/** Clause, a centre that keeps it, one that breaks it. */
const cases: [string, Scenario, Scenario][] = [
  ['hotline.answer', hotline(30), hotline(1)],
  ['hotline.connect', hotline(30), hotline(1)],
  ['voicemail.reply', voicemail('00:00-24:00'), voicemail('09:00-17:00')],
  clock('online.first', 0.5, { withinMinutes: 30 }),
  clock('online.plan', 2),
  clock('inquiry.verify', 2),
  clock('complaint.handover', 1),
  clock('complaint.firstReply', 24),
  clock('complaint.escalated', 1),
  clock('complaint.verify', 2),
  clock('complaint.resolve', 48),
  clock('complaint.plan', 24),
  clock('complaint.answerBack', 1),
  clock('complaint.revisit', 72),
  clock('ticket.progress', 24),
  clock('ticket.close', 48),
  ['ticket.archive', archive(false), archive(true)],
  clock('csat.followUp', 24),
  clock('csat.revisit', 72),
  clock('knowledge.update', 24),
  ['knowledge.hit', search(0.99), search(0.8)],
  ['qa.sample', sample(0.1, 0.2), sample(0.1, 0.19)],
  ['qa.checks', checks(['wording', 'correctness', 'confidentiality', 'process']), checks(['wording', 'process'])],
  ['qa.pass', failing(80, 1), failing(80, 0.9)],
  ['qa.feedback', chain('qa.feedback', 1, office), chain('qa.feedback', 100, office)],
  ['qa.repeat', repeats(0.02), repeats(0.5)],
];

describe('the shipped norm', () => {
  it('has every clause tested here', () => {
    expect(cases.map(([id]) => id)).toEqual(telecom.clauses.map(({ id }) => id));
  });

  it.each(cases)('%s is held where it is kept, and broken where it is not', async (id, kept, broken) => {
    const held = await judgeClause(id, kept);
    expect(held, JSON.stringify(held)).toMatchObject({ id, judgement: 'held' });
    const missed = await judgeClause(id, broken);
    expect(missed, JSON.stringify(missed)).toMatchObject({ id, judgement: 'broken' });
  });

  it.each(telecom.clauses.map(({ id }) => id))(
    '%s is not testable on a centre that has nothing of it, and says why',
    async (id) => {
      const { judgement, notes } = await judgeClause(
        id,
        centre({ days: 1, work: { walk: { ...voice, channel: 'counter' } } }),
      );
      expect(judgement).toBe('not-testable');
      expect(notes.length).toBeGreaterThan(0);
    },
  );
});

describe('a clause that is a clock', () => {
  it('is judged by the time of the norm, whatever time the scenario’s clock allows, and says so', async () => {
    const lenient = await judgeClause('ticket.close', chain('ticket.close', 60, { withinHours: 72 }));
    expect(lenient).toMatchObject({
      judgement: 'broken',
      notes: [{ key: 'otherLimit', values: { clock: 'ticket.close', scenario: 72 * 3600, norm: 48 * 3600 } }],
    });
    const strict = await judgeClause('ticket.close', chain('ticket.close', 40, { withinHours: 24 }));
    expect(strict).toMatchObject({ judgement: 'held', notes: [{ key: 'otherLimit' }] });
  });

  it('counts the wall clock, where the scenario’s clock counts office hours', async () => {
    const { judgement, notes } = await judgeClause(
      'complaint.verify',
      chain('complaint.verify', 20, { withinHours: 8, hours: 'office' }),
    );
    expect(judgement).toBe('broken');
    expect(notes.map(({ key }) => key)).toEqual(['otherLimit', 'wallClock']);
  });

  it('takes an extension where the norm allows one, with notice only', async () => {
    const extended = (noticed: number) => ({ withinHours: 48, extension: { fraction: 1, hours: 24, noticed } });
    expect(await judgeClause('ticket.close', chain('ticket.close', 60, extended(1)))).toMatchObject({
      judgement: 'held',
      notes: [],
    });
    expect(await judgeClause('ticket.close', chain('ticket.close', 60, extended(0)))).toMatchObject({
      judgement: 'broken',
    });
    expect(await judgeClause('complaint.resolve', chain('complaint.resolve', 60, extended(1)))).toMatchObject({
      judgement: 'broken',
      notes: [{ key: 'noExtension' }],
    });
  });

  it('needs working hours where the norm counts working days', async () => {
    const { judgement, notes } = await judgeClause('qa.feedback', chain('qa.feedback', 1, { withinHours: 24 }));
    expect({ judgement, notes }).toEqual({
      judgement: 'not-testable',
      notes: [{ key: 'noWorkingHours', values: { clock: 'qa.feedback' } }],
    });
  });

  it('names the clock that was probably meant', async () => {
    const { notes } = await judgeClause('ticket.close', chain('ticket.closed', 1, { withinHours: 48 }));
    expect(notes).toEqual([{ key: 'noClock', values: { clock: 'ticket.close', near: 'ticket.closed' } }]);
  });
});

describe('a clause about what follows', () => {
  it('is broken where the sample is drawn and hardly evaluated', async () => {
    const nobody = centre({
      days: 8,
      work: {
        inquiry: { ...voice, after: into('evaluation', 0.5) },
        ticket: { ...item, arrivals: few, after: into('evaluation', 0.5) },
        evaluation: { ...item, handleSeconds: 72_000 },
      },
      people: {
        groups: {
          desk: { skills: { inquiry: 1, ticket: 1 }, staff: 20 },
          evaluators: { skills: { evaluation: 1 }, staff: 1 },
        },
      },
    });
    expect(await judgeClause('qa.sample', nobody)).toMatchObject({ judgement: 'broken', by: 'simulation' });
  });

  it('is broken where the mark is lower than the norm’s', async () => {
    expect(await judgeClause('qa.pass', failing(70, 1))).toMatchObject({
      judgement: 'broken',
      notes: [{ key: 'lowMark', values: { work: 'evaluation', scenario: 70, norm: 80 } }],
    });
  });

  it('takes the roles from the scenario where it names them', async () => {
    const scenario = centre({
      days: 1,
      work: {
        checkup: {
          ...item,
          arrivals: few,
          resolved: 0.5,
          after: { unresolved: { becomes: { repair: { fraction: 1 } } } },
        },
        repair: item,
      },
      norm: { roles: { evaluation: ['checkup'], 'put right': ['repair'] } },
    });
    expect(await judgeClause('qa.pass', scenario)).toMatchObject({ judgement: 'held', by: 'structure' });
  });
});

describe('judgeNorm', () => {
  it('names the worst hours and whom a broken clause harms', async () => {
    const scenario = centre({
      days: 2,
      work: {
        inquiry: { ...voice, arrivals: { ...few, counts: [40, 4, 4] } },
        'older people': { ...voice, arrivals: { ...few, from: '14:00', counts: [3] } },
      },
      people: {
        groups: {
          desk: {
            skills: { inquiry: 1 },
            staff: [
              { from: '00:00', agents: 1 },
              { from: '10:00', agents: 12 },
            ],
          },
          care: { skills: { 'older people': 1 }, staff: 12 },
        },
      },
      norm: { roles: { hotline: ['inquiry', 'older people'] } },
    });
    const { judgement, simulated } = await judgeClause('hotline.connect', scenario);
    expect(judgement).toBe('broken');
    // Between nine and ten one agent faces forty calls, on both days.
    expect(simulated?.worst.map(({ hour }) => hour)).toEqual([9]);
    expect(simulated?.harmed.map(({ work }) => work)).toEqual([[{ name: 'inquiry', channel: 'voice' }]]);
    expect(simulated?.harmed[0]).toMatchObject({ of: 96 });
    expect(simulated?.worst[0]).toMatchObject({ of: 80 });
    expect(simulated?.harmed[0].missed).toBeCloseTo(80 - (simulated?.worst[0].met ?? 0), 9);
  });
});
