import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { type ArrivalsKind, arrivals } from '../../src/kinds/arrivals/index.ts';
import { type RoutingKind, routing } from '../../src/kinds/routing/index.ts';
import { type ShockKind, shocks } from '../../src/kinds/shocks/index.ts';
import { accept, parse, pluginsOf } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { contacts } from '../sim/figures.ts';
import { faultsOf, madeFiles, resolveText } from './files.ts';

interface Parts {
  clock?: string;
  calendars?: string;
  work?: string;
  people?: string;
  rest?: string;
}

/** A scenario of one type of work and one group, with parts replaced. */
function text({
  clock = '{ timeZone: Asia/Shanghai }',
  calendars = '{}',
  work = '',
  people = 'staff: 10',
  rest = '',
}: Parts = {}): string {
  return `
clock: ${clock}
calendars: ${calendars}
work:
  inquiry:
    arrivals: { kind: constant-rate, perHour: 60 }
    patienceSeconds: { kind: never }
    ${work.includes('talkSeconds') ? '' : 'talkSeconds: 100'}
    ${work}
people:
  groups:
    hotline: { skills: { inquiry: 1 }, ${people} }
${rest}
`;
}

const hour = 3600;
const hoursOf = (scenario: Scenario) => scenario.work[0].hours.map(({ from, to }) => [from / hour, to / hour]);

describe('resolve reads hours', () => {
  it('resolve(…) opens all day where no hours are written', () => {
    expect(hoursOf(resolveText(text({ clock: '{ days: 2 }' })))).toEqual([[0, 48]]);
  });

  it('resolve(…) reads times of every day, in several stretches', () => {
    const open = text({ clock: '{ days: 2 }', work: 'hours: "08:00-12:00, 13:30-20:00"' });
    expect(hoursOf(resolveText(open))).toEqual([
      [8, 12],
      [13.5, 20],
      [32, 36],
      [37.5, 44],
    ]);
  });

  it('resolve(…) carries hours past midnight, also from the day before the first', () => {
    expect(hoursOf(resolveText(text({ clock: '{ days: 2 }', work: 'hours: "20:00-04:00"' })))).toEqual([
      [0, 4],
      [20, 28],
      [44, 48],
    ]);
  });

  it('resolve(…) reads calendars: weekdays before daily, closed dates before both', () => {
    const calendars = '{ office: { daily: "09:00-17:00", sat: closed, sun: "10:00-12:00", closed: [2026-03-02] } }';
    const week = text({ clock: '{ start: 2026-03-01, days: 7 }', calendars, work: 'hours: office' });
    // Sunday 1 March, a closed Monday, four days, a closed Saturday.
    expect(hoursOf(resolveText(week))).toEqual([
      [10, 12],
      [57, 65],
      [81, 89],
      [105, 113],
      [129, 137],
    ]);
  });

  it('resolve(…) keeps the local hours on days of clock change', () => {
    const open = (start: string) =>
      hoursOf(
        resolveText(text({ clock: `{ start: ${start}, timeZone: Europe/Berlin }`, work: 'hours: "08:00-20:00"' })),
      );
    expect(open('2026-03-29')).toEqual([[7, 19]]);
    expect(open('2026-10-25')).toEqual([[9, 21]]);
  });
});

describe('resolve reads durations', () => {
  const talk = (written: string, clock = '{ days: 2 }') =>
    resolveText(text({ clock, work: `talkSeconds: ${written}` })).work[0].talk.steps;

  it('resolve(…) takes a bare number for a fixed time', () => {
    expect(talk('90')).toEqual([{ from: 0, kind: 'fixed', parameters: [90], mean: 90, cv: 0 }]);
  });

  it('resolve(…) repeats steps every day; before the first step the first holds', () => {
    const steps = talk('[{ from: "08:00", kind: fixed, value: 1 }, { from: "12:00", kind: exponential, mean: 2 }]');
    expect(steps.map(({ from, kind, mean }) => [from / hour, kind, mean])).toEqual([
      [0, 'fixed', 1],
      [12, 'exponential', 2],
      [24, 'fixed', 1],
      [36, 'exponential', 2],
    ]);
  });

  it('resolve(…) leaves out a step that a clock change skips', () => {
    const written =
      '[{ from: "00:00", kind: fixed, value: 1 }, { from: "02:00", kind: fixed, value: 2 }, { from: "03:00", kind: fixed, value: 3 }]';
    const steps = talk(written, '{ start: 2026-03-29, timeZone: Europe/Berlin }');
    expect(steps.map(({ from, mean }) => [from / hour, mean])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('resolve(…) gives a group its own handling and leaves the rest as in the work', () => {
    const { handlingByGroup } = resolveText(
      text({ work: 'wrapUpSeconds: 7', people: 'staff: 10, handling: { inquiry: { talkSeconds: 55 } }' }),
    ).work[0];
    expect(handlingByGroup).toMatchObject([
      { group: 0, talk: { steps: [{ mean: 55 }] }, wrapUp: { steps: [{ mean: 7 }] } },
    ]);
  });
});

describe('resolve reads what follows', () => {
  it('resolve(…) keeps the matter of a redial unless told otherwise, without limit of attempts', () => {
    const redial = (fields: string) =>
      resolveText(text({ work: `after: { abandoned: { redial: { fraction: 0.5, afterSeconds: 60${fields} } } }` }))
        .work[0].redial;
    expect(redial('').abandoned).toMatchObject({
      fraction: 0.5,
      maxAttempts: Number.POSITIVE_INFINITY,
      keepsMatter: true,
      keepsPatience: false,
      keepsWaitClock: false,
    });
    expect(redial('').blocked).toMatchObject({ fraction: 0, maxAttempts: 1 });
    expect(redial(', maxAttempts: 3, keeps: [patience, wait-clock]').abandoned).toMatchObject({
      maxAttempts: 3,
      keepsMatter: false,
      keepsPatience: true,
      keepsWaitClock: true,
    });
  });

  it('resolve(…) gives all work the lines when they are one number, and nobody lines that nobody limits', () => {
    expect(resolveText(text({ rest: 'lines: 30' }))).toMatchObject({
      linePools: [{ name: 'lines', steps: [{ from: 0, lines: 30 }] }],
      work: [{ linePool: 0, waitingRoom: Number.POSITIVE_INFINITY }],
    });
    expect(resolveText(text()).work[0].linePool).toBe(-1);
    const pools = resolveText(text({ work: 'lines: b', rest: 'lines: { b: 2 }' }));
    expect(pools.work[0].linePool).toBe(0);
  });
});

describe('resolve reads people', () => {
  const staffOf = (
    people: string,
    files = {},
    clock = '{ days: 2, timeZone: Asia/Shanghai }',
    work = 'hours: "09:00-10:00"',
  ) => resolveText(text({ clock, work, people }), files).groups[0].staff;

  it('resolve(…) repeats steps of head-counts every day; before the first nobody is there', () => {
    expect(staffOf('staff: [{ from: "08:00", agents: 5 }, { from: "20:00", agents: 0 }], leaving: named')).toEqual({
      source: 'head-counts',
      leaving: 'named',
      steps: [
        { from: 0, agents: 0 },
        { from: 8 * hour, agents: 5 },
        { from: 20 * hour, agents: 0 },
        { from: 32 * hour, agents: 5 },
        { from: 44 * hour, agents: 0 },
      ],
    });
  });

  it('resolve(…) reads head-counts from a file, by date where there are dates', () => {
    const csv = '日期;时间;坐席数\n2026/3/2;08:00;5\n2026/3/2;12:00;7\n2026年3月3日;09:00;3\n';
    expect(staffOf('staff: { file: s.csv }', { 's.csv': csv })).toMatchObject({
      steps: [
        { from: 0, agents: 0 },
        { from: 8 * hour, agents: 5 },
        { from: 12 * hour, agents: 7 },
        { from: 24 * hour, agents: 0 },
        { from: 33 * hour, agents: 3 },
      ],
    });
  });

  it('resolve(…) reads a roster: breaks taken off, shifts past midnight, the night before the first day', () => {
    const roster =
      'agent,group,start,end,breaks\nLi,hotline,22:00,06:00,23:45-00:15|02:00-02:20\nWu,hotline,06:00,22:00,12:00-13:00\n';
    const written = `${text({ clock: '{ timeZone: Asia/Shanghai }', people: '' })}  roster: { file: r.csv }\n`;
    const { staff } = resolveText(written, { 'r.csv': roster }).groups[0];
    const inHours = (spans: { from: number; to: number }[]) => spans.map(({ from, to }) => [from / hour, to / hour]);
    if (staff.source !== 'named') throw new Error('nobody is named');
    expect(staff.agents.map(({ name, paid, onQueue }) => [name, inHours(paid), inHours(onQueue)])).toEqual([
      [
        'Li',
        [
          [0, 6],
          [22, 30],
        ],
        [
          [0.25, 2],
          [2 + 20 / 60, 6],
          [22, 23.75],
          [24.25, 26],
          [26 + 20 / 60, 30],
        ],
      ],
      [
        'Wu',
        [[6, 22]],
        [
          [6, 12],
          [13, 22],
        ],
      ],
    ]);
  });

  it('resolve(…) takes the rows of a roster for their dates only', () => {
    const roster =
      '姓名,班组,上班,下班,日期\nLi,hotline,00:00,24:00,2026-03-02\nWu,hotline,00:00,24:00,2026-03-03\nHe,hotline,00:00,24:00,2026-03-09\n';
    const written = `${text({ clock: '{ days: 2 }', people: '' })}  roster: { file: r.csv }\n`;
    const { staff } = resolveText(written, { 'r.csv': roster }).groups[0];
    expect(staff.source === 'named' && staff.agents.map(({ name, paid }) => [name, paid])).toEqual([
      ['Li', [{ from: 0, to: 86_400 }]],
      ['Wu', [{ from: 86_400, to: 172_800 }]],
    ]);
  });

  it('resolve(…) takes a shift that begins in the hour skipped from the hour after it, as calendars do', () => {
    const roster = 'name,group,start,end\nLi,hotline,02:30,10:00\nWu,hotline,00:00,24:00\n';
    const written = `${text({ clock: '{ start: 2026-03-29, timeZone: Europe/Berlin }', people: '' })}  roster: { file: r.csv }\n`;
    const { staff } = resolveText(written, { 'r.csv': roster }).groups[0];
    expect(staff.source === 'named' && staff.agents[0].paid).toEqual([{ from: 2.5 * hour, to: 9 * hour }]);
  });
});

describe('resolve reads promises', () => {
  it('resolve(…) covers all work in its opening hours, names the promise by its measure, and takes the default definition', () => {
    const promises =
      'promises:\n  - { measure: answered-within, seconds: 20, atLeast: 0.8 }\n  - { measure: answered-within, seconds: 10, atLeast: 0.5, variant: answered, hours: "09:00-10:00" }\n  - { measure: occupancy, atMost: 0.9 }\n';
    expect(resolveText(text({ work: 'hours: "08:00-20:00"', rest: promises })).promises).toEqual([
      {
        id: 'answered-within',
        measure: 'answered-within',
        variant: 'offered',
        answerWithin: 20,
        shortAbandon: 5,
        target: 0.8,
        sense: 'at-least',
        scope: 'day',
        work: [0],
        hours: [{ from: 8 * hour, to: 20 * hour }],
        dayShare: 0.9,
      },
      expect.objectContaining({
        id: 'answered-within 2',
        variant: 'answered',
        hours: [{ from: 9 * hour, to: 10 * hour }],
      }),
      expect.objectContaining({ id: 'occupancy', sense: 'at-most', answerWithin: 0, shortAbandon: 0 }),
    ]);
  });
});

describe('resolve names its content', () => {
  const hash = (changed: string) => resolveText(changed).hash;

  it('resolve(…).hash is the same whatever the order of keys, the comments, the summary and the file’s name', () => {
    const one = text({ rest: 'busyness: { cv: 0.1, intervalCorrelation: 0.5 }' });
    const other = `# a comment\nsummary: other words\n${one.replace('{ cv: 0.1, intervalCorrelation: 0.5 }', '{ intervalCorrelation: 0.5, cv: 0.1 }')}`;
    expect(hash(one)).toBe(hash(other));
    const { hash: renamed } = resolve(parse(one, 'b.yaml'), { name: 'b', reader: madeFiles({}) });
    expect(renamed).toBe(hash(one));
  });

  it('resolve(…).hash changes with anything that changes the result, in files too', () => {
    const hashes = [
      hash(text()),
      hash(text({ people: 'staff: 11' })),
      hash(text({ work: 'waitingRoom: 5' })),
      hash(text({ clock: '{ timeZone: Asia/Shanghai, days: 2 }' })),
      hash(text().replaceAll('inquiry', 'enquiry')),
      ...['5', '6'].map(
        (agents) =>
          resolveText(text({ people: 'staff: { file: s.csv }' }), { 's.csv': `start,agents\n00:00,${agents}\n` }).hash,
      ),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('resolve(…) gives plain data that survives a structured clone', () => {
    const scenario = resolveText(text());
    expect(structuredClone(scenario)).toEqual(scenario);
  });
});

describe('a program’s own kinds', () => {
  it('arrivals.add, routing.add and shocks.add make kinds that scenarios may name at once', () => {
    const twice: ArrivalsKind = {
      kind: 'test-two-bursts',
      summary: { en: 'two bursts', zh: '两次突发' },
      schema: Type.Object({ each: Type.Number({ minimum: 1, description: 'Contacts of each.' }) }),
      resolve: ({ each }, { hours }) => ({
        process: 'recorded',
        spans: hours.slice(0, 1).flatMap(({ from }) => [
          { from, to: from + 60 },
          { from: from + 600, to: from + 660 },
        ]),
        counts: [Number(each), Number(each)],
      }),
    };
    const backwards: RoutingKind = {
      kind: 'test-backwards',
      summary: { en: 'backwards', zh: '倒序' },
      schema: Type.Object({}),
      resolve: (_, { work, groups }) => ({
        kind: 'test-backwards',
        queues: groups.map(() => work.map((__, type) => ({ type, tier: 0, base: 1, perSecond: 0 }))),
        groups: work.map(() => groups.map((__, group) => ({ group, afterSeconds: 0 }))),
        agentChoice: 'listed',
      }),
    };
    const quiet: ShockKind = {
      kind: 'test-slow-and-short',
      summary: { en: 'slow', zh: '慢' },
      schema: shocks.get('slower-handling').schema,
      touched: 'work',
      effect: () => ({ slowdown: 2 }),
    };
    arrivals.add(twice);
    routing.add(backwards);
    shocks.add(quiet);
    const own = text({
      rest: 'routing: { kind: test-backwards }\nshocks: [{ kind: test-slow-and-short, from: "08:00", hours: 1, times: 1 }]',
    }).replace('{ kind: constant-rate, perHour: 60 }', '{ kind: test-two-bursts, each: 4 }');
    expect(resolveText(own)).toMatchObject({
      work: [{ arrivals: { process: 'recorded', counts: [4, 4] } }],
      routing: { kind: 'test-backwards' },
      shocks: [{ slowdown: 2, slows: [0] }],
    });
    expect(faultsOf(own.replace('each: 4', 'each: 0')).en).toEqual([
      'test.yaml:6:46 work.inquiry.arrivals.each: expected a number of at least 1, got 0.',
    ]);
  });

  it('pluginsOf(source) names the modules to load before a scenario is read, and none where it cannot be', () => {
    expect(pluginsOf('plugins: [./a.js, ./b.js]\nwork: 1')).toEqual(['./a.js', './b.js']);
    expect(pluginsOf('plugins: 3')).toEqual([]);
    expect(pluginsOf('a: [')).toEqual([]);
    expect(pluginsOf('- 1')).toEqual([]);
    expect(resolveText(`${text()}plugins: [./a.js]`, {}, { plugins: ['/x/a.js'] }).plugins).toEqual(['/x/a.js']);
  });

  it('accept(value, name) checks a scenario that a program made', () => {
    const made = {
      work: { a: { arrivals: { kind: 'constant-rate', perHour: 1 }, talkSeconds: 1, patienceSeconds: 1 } },
      people: { groups: { g: { skills: { a: 1 }, staff: 1 } } },
    };
    expect(resolve(accept(made, 'made'), { name: 'made', reader: madeFiles({}) }).name).toBe('made');
    expect(() => accept({ ...made, work: {} }, 'made')).toThrow('made work: expected at least 1 of them, got 0.');
  });
});

describe('resolve of work that a machine does alone', () => {
  const night = (completed: number) => `
work:
  bot: { hours: "20:00-08:00", arrivals: { kind: constant-rate, perHour: 30 }, selfService: { completed: ${completed}, seconds: 60 }, talkSeconds: 60, patienceSeconds: 60 }
  call: { hours: "08:00-20:00", arrivals: { kind: constant-rate, perHour: 30 }, talkSeconds: 60, patienceSeconds: 60 }
people: { groups: { day: { skills: { call: 1 }, staff: [{ from: "08:00", agents: 3 }, { from: "20:00", agents: 0 }] } } }
`;

  it('asks for nobody where everybody is answered, and for a group where one in a hundred is not', () => {
    const scenario = resolveText(night(1));
    const record = simulate(compile(scenario, 'bot'), 0);
    expect(contacts(record, 'arrived', 0)).toBeGreaterThan(250);
    expect(contacts(record, 'selfServed', 0)).toBe(contacts(record, 'arrived', 0));
    expect(faultsOf(night(0.99)).en.join('\n')).toContain('expected a group with the skill "bot", got none');
  });
});
