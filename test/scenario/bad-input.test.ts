/** What a planner is told about each sort of mistake, word for word, in both languages. */
import { describe, expect, it } from 'vitest';
import { longestScenario } from '../../src/scenario/parse.ts';
import { longestTable } from '../../src/scenario/table.ts';
import { faultsOf } from './files.ts';

const base = `
summary: A test
clock: { start: 2026-03-02, days: 1, timeZone: Asia/Shanghai, intervalMinutes: 30 }
calendars:
  hotline: { daily: "08:00-20:00" }
work:
  inquiry:
    hours: hotline
    arrivals: { kind: constant-rate, perHour: 120 }
    talkSeconds: { kind: log-normal, mean: 200, cv: 1 }
    patienceSeconds: { kind: exponential, mean: 180 }
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: 10 }
promises:
  - { measure: answered-within, seconds: 20, atLeast: 0.8 }
`;

/** The scenario with some text changed. */
function changed(...pairs: [string, string][]): string {
  return pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no "${from}" in the scenario`);
    return text.replace(from, to);
  }, base);
}

const fileDemand = changed(['{ kind: constant-rate, perHour: 120 }', '{ kind: interval-profile, file: calls.csv }']);
const rosterPeople = changed(['staff: 10 }', '}\n  roster: { file: roster.csv }']);

/** What is said, first in English, then in Chinese. */
function said(text: string | Uint8Array, files: Record<string, string | Uint8Array> = {}): string {
  const { en, zh } = faultsOf(text, files);
  return [...en, ...zh].join('\n');
}

describe('parse says', () => {
  it('that the scenario is fine', () => {
    expect(said(base)).toBe('');
  });
  it('what an unknown key was probably meant to be', () => {
    expect(said(changed(['summary:', 'sumary:'], ['talkSeconds', 'talkSecond']))).toMatchInlineSnapshot(`
      "test.yaml:2:1 sumary: expected one of summary, clock, calendars, lines, busyness, customers, work, people, routing, knowledge, quality, clocks, shocks, promises, norm, shifts, labourRules, precision, uncertainty, plugins, got the unknown key "sumary". Try "summary".
      test.yaml:7:3 work.inquiry: expected the key "talkSeconds", got none. Try "talkSeconds: { kind: "log-normal", mean: 190, cv: 1.1 }".
      test.yaml:10:5 work.inquiry.talkSecond: expected one of channel, hours, arrivals, selfService, lines, waitingRoom, balking, concurrency, callBack, interruptible, interrupts, consults, leavesIdle, priority, ringSeconds, talkSeconds, handleSeconds, holdSeconds, wrapUpSeconds, patienceSeconds, resolved, resolvedPerPointBelow, satisfaction, complaint, after, closing, got the unknown key "talkSecond". Try "talkSeconds".
      test.yaml:2:1 sumary: 应为以下之一：summary、clock、calendars、lines、busyness、customers、work、people、routing、knowledge、quality、clocks、shocks、promises、norm、shifts、labourRules、precision、uncertainty、plugins，实为未知的键“sumary”。建议：“summary”。
      test.yaml:7:3 work.inquiry: 应为有键“talkSeconds”，实为没有。建议：“talkSeconds: { kind: "log-normal", mean: 190, cv: 1.1 }”。
      test.yaml:10:5 work.inquiry.talkSecond: 应为以下之一：channel、hours、arrivals、selfService、lines、waitingRoom、balking、concurrency、callBack、interruptible、interrupts、consults、leavesIdle、priority、ringSeconds、talkSeconds、handleSeconds、holdSeconds、wrapUpSeconds、patienceSeconds、resolved、resolvedPerPointBelow、satisfaction、complaint、after、closing，实为未知的键“talkSecond”。建议：“talkSeconds”。"
    `);
  });
  it('what is wrong with newcomers and with events off the floor', () => {
    const people = changed([
      'staff: 10 }',
      `staff: 10, onboarding: { joined: 2026-02-30, slower: -1 } }
  fatigue: { aboveOccupancy: 1 }
  offFloor:
    training: { every: month, weekday: tue, nth: 14, from: "16:00", to: "14:00" }
    contest: { every: quarter, weekday: fri, from: "16:00", to: "14:00", groups: [hotlin] }`,
    ]);
    expect(said(people)).toMatchInlineSnapshot(`
      "test.yaml:14:93 people.groups.hotline.onboarding.slower: expected a number of at least 0, got -1.
      test.yaml:15:3 people.fatigue: expected the key "slowerAtFull", got none. Try "slowerAtFull: 0.15".
      test.yaml:15:30 people.fatigue.aboveOccupancy: expected a number less than 1, got 1.
      test.yaml:17:50 people.offFloor.training.nth: expected a number of at most 13, got 14.
      test.yaml:14:93 people.groups.hotline.onboarding.slower: 应为不小于 0 的数字，实为 -1。
      test.yaml:15:3 people.fatigue: 应为有键“slowerAtFull”，实为没有。建议：“slowerAtFull: 0.15”。
      test.yaml:15:30 people.fatigue.aboveOccupancy: 应为小于 1 的数字，实为 1。
      test.yaml:17:50 people.offFloor.training.nth: 应为不大于 13 的数字，实为 14。"
    `);
    const order = changed([
      'staff: 10 }',
      `staff: 10, onboarding: { joined: 2026-02-30 } }
  offFloor:
    contest: { every: quarter, weekday: fri, from: "16:00", to: "14:00" }
    training: { every: month, weekday: tue, from: "13:00", to: "14:00", groups: [hotlin] }`,
    ]);
    expect(said(order)).toMatchInlineSnapshot(`
      "test.yaml:14:73 people.groups.hotline.onboarding.joined: expected a date that exists, got "2026-02-30". Try year-month-day, such as 2026-03-02.
      test.yaml:16:65 people.offFloor.contest.to: expected an end after the start (16:00), got 14:00.
      test.yaml:17:82 people.offFloor.training.groups[0]: expected the name of a group of agents (hotline), got "hotlin". Try "hotline".
      test.yaml:14:73 people.groups.hotline.onboarding.joined: 应为存在的日期，实为“2026-02-30”。建议：年-月-日，例如 2026-03-02。
      test.yaml:16:65 people.offFloor.contest.to: 应为晚于开始（16:00）的结束时间，实为 14:00。
      test.yaml:17:82 people.offFloor.training.groups[0]: 应为班组名称（hotline），实为“hotlin”。建议：“hotline”。"
    `);
  });
  it('that an unknown key has no neighbour', () => {
    expect(said(changed(['summary: A test', 'colour: red']))).toMatchInlineSnapshot(`
      "test.yaml:2:1 colour: expected one of summary, clock, calendars, lines, busyness, customers, work, people, routing, knowledge, quality, clocks, shocks, promises, norm, shifts, labourRules, precision, uncertainty, plugins, got the unknown key "colour".
      test.yaml:2:1 colour: 应为以下之一：summary、clock、calendars、lines、busyness、customers、work、people、routing、knowledge、quality、clocks、shocks、promises、norm、shifts、labourRules、precision、uncertainty、plugins，实为未知的键“colour”。"
    `);
  });
  it('what a wrong type should be', () => {
    expect(
      said(changed(['A test', '[1]'], ['mean: 180', 'mean: 3 min'], ['staff: 10', 'staff: many'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:2:10 summary: expected text, got [ … ]. Try "A provincial hotline on the Monday of a tariff launch".
      test.yaml:11:49 work.inquiry.patienceSeconds.mean: expected a number, got "3 min". Try 180.
      test.yaml:14:47 people.groups.hotline.staff: expected a whole number or a list or a map, got "many". Try 10.
      test.yaml:2:10 summary: 应为文字，实为 [ … ]。建议："A provincial hotline on the Monday of a tariff launch"。
      test.yaml:11:49 work.inquiry.patienceSeconds.mean: 应为数字，实为 "3 min"。建议：180。
      test.yaml:14:47 people.groups.hotline.staff: 应为整数或列表或键值表，实为 "many"。建议：10。"
    `);
  });
  it('that a percentage is a fraction', () => {
    expect(said(changed(['atLeast: 0.8', 'atLeast: 80']))).toMatchInlineSnapshot(`
      "test.yaml:16:55 promises[0].atLeast: expected a number of at most 1, got 80. Try a fraction: 0.8.
      test.yaml:16:55 promises[0].atLeast: 应为不大于 1 的数字，实为 80。建议：写成小数 0.8。"
    `);
  });
  it('that a number is negative or absurd', () => {
    expect(
      said(changed(['mean: 200', 'mean: -200'], ['staff: 10', 'staff: 1e9'], ['days: 1', 'days: 0'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:3:35 clock.days: expected a number of at least 1, got 0.
      test.yaml:10:44 work.inquiry.talkSeconds.mean: expected a number greater than 0, got -200.
      test.yaml:14:47 people.groups.hotline.staff: expected a number of at most 100000, got 1000000000.
      test.yaml:3:35 clock.days: 应为不小于 1 的数字，实为 0。
      test.yaml:10:44 work.inquiry.talkSeconds.mean: 应为大于 0 的数字，实为 -200。
      test.yaml:14:47 people.groups.hotline.staff: 应为不大于 100000 的数字，实为 1000000000。"
    `);
  });
  it('that a speed is next to nothing', () => {
    expect(said(changed(['inquiry: 1 }', 'inquiry: 1e-300 }']))).toContain(
      'people.groups.hotline.skills.inquiry: expected a number of at least 0.01, got 1e-300.',
    );
  });
  it('that a share is a little too great, in round digits', () => {
    expect(said(changed(['atLeast: 0.8', 'atLeast: 1.1']))).toContain('Try a fraction: 0.011.');
  });
  it('that infinity and nothing are no numbers', () => {
    expect(said(changed(['mean: 200', 'mean: .inf'], ['mean: 180', 'mean:']))).toMatchInlineSnapshot(`
      "test.yaml:10:44 work.inquiry.talkSeconds.mean: expected a number, got Infinity. Try 180.
      test.yaml:11:49 work.inquiry.patienceSeconds.mean: expected a number, got null. Try 180.
      test.yaml:10:44 work.inquiry.talkSeconds.mean: 应为数字，实为 Infinity。建议：180。
      test.yaml:11:49 work.inquiry.patienceSeconds.mean: 应为数字，实为 null。建议：180。"
    `);
  });
  it('which kinds there are', () => {
    expect(said(changed(['constant-rate', 'constant-rat'], ['kind: exponential, ', '']))).toMatchInlineSnapshot(`
      "test.yaml:9:23 work.inquiry.arrivals.kind: expected one of interval-profile, recorded-counts, constant-rate, got "constant-rat". Try "constant-rate".
      test.yaml:11:5 work.inquiry.patienceSeconds: expected the key "kind", got none.
      test.yaml:9:23 work.inquiry.arrivals.kind: 应为以下之一：interval-profile、recorded-counts、constant-rate，实为 "constant-rat"。建议：“constant-rate”。
      test.yaml:11:5 work.inquiry.patienceSeconds: 应为有键“kind”，实为没有。"
    `);
  });
  it('which keys are missing', () => {
    expect(said('work:\n  inquiry: {}\n')).toMatchInlineSnapshot(`
      "test.yaml:1:1: expected the key "people", got none. Try "people: { groups: { hotline: { skills: { inquiry: 1 }, staff: 10 } } }".
      test.yaml:2:3 work.inquiry: expected the key "talkSeconds", got none. Try "talkSeconds: { kind: "log-normal", mean: 190, cv: 1.1 }".
      test.yaml:2:3 work.inquiry: expected the key "patienceSeconds", got none. Try "patienceSeconds: { kind: "exponential", mean: 150 }".
      test.yaml:1:1: 应为有键“people”，实为没有。建议：“people: { groups: { hotline: { skills: { inquiry: 1 }, staff: 10 } } }”。
      test.yaml:2:3 work.inquiry: 应为有键“talkSeconds”，实为没有。建议：“talkSeconds: { kind: "log-normal", mean: 190, cv: 1.1 }”。
      test.yaml:2:3 work.inquiry: 应为有键“patienceSeconds”，实为没有。建议：“patienceSeconds: { kind: "exponential", mean: 150 }”。"
    `);
  });
  it('that a time is not written like one', () => {
    expect(
      said(changed(['staff: 10', 'staff: [{ from: 0800, agents: 3 }, { from: "25:00", agents: 3 }]'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:14:56 people.groups.hotline.staff[0].from: expected text, got 800. Try "08:00".
      test.yaml:14:83 people.groups.hotline.staff[1].from: expected text of the form 08:00, got "25:00". Try "08:00".
      test.yaml:14:56 people.groups.hotline.staff[0].from: 应为文字，实为 800。建议："08:00"。
      test.yaml:14:83 people.groups.hotline.staff[1].from: 应为形如 08:00 的文字，实为 "25:00"。建议：“08:00”。"
    `);
  });
  it('that a name cannot be used', () => {
    expect(said(changed(['  inquiry:\n', '  a/b:\n']))).toMatchInlineSnapshot(`
      "test.yaml:7:3 work.a/b: expected a name of 1–60 characters without slash, line break or space at its ends, got "a/b". Try a plain name such as inquiry.
      test.yaml:7:3 work.a/b: 应为 1–60 个字符的名称（不含斜杠、换行，首尾无空格），实为“a/b”。建议：使用 inquiry 这样的名称。"
    `);
  });
  it('that a promise lacks its threshold and its target', () => {
    expect(said(changed(['seconds: 20, atLeast: 0.8', 'atMost: 3']))).toMatchInlineSnapshot(`
      "test.yaml:16:5 promises[0]: expected the key "seconds", got none. Try "seconds: 10".
      test.yaml:16:5 promises[0]: expected the key "atLeast", got none. Try "atLeast: 0.9".
      test.yaml:16:33 promises[0].atMost: expected one of measure, id, scope, work, hours, from, dayShare, variant, seconds, tier, shortAbandonSeconds, atLeast, got the unknown key "atMost".
      test.yaml:16:5 promises[0]: 应为有键“seconds”，实为没有。建议：“seconds: 10”。
      test.yaml:16:5 promises[0]: 应为有键“atLeast”，实为没有。建议：“atLeast: 0.9”。
      test.yaml:16:33 promises[0].atMost: 应为以下之一：measure、id、scope、work、hours、from、dayShare、variant、seconds、tier、shortAbandonSeconds、atLeast，实为未知的键“atMost”。"
    `);
  });
  it('that a promise lacks both targets, or has both', () => {
    const promise = '- { measure: answered-within, seconds: 20, atLeast: 0.8 }';
    const both = '- { measure: occupancy, atMost: 0.8, atLeast: 0.5 }';
    expect(said(changed([promise, `- { measure: occupancy }\n  ${both}`]))).toMatchInlineSnapshot(`
      "test.yaml:16:5 promises[0]: expected atLeast or atMost, got neither. Try "atMost: 0.85".
      test.yaml:17:5 promises[1]: expected either atLeast or atMost, got both. Try two promises.
      test.yaml:16:5 promises[0]: 应为 atLeast 或 atMost，实为两者皆无。建议：“atMost: 0.85”。
      test.yaml:17:5 promises[1]: 应为 atLeast 或 atMost 之一，实为两者都有。建议：写成两条承诺。"
    `);
  });
  it('that a key stands twice', () => {
    expect(said(changed(['calendars:', 'summary: again\ncalendars:']))).toMatchInlineSnapshot(`
      "test.yaml:4:1: expected each key once, got "summary" again. Try to keep one of the two.
      test.yaml:4:1: 应为每个键只出现一次，实为“summary”重复。建议：保留其中一个。"
    `);
  });
  it('that a tab indents', () => {
    expect(said(changed(['    hours: hotline', '\thours: hotline']))).toMatchInlineSnapshot(`
      "test.yaml:8:1: expected correct YAML, got a tab as indentation, where YAML allows only spaces (TAB_AS_INDENT).
      test.yaml:10:1: expected correct YAML, got a line that is not indented like its neighbours (BAD_INDENT).
      test.yaml:11:1: expected correct YAML, got a line that is not indented like its neighbours (BAD_INDENT).
      test.yaml:8:1: 应为正确的 YAML，实为用制表符缩进（YAML 只允许空格）（TAB_AS_INDENT）。
      test.yaml:10:1: 应为正确的 YAML，实为与相邻行缩进不一致的行（BAD_INDENT）。
      test.yaml:11:1: 应为正确的 YAML，实为与相邻行缩进不一致的行（BAD_INDENT）。"
    `);
  });
  it('that a bracket is open', () => {
    expect(said('work: { a: 1\npeople: [')).toMatchInlineSnapshot(`
      "test.yaml:1:7: expected a } that closes this {, got none before the lines that follow. Try to close it, or to indent what belongs to it further than its key.
      test.yaml:1:7: 应为与此 { 配对的 }，实为后续各行之前没有闭合。建议：补上闭合括号，或把属于它的内容缩进到其键之后。"
    `);
  });
  it('that the file is empty', () => {
    expect(said('')).toMatchInlineSnapshot(`
      "test.yaml: expected a scenario, got an empty file. Try callfloor init, which writes one to start from.
      test.yaml: 应为场景，实为空文件。建议：用 callfloor init 生成一个起始文件。"
    `);
    expect(said('# only a comment\n')).toBe(said(''));
    expect(said('\uFEFF')).toBe(said(''));
  });
  it('that the top is no map', () => {
    expect(said('- 1\n- 2\n')).toMatchInlineSnapshot(`
      "test.yaml:1:1: expected a map with the keys work and people, got a list. Try a first line such as "work:".
      test.yaml:1:1: 应为含 work 与 people 两键的键值表，实为列表。建议：以“work:”这样的行开头。"
    `);
    expect(said('hello')).toMatchInlineSnapshot(`
      "test.yaml:1:1: expected a map with the keys work and people, got text. Try a first line such as "work:".
      test.yaml:1:1: 应为含 work 与 people 两键的键值表，实为文字。建议：以“work:”这样的行开头。"
    `);
  });
  it('that bytes are not UTF-8', () => {
    expect(said(Uint8Array.of(0x61, 0x3a, 0x0a, 0xff, 0xfe))).toMatchInlineSnapshot(`
      "test.yaml:2: expected a text in UTF-8, got bytes that are not, first in line 2. Try to save the file as UTF-8.
      test.yaml:2: 应为 UTF-8 文本，实为其他编码（首见于第 2 行）。建议：另存为 UTF-8。"
    `);
  });
  it('that a file is too large', () => {
    expect(said('#'.repeat(longestScenario + 1))).toMatchInlineSnapshot(`
      "test.yaml: expected a file of at most 4 MiB, got 5 MiB. Try a file that holds only the days and columns needed.
      test.yaml: 应为不超过 4 MiB 的文件，实为 5 MiB。建议：只保留所需的日期和列。"
    `);
  });
  it('that a YAML bomb does not go off', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++)
      bomb.push(`${'abcdefghi'[i]}: &${'abcdefghi'[i]} [${Array(9).fill(`*${'abcdefghi'[i - 1]}`)}]`);
    expect(said(bomb.join('\n'))).toMatchInlineSnapshot(`
      "test.yaml: expected at most 100 uses of anchors, got more. Try to write the repeated parts into a CSV file.
      test.yaml: 应为至多 100 次锚点引用，实为更多。建议：把重复的部分写入 CSV 文件。"
    `);
  });
  it('that an alias contains itself', () => {
    expect(said('work: &a\n  inquiry: *a\n')).toMatchInlineSnapshot(`
      "test.yaml: expected lists and maps that end, got an alias that contains itself. Try to remove the alias.
      test.yaml: 应为有尽头的列表和键值表，实为引用自身的别名。建议：删除该别名。"
    `);
  });
  it('that lists are nested beyond reading', () => {
    expect(said('['.repeat(20_000))).toMatchInlineSnapshot(`
      "test.yaml:1:819: expected correct YAML, got lists or maps nested beyond reading (RESOURCE_EXHAUSTION).
      test.yaml:1:819: 应为正确的 YAML，实为嵌套过深的列表或键值表（RESOURCE_EXHAUSTION）。"
    `);
  });
  it('nothing against a BOM', () => {
    expect(said(`\uFEFF${base}`)).toBe('');
    expect(said(new TextEncoder().encode(`\uFEFF${base}`))).toBe('');
  });
  it('nothing against JSON', () => {
    const work = {
      arrivals: { kind: 'constant-rate', perHour: 1 },
      talkSeconds: 1,
      patienceSeconds: { kind: 'never' },
    };
    expect(said(JSON.stringify({ work: { a: work }, people: { groups: { g: { skills: { a: 1 }, staff: 1 } } } }))).toBe(
      '',
    );
  });
});

describe('resolve says', () => {
  it('that a date, a zone and an interval cannot be', () => {
    expect(
      said(
        changed(
          ['2026-03-02', '2026-02-30'],
          ['Asia/Shanghai', 'Asia/Shangai'],
          ['intervalMinutes: 30', 'intervalMinutes: 45'],
        ),
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:3:17 clock.start: expected a date that exists, got "2026-02-30". Try year-month-day, such as 2026-03-02.
      test.yaml:3:48 clock.timeZone: expected a time zone of the IANA list, got "Asia/Shangai". Try a name such as Asia/Shanghai.
      test.yaml:3:79 clock.intervalMinutes: expected an interval that divides the hour, or whole hours that divide the day, got 45 minutes. Try 15, 30 or 60.
      test.yaml:3:17 clock.start: 应为存在的日期，实为“2026-02-30”。建议：年-月-日，例如 2026-03-02。
      test.yaml:3:48 clock.timeZone: 应为 IANA 时区名，实为“Asia/Shangai”。建议：例如 Asia/Shanghai。
      test.yaml:3:79 clock.intervalMinutes: 应为能整除一小时的时段长度，或能整除一天的整小时数，实为 45 分钟。建议：15、30 或 60。"
    `);
  });
  it('which names are unknown', () => {
    expect(
      said(
        changed(
          ['hours: hotline', 'hours: hotlin'],
          ['{ inquiry: 1 }', '{ inquiry: 1, inqiry: 1 }'],
          ['atLeast: 0.8', 'atLeast: 0.8, work: [inquirey]'],
        ),
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:8:12 work.inquiry.hours: expected the name of a calendar (hotline), got "hotlin". Try "hotline".
      test.yaml:14:38 people.groups.hotline.skills.inqiry: expected the name of a type of work (inquiry), got "inqiry". Try "inquiry".
      test.yaml:16:67 promises[0].work[0]: expected the name of a type of work (inquiry), got "inquirey". Try "inquiry".
      test.yaml:8:12 work.inquiry.hours: 应为日历名称（hotline），实为“hotlin”。建议：“hotline”。
      test.yaml:14:38 people.groups.hotline.skills.inqiry: 应为业务名称（inquiry），实为“inqiry”。建议：“inquiry”。
      test.yaml:16:67 promises[0].work[0]: 应为业务名称（inquiry），实为“inquirey”。建议：“inquiry”。"
    `);
  });
  it('that a shock touches something unknown', () => {
    const shock = 'shocks:\n  - { kind: surge, from: "10:00", hours: 1, times: 3, touches: [enquiry] }\npromises:';
    expect(said(changed(['promises:', shock]))).toMatchInlineSnapshot(`
      "test.yaml:16:65 shocks[0].touches[0]: expected the name of a type of work (inquiry), got "enquiry". Try "inquiry".
      test.yaml:16:65 shocks[0].touches[0]: 应为业务名称（inquiry），实为“enquiry”。建议：“inquiry”。"
    `);
  });
  it('that a skill is one that nobody has', () => {
    expect(
      said(
        changed([
          'people:',
          '  tariff:\n    arrivals: { kind: constant-rate, perHour: 1 }\n    talkSeconds: 60\n    patienceSeconds: 60\npeople:',
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:12:3 work.tariff: expected a group with the skill "tariff", got none. Try "tariff: 1" under the skills of a group.
      test.yaml:12:3 work.tariff: 应为有班组具备技能“tariff”，实为没有。建议：在某班组的 skills 下写“tariff: 1”。"
    `);
  });
  it('that work leaves more agents idle than there are', () => {
    const work = (leavesIdle: number) =>
      said(base.replace('talkSeconds', `leavesIdle: ${leavesIdle}\n    talkSeconds`));
    expect(work(10)).toMatchInlineSnapshot(`
      "test.yaml:10:17 work.inquiry.leavesIdle: expected fewer than the agents of some group that may take it (10 at most), got 10, so that nobody ever takes it.
      test.yaml:10:17 work.inquiry.leavesIdle: 应为少于可处理它的班组人数（最多 10 人），实为 10，永远没有人会去处理。"
    `);
    expect(work(9)).toBe('');
  });
  it('that opening hours have nobody', () => {
    expect(
      said(changed(['staff: 10', 'staff: [{ from: "08:30", agents: 10 }, { from: "19:00", agents: 0 }]'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:8:12 work.inquiry.hours: expected staff for inquiry whenever it is open, got nobody from 08:00 to 08:30 on 2026-03-02. Try shorter hours, or staff at that time.
      test.yaml:8:12 work.inquiry.hours: 应为 inquiry 开放时有人值守，实为 2026-03-02 08:00 至 08:30 无人。建议：缩短开放时段，或在该时段安排人员。"
    `);
  });
  it('that a group has no staff', () => {
    expect(said(changed([', staff: 10', '']))).toMatchInlineSnapshot(`
      "test.yaml:14:5 people.groups.hotline: expected staff or people of the roster for hotline, got neither. Try "staff: 10".
      test.yaml:14:5 people.groups.hotline: 应为 hotline 有人数或班表人员，实为两者皆无。建议：“staff: 10”。"
    `);
  });
  it('that times are out of order', () => {
    expect(
      said(
        changed([
          'staff: 10',
          'staff: [{ from: "00:00", agents: 10 }, { from: "12:00", agents: 9 }, { from: "11:30", agents: 8 }]',
        ]),
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:14:117 people.groups.hotline.staff[2].from: expected a time after 12:00, got 11:30. Try to write the steps in the order of the day.
      test.yaml:14:117 people.groups.hotline.staff[2].from: 应为晚于 12:00 的时刻，实为 11:30。建议：按一天的先后顺序书写。"
    `);
  });
  it('that hours overlap', () => {
    expect(said(changed(['08:00-20:00', '08:00-14:00, 13:00-20:00']))).toMatchInlineSnapshot(`
      "test.yaml:5:21 calendars.hotline.daily: expected hours that do not overlap, got 13:00-20:00 beside 08:00-14:00.
      test.yaml:5:21 calendars.hotline.daily: 应为互不重叠的时段，实为 13:00-20:00 与 08:00-14:00 重叠。"
    `);
    expect(said(changed(['08:00-20:00', '22:00-09:00, 08:00-20:00']))).toMatchInlineSnapshot(`
      "test.yaml:5:21 calendars.hotline.daily: expected hours that do not overlap, got 08:00-20:00 beside 22:00-09:00.
      test.yaml:5:21 calendars.hotline.daily: 应为互不重叠的时段，实为 08:00-20:00 与 22:00-09:00 重叠。"
    `);
  });
  it('that hours have no length', () => {
    expect(said(changed(['08:00-20:00', '08:00-08:00']))).toMatchInlineSnapshot(`
      "test.yaml:5:21 calendars.hotline.daily: expected hours that last, got 08:00-08:00. Try "00:00-24:00" for the whole day.
      test.yaml:5:21 calendars.hotline.daily: 应为有长度的时段，实为 08:00-08:00。建议：全天写作“00:00-24:00”。"
    `);
    expect(said(changed(['08:00-20:00', '00:00-24:00']))).toBe('');
  });
  it('that a time never ends, but for patience', () => {
    expect(said(changed(['{ kind: log-normal, mean: 200, cv: 1 }', '{ kind: never }']))).toMatchInlineSnapshot(`
      "test.yaml:10:18 work.inquiry.talkSeconds: expected a time that ends: only patience may last for ever, got { kind: never }. Try { kind: exponential, mean: 180 }.
      test.yaml:10:18 work.inquiry.talkSeconds: 应为会结束的时长：只有耐心可以无限，实为 { kind: never }。建议：{ kind: exponential, mean: 180 }。"
    `);
    expect(said(changed(['{ kind: exponential, mean: 180 }', '{ kind: never }']))).toBe('');
  });
  it('that the work is never open', () => {
    expect(said(changed(['daily: "08:00-20:00"', 'tue: "08:00-20:00"']))).toMatchInlineSnapshot(`
      "test.yaml:8:12 work.inquiry.hours: expected inquiry to be open on some day simulated, got no open hour. Try other hours or clock.start.
      test.yaml:8:12 work.inquiry.hours: 应为 inquiry 在模拟的某天开放，实为从不开放。建议：修改 hours 或 clock.start。"
    `);
  });
  it('that the work is never open, not of each count that it is not', () => {
    const [never, ...more] = faultsOf(
      changed(
        ['daily: "08:00-20:00"', 'tue: "08:00-20:00"'],
        [
          '{ kind: constant-rate, perHour: 120 }',
          '{ kind: interval-profile, from: "19:00", intervalMinutes: 30, counts: [3, 2] }',
        ],
      ),
    ).en;
    expect(never).toContain('expected inquiry to be open on some day simulated');
    expect(more).toEqual([]);
  });
  it('that demand lies outside the hours', () => {
    const counts = '{ kind: interval-profile, from: "19:00", intervalMinutes: 30, counts: [3, 2, 1, 0] }';
    expect(said(changed(['{ kind: constant-rate, perHour: 120 }', counts]))).toMatchInlineSnapshot(`
      "test.yaml:9:92 work.inquiry.arrivals.counts[2]: expected demand within the opening hours, got some from 20:00 to 20:30, when it is always closed. Try longer hours, or "outsideHours: counted" to count those contacts as not offered.
      test.yaml:9:92 work.inquiry.arrivals.counts[2]: 应为开放时段内的需求，实为 20:00 至 20:30（始终不开放）也有需求。建议：延长开放时段，或写“outsideHours: counted”只计数不受理。"
    `);
  });
  it('that counts run past midnight, or have no start, or are given twice', () => {
    const late = '{ kind: interval-profile, from: "23:00", intervalMinutes: 30, counts: [3, 2, 1] }';
    expect(said(changed(['{ kind: constant-rate, perHour: 120 }', late]))).toMatchInlineSnapshot(`
      "test.yaml:9:85 work.inquiry.arrivals.counts: expected counts that end by 24:00, got 3 of 30 minutes from 23:00 on.
      test.yaml:9:85 work.inquiry.arrivals.counts: 应为不晚于 24:00 结束的时段，实为 23:00 起 3 个 30 分钟的时段。"
    `);
    expect(
      said(changed(['{ kind: constant-rate, perHour: 120 }', '{ kind: interval-profile, counts: [3, 2, 1] }'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:9:15 work.inquiry.arrivals: expected "from" beside "counts", got none.
      test.yaml:9:15 work.inquiry.arrivals: 应为“counts”旁有“from”，实为没有。"
    `);
    expect(
      said(changed(['{ kind: constant-rate, perHour: 120 }', '{ kind: interval-profile }'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:9:15 work.inquiry.arrivals: expected either file or counts, got neither.
      test.yaml:9:15 work.inquiry.arrivals: 应为 file 或 counts 之一，实为两者皆无。"
    `);
  });
  it('that a shock lies outside the days', () => {
    const shocks = [
      '- { kind: surge, from: "22:00", hours: 3, times: 2 }',
      '- { kind: surge, from: "10:00", day: 2, hours: 3, times: 2 }',
      '- { kind: agents-lost, from: "10:00", hours: 1, minutes: 60, share: 0.5 }',
      '- { kind: agents-lost, from: "10:00", hours: 1, share: 0.5, agents: 2 }',
      '- { kind: lines-down, from: "10:00", hours: 1, share: 0.5 }',
    ];
    expect(said(changed(['promises:', `shocks:\n  ${shocks.join('\n  ')}\npromises:`]))).toMatchInlineSnapshot(`
      "test.yaml:16:5 shocks[0]: expected a shock that ends within the days simulated, got one from 22:00 that ends after day 1. Try a shorter one, or a greater clock.days.
      test.yaml:17:40 shocks[1].day: expected a day from 1 to 1, got 2. Try a greater clock.days.
      test.yaml:18:5 shocks[2]: expected either hours or minutes, got both.
      test.yaml:19:5 shocks[3]: expected either share or agents, got both.
      test.yaml:20:5 shocks[4]: expected "lines" beside "lines-down", got none.
      test.yaml:16:5 shocks[0]: 应为在模拟天数内结束的冲击，实为 22:00 开始、第 1 天后才结束的冲击。建议：缩短冲击，或增大 clock.days。
      test.yaml:17:40 shocks[1].day: 应为 1 至 1 之间的天，实为 2。建议：增大 clock.days。
      test.yaml:18:5 shocks[2]: 应为 hours 或 minutes 之一，实为两者都有。
      test.yaml:19:5 shocks[3]: 应为 share 或 agents 之一，实为两者都有。
      test.yaml:20:5 shocks[4]: 应为“lines-down”旁有“lines”，实为没有。"
    `);
  });
  it('that a surge cannot touch recorded counts', () => {
    const counts = '{ kind: recorded-counts, from: "10:00", intervalMinutes: 30, counts: [3, 2] }';
    const shock = 'shocks:\n  - { kind: surge, from: "10:00", hours: 1, times: 3 }\npromises:';
    expect(
      said(changed(['{ kind: constant-rate, perHour: 120 }', counts], ['promises:', shock])),
    ).toMatchInlineSnapshot(`
      "test.yaml:16:5 shocks[0]: expected work whose demand is a rate, got inquiry, whose counts are replayed as recorded. Try "kind: interval-profile" for its arrivals.
      test.yaml:16:5 shocks[0]: 应为以速率描述需求的业务，实为按记录回放的 inquiry。建议：其 arrivals 改用“kind: interval-profile”。"
    `);
    expect(
      said(changed(['{ kind: constant-rate, perHour: 120 }', counts.replace('3, 2', '3, 2.5')])),
    ).toMatchInlineSnapshot(`
      "test.yaml:9:88 work.inquiry.arrivals.counts[1]: expected a whole number, got 2.5.
      test.yaml:9:88 work.inquiry.arrivals.counts[1]: 应为整数，实为 2.5。"
    `);
  });
  it('that redials grow for ever', () => {
    const redial = 'after: { abandoned: { redial: { fraction: 1, afterSeconds: 60 } } }\npeople:';
    expect(said(changed(['people:', `    ${redial}`]))).toMatchInlineSnapshot(`
      "test.yaml:12:35 work.inquiry.after.abandoned.redial: expected redials that end, got fraction 1 with unlimited attempts. Try a fraction below 1, or "maxAttempts: 5".
      test.yaml:12:35 work.inquiry.after.abandoned.redial: 应为有尽头的重拨，实为比例为 1 且次数不限。建议：比例小于 1，或写“maxAttempts: 5”。"
    `);
  });
  it('that fields of a duration do not fit together', () => {
    expect(
      said(changed(['{ kind: exponential, mean: 180 }', '{ kind: uniform, min: 50, max: 20 }'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:11:44 work.inquiry.patienceSeconds.min: expected less than max (20), got 50.
      test.yaml:11:44 work.inquiry.patienceSeconds.min: 应为小于 max（20）的数字，实为 50。"
    `);
  });
  it('that lines are used by nobody', () => {
    expect(said(changed(['work:', 'lines: { trunk: 30 }\nwork:']))).toMatchInlineSnapshot(`
      "test.yaml:6:10 lines.trunk: expected work that uses the lines "trunk", got none. Try "lines: trunk" under that work.
      test.yaml:6:10 lines.trunk: 应为有业务使用中继组“trunk”，实为没有。建议：在该业务下写“lines: trunk”。"
    `);
  });
  it('that promises share an id and runs are out of order', () => {
    expect(
      said(
        `${changed(['- { measure', '- { id: a, measure'])}  - { id: a, measure: asa, atMost: 20 }\nprecision: { minRuns: 9, maxRuns: 8 }\n`,
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:17:11 promises[1].id: expected each id once, got "a" again.
      test.yaml:18:35 precision.maxRuns: expected maxRuns of at least minRuns (9), got 8.
      test.yaml:17:11 promises[1].id: 应为每个 id 只出现一次，实为“a”重复。
      test.yaml:18:35 precision.maxRuns: 应为不小于 minRuns（9）的 maxRuns，实为 8。"
    `);
  });
  it('that a time does not exist or comes twice where clocks change', () => {
    const shock = (time: string) => `shocks:\n  - { kind: surge, from: "${time}", hours: 1, times: 3 }\npromises:`;
    const spring = changed(
      ['2026-03-02', '2026-03-29'],
      ['Asia/Shanghai', 'Europe/Berlin'],
      ['promises:', shock('02:30')],
    );
    const autumn = changed(
      ['2026-03-02', '2026-10-25'],
      ['Asia/Shanghai', 'Europe/Berlin'],
      ['promises:', shock('02:30')],
    );
    expect(said(spring)).toMatchInlineSnapshot(`
      "test.yaml:16:26 shocks[0].from: expected a time that exists, got 02:30 on 2026-03-29, which the clock change in Europe/Berlin skips. Try the hour after it.
      test.yaml:16:26 shocks[0].from: 应为存在的时刻，实为 2026-03-29 02:30（Europe/Berlin 换时跳过）。建议：改用其后一小时。"
    `);
    expect(said(autumn)).toMatchInlineSnapshot(`
      "test.yaml:16:26 shocks[0].from: expected a time that comes once, got 02:30 on 2026-10-25, which the clock change in Europe/Berlin repeats. Try a time before or after that hour.
      test.yaml:16:26 shocks[0].from: 应为只出现一次的时刻，实为 2026-10-25 02:30（Europe/Berlin 换时重复）。建议：改用该小时之前或之后。"
    `);
  });
});

describe('resolve says of what follows from what', () => {
  const ticket = (more: string) => `
  ticket:
    channel: case
    hours: hotline
    handleSeconds: 600
${more}people:`;
  const skills: [string, string] = ['{ inquiry: 1 }', '{ inquiry: 1, ticket: 1 }'];
  const follows = (fraction: number) => `    after: { handled: { becomes: { ticket: { fraction: ${fraction} } } } }`;

  it('that contacts make one or more of their own kind', () => {
    const text = changed(
      [
        'people:',
        `${follows(0.5)}${ticket('    after: { handled: { becomes: { inquiry: { fraction: 1 }, ticket: { fraction: 0.6 } } } }\n')}`,
      ],
      skills,
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:12:5 work.inquiry.after: expected contacts that make fewer than one of their own kind in the end, so that the load stays finite, got one or more through inquiry, ticket. Try smaller fractions under \`after\`.
      test.yaml:12:5 work.inquiry.after: 应为每项业务最终衍生的同类业务少于一项，使工作量有限，实为经 inquiry、ticket 衍生一项或更多。建议：减小 after 下的比例。"
    `);
  });
  it('nothing of a circle that dies out', () => {
    const text = changed(
      ['people:', `${follows(0.5)}${ticket('    after: { handled: { becomes: { inquiry: { fraction: 0.9 } } } }\n')}`],
      skills,
    );
    expect(said(text)).toBe('');
  });
  it('that alternatives make more than all', () => {
    const after = '    after: { handled: { becomesOneOf: { ticket: { fraction: 0.7 }, inquiry: { fraction: 0.4 } } } }';
    expect(said(changed(['people:', `${after}${ticket('')}`], skills))).toMatchInlineSnapshot(`
      "test.yaml:12:39 work.inquiry.after.handled.becomesOneOf: expected fractions that make at most 1 together, got 1.1. Try smaller fractions, or \`becomes\`, whose items do not exclude each other.
      test.yaml:12:39 work.inquiry.after.handled.becomesOneOf: 应为合计不超过 1 的比例，实为 1.1。建议：减小比例，或改用 becomes（互不排斥）。"
    `);
  });
  it('that work never arises, and names an unknown type', () => {
    const after = '    after: { handled: { becomes: { tiket: { fraction: 0.7 } } } }';
    expect(said(changed(['people:', `${after}${ticket('')}`], skills))).toMatchInlineSnapshot(`
      "test.yaml:12:36 work.inquiry.after.handled.becomes.tiket: expected the name of a type of work (inquiry, ticket), got "tiket". Try "ticket".
      test.yaml:13:3 work.ticket: expected \`arrivals\`, or other work that becomes ticket, got neither. Try to name ticket under \`becomes\` of the work that it follows, or to give it \`arrivals\`.
      test.yaml:12:36 work.inquiry.after.handled.becomes.tiket: 应为业务名称（inquiry、ticket），实为“tiket”。建议：“ticket”。
      test.yaml:13:3 work.ticket: 应为 arrivals，或有其他业务转为 ticket，实为两者皆无。建议：在其前序业务的 becomes 下写明 ticket，或为其给出 arrivals。"
    `);
  });
  it('that both delays are given', () => {
    const after = '    after: { handled: { becomes: { ticket: { fraction: 0.7, afterSeconds: 1, afterHours: 1 } } } }';
    expect(said(changed(['people:', `${after}${ticket('')}`], skills))).toMatchInlineSnapshot(`
      "test.yaml:12:44 work.inquiry.after.handled.becomes.ticket: expected either afterSeconds or afterHours, got both.
      test.yaml:12:44 work.inquiry.after.handled.becomes.ticket: 应为 afterSeconds 或 afterHours 之一，实为两者都有。"
    `);
  });
  it('that a clock never stops, has no limit, two limits, or no hours', () => {
    const clocks = `clocks:
  backwards: { starts: { ticket: handled }, stops: { ticket: created }, withinHours: 1 }
  without limit: { starts: { ticket: created }, stops: { ticket: handled } }
  with two: { starts: { ticket: created }, stops: { ticket: handled }, withinHours: 1, by: "08:00" }
  both ways: { starts: { ticket: created }, stops: { ticket: handled }, by: "08:00", hours: hotline }
  no hours: { starts: { ticket: created }, stops: { ticket: handled }, withinHours: 1, hours: weekend }
people:`;
    const calendar: [string, string] = ['calendars:', 'calendars:\n  weekend: { sat: "08:00-20:00" }'];
    const text = changed(['people:', `${follows(0.5)}${ticket('').replace('people:', clocks)}`], skills, calendar);
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:19:52 clocks.backwards.stops: expected work that follows from ticket and stops backwards, got ticket, to which ticket never leads. Try a stop at a later point of the same work, or \`after\` … \`becomes\` on the way there.
      test.yaml:20:18 clocks.without limit: expected one of \`withinHours\`, \`withinMinutes\` and \`by\`, got none. Try withinHours: 48.
      test.yaml:21:13 clocks.with two: expected one of \`withinHours\`, \`withinMinutes\` and \`by\`, got more than one. Try withinHours: 48.
      test.yaml:22:14 clocks.both ways: expected \`by\` alone, for it names the moment itself, got \`hours\`, \`pauses\` or \`extension\` beside it. Try withinHours, or a clock without these.
      test.yaml:23:95 clocks.no hours.hours: expected hours in which no hours runs, got none within the days simulated.
      test.yaml:19:52 clocks.backwards.stops: 应为由 ticket 衍生并使 backwards 停止的业务，实为 ticket，而 ticket 不会转到那里。建议：同一业务中较后的时点，或沿途写明 after … becomes。
      test.yaml:20:18 clocks.without limit: 应为 withinHours、withinMinutes、by 三者之一，实为未写。建议：withinHours: 48。
      test.yaml:21:13 clocks.with two: 应为 withinHours、withinMinutes、by 三者之一，实为写了多个。建议：withinHours: 48。
      test.yaml:22:14 clocks.both ways: 应为单独使用 by（它已指明时刻），实为同时写有 hours、pauses 或 extension。建议：改用 withinHours，或去掉这些键。
      test.yaml:23:95 clocks.no hours.hours: 应为 no hours 计时的时段，实为模拟期内没有。"
    `);
  });
  it('that a promise names no clock that is there, or asks for points that nobody gives', () => {
    const text = changed([
      '  - { measure: answered-within, seconds: 20, atLeast: 0.8 }',
      '  - { measure: on-time, clock: close, atLeast: 0.9 }\n  - { measure: satisfaction, atLeast: 0.8 }',
    ]);
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:16:32 promises[0].clock: expected the name of a clock (none), got "close".
      test.yaml:17:16 promises[1].measure: expected work with \`satisfaction\`, for satisfaction counts it, got work without. Try \`satisfaction: {}\` in that work.
      test.yaml:16:32 promises[0].clock: 应为时限名称（无），实为“close”。
      test.yaml:17:16 promises[1].measure: 应为设有 satisfaction 的业务（satisfaction 据此计数），实为没有。建议：在该业务下写 satisfaction: {}。"
    `);
  });
  it('that a promise counts complaints where none can arise, or a complaint is of no known level', () => {
    const promise = '  - { measure: answered-within, seconds: 20, atLeast: 0.8 }';
    const counting = '  - { measure: complaint-rate, atMost: 0.01, work: [inquiry] }';
    expect(said(changed([promise, counting]))).toMatchInlineSnapshot(`
      "test.yaml:16:16 promises[0].measure: expected work after which a complaint may arise, for complaint-rate counts it, got work of which none arises. Try \`complaint: {}\` in the work that complaints are, and \`after\` … \`becomes\` that leads to it.
      test.yaml:16:16 promises[0].measure: 应为会引起投诉的业务（complaint-rate 据此计数），实为从不引起投诉的业务。建议：在投诉业务下写 complaint: {}，并用 after … becomes 写明由何引起。"
    `);
    const text = changed(
      [promise, counting],
      ['    hours: hotline', '    hours: hotline\n    complaint: { level: severe }'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:9:25 work.inquiry.complaint.level: expected one of ordinary, escalated, major, got "severe".
      test.yaml:9:25 work.inquiry.complaint.level: 应为以下之一：ordinary、escalated、major，实为 "severe"。"
    `);
  });
  it('that a promise speaks of breaks where head-counts have none', () => {
    const promise = '  - { measure: answered-within, seconds: 20, atLeast: 0.8 }';
    expect(said(changed([promise, '  - { measure: breaks-on-time, atLeast: 0.9 }']))).toMatchInlineSnapshot(`
      "test.yaml:16:16 promises[0].measure: expected people with breaks: a roster that names them, with the column \`break\` or \`lunch\`, got work of which nobody has a break on the roster. Try \`people.roster\`, or leave the promise out: head-counts have no breaks of their own.
      test.yaml:16:16 promises[0].measure: 应为有休息安排的人员：写明姓名并有 break 或 lunch 列的班表，实为这些业务的人员在班表中都没有休息。建议：使用 people.roster；只写人数时没有休息可言，请去掉此承诺。"
    `);
  });
  it('that a year’s working days are not announced', () => {
    const text = changed(
      ['hotline: { daily: "08:00-20:00" }', 'hotline: { workingDays: "08:00-20:00", country: CN }'],
      ['2026-03-02', '2049-03-01'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:8:12 work.inquiry.hours: expected a year whose public holidays in CN are announced, got 2049. Try \`closed\` with that year’s holidays, without \`country\`.
      test.yaml:8:12 work.inquiry.hours: expected inquiry to be open on some day simulated, got no open hour. Try other hours or clock.start.
      test.yaml:8:12 work.inquiry.hours: 应为 CN 已公布节假日的年份，实为 2049。建议：不写 country，用 closed 列出当年假日。
      test.yaml:8:12 work.inquiry.hours: 应为 inquiry 在模拟的某天开放，实为从不开放。建议：修改 hours 或 clock.start。"
    `);
  });
});

describe('resolve says of work that is laid aside and of questions', () => {
  it('that a telephone call cannot be laid aside, and an expert’s work not be kept', () => {
    const text = changed(
      [
        'people:',
        '    interruptible: true\n    consults: { expert: { fraction: 0.1 }, exprt: { fraction: 0.1 } }\n  expert: { channel: case, handleSeconds: 60 }\npeople:',
      ],
      ['{ inquiry: 1 }', '{ inquiry: 1, expert: 1 }'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:12:20 work.inquiry.interruptible: expected a channel whose work can be laid aside (message, voicemail, case), got voice. Try to leave out \`interruptible\`.
      test.yaml:13:17 work.inquiry.consults.expert: expected work that is not kept over the close, since a customer waits for the answer, got expert, which is kept. Try \`closing: send-away\` in expert, or a channel in which somebody waits.
      test.yaml:13:44 work.inquiry.consults.exprt: expected the name of a type of work (inquiry, expert), got "exprt". Try "expert".
      test.yaml:12:20 work.inquiry.interruptible: 应为可暂时搁置的渠道（message、voicemail、case），实为 voice。建议：去掉 interruptible。
      test.yaml:13:17 work.inquiry.consults.expert: 应为下班后不保留的业务，因为客户在等答复，实为 expert（下班后保留）。建议：在 expert 下写 closing: send-away，或改用有人在线等待的渠道。
      test.yaml:13:44 work.inquiry.consults.exprt: 应为业务名称（inquiry、expert），实为“exprt”。建议：“expert”。"
    `);
  });
  it('that work may not both be laid aside and have others laid aside', () => {
    const text = changed(
      [
        'people:',
        '    after: { handled: { becomes: { ticket: { fraction: 0.1 } } } }\n  ticket: { channel: case, handleSeconds: 60, interruptible: true, interrupts: true }\npeople:',
      ],
      ['{ inquiry: 1 }', '{ inquiry: 1, ticket: 1 }'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:13:62 work.ticket.interruptible: expected interruptible work that is kept over the close, one at a time, without \`lines\`, \`consults\` and \`interrupts\`, got it with interrupts. Try \`closing: keep\`, and to leave out \`concurrency\`, \`lines\`, \`consults\` and \`interrupts\`.
      test.yaml:13:62 work.ticket.interruptible: 应为可打断的业务在下班后保留、一次一件，且不含 lines、consults 与 interrupts，实为带有 interrupts。建议：写 closing: keep，并去掉 concurrency、lines、consults、interrupts。"
    `);
  });
  it('that a case sent away at the close cannot be taken up again', () => {
    const text = changed(
      [
        'people:',
        '    after: { handled: { becomes: { ticket: { fraction: 0.1 } } } }\n  ticket: { channel: case, handleSeconds: 60, closing: send-away, interruptible: true }\npeople:',
      ],
      ['{ inquiry: 1 }', '{ inquiry: 1, ticket: 1 }'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:13:82 work.ticket.interruptible: expected interruptible work that is kept over the close, one at a time, without \`lines\`, \`consults\` and \`interrupts\`, got it with closing: send-away. Try \`closing: keep\`, and to leave out \`concurrency\`, \`lines\`, \`consults\` and \`interrupts\`.
      test.yaml:13:82 work.ticket.interruptible: 应为可打断的业务在下班后保留、一次一件，且不含 lines、consults 与 interrupts，实为带有 closing: send-away。建议：写 closing: keep，并去掉 concurrency、lines、consults、interrupts。"
    `);
  });
});

describe('resolve says of tiers of customers', () => {
  it('that shares are not all, and names an unknown tier in a promise and in routing', () => {
    const text = changed(
      [
        'work:',
        'customers: { tiers: { core: 0.12, ordinary: 0.8 }, patience: { vip: 2 } }\nrouting: { kind: score, tiers: { cor: 60 } }\nwork:',
      ],
      ['seconds: 20,', 'seconds: 20, tier: vip,'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:6:21 customers.tiers: expected shares that make 1 together, got 0.92. Try shares of all customers, each in one tier.
      test.yaml:6:64 customers.patience.vip: expected the name of a tier of customers (core, ordinary), got "vip".
      test.yaml:7:39 routing.tiers.cor: expected the name of a tier of customers (core, ordinary), got "cor".
      test.yaml:18:52 promises[0].tier: expected the name of a tier of customers (core, ordinary), got "vip".
      test.yaml:6:21 customers.tiers: 应为合计为 1 的占比，实为 0.92。建议：写出全部客户的占比，每位客户属于一个等级。
      test.yaml:6:64 customers.patience.vip: 应为客户等级名称（core、ordinary），实为“vip”。
      test.yaml:7:39 routing.tiers.cor: 应为客户等级名称（core、ordinary），实为“cor”。
      test.yaml:18:52 promises[0].tier: 应为客户等级名称（core、ordinary），实为“vip”。"
    `);
  });
  it('that there are none of which a promise could speak', () => {
    expect(said(changed(['seconds: 20,', 'seconds: 20, tier: core,']))).toMatchInlineSnapshot(`
      "test.yaml:16:52 promises[0].tier: expected the name of a tier of customers (none), got "core".
      test.yaml:16:52 promises[0].tier: 应为客户等级名称（无），实为“core”。"
    `);
  });
});

describe('resolve says of several conversations at once', () => {
  const chat = (more: string): [string, string] => ['people:', `    concurrency: { ${more} }\npeople:`];
  it('that a telephone cannot, and that factors and conversations are not as many', () => {
    const text = changed(chat('conversations: 3, handlingFactor: [1, 1.5]'));
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:12:5 work.inquiry.concurrency: expected a channel of which an agent can hold several at once (chat, message), got voice. Try \`channel: chat\`, or leave out \`concurrency\`.
      test.yaml:12:54 work.inquiry.concurrency.handlingFactor: expected 3 factors, one for each number of conversations, got 2. Try to begin with 1, the factor of a single conversation.
      test.yaml:12:5 work.inquiry.concurrency: 应为坐席可同时处理多个的渠道（chat、message），实为 voice。建议：channel: chat，或去掉 concurrency。
      test.yaml:12:54 work.inquiry.concurrency.handlingFactor: 应为 3 个系数，每种会话数各一个，实为 2。建议：第一个写 1，即只有一个会话时的系数。"
    `);
  });
  it('that it rings, holds a line, and that agents leave by name', () => {
    const text = changed(
      ['people:', '    channel: chat\n    ringSeconds: 3\n    concurrency: { conversations: 3 }\npeople:'],
      ['work:', 'lines: 30\nwork:'],
      ['staff: 10', 'leaving: named, staff: 10'],
    );
    expect(said(text)).toMatchInlineSnapshot(`
      "test.yaml:14:5 work.inquiry.ringSeconds: expected no ringing where an agent holds several conversations, got \`ringSeconds\`. Try to count the time until the first answer in \`talkSeconds\`.
      test.yaml:15:5 work.inquiry.concurrency: expected work that holds no telephone line, got \`lines\` that inquiry uses. Try to give the lines a name, and to name them under \`lines\` of the work that uses them.
      test.yaml:18:49 people.groups.hotline.leaving: expected pooled, since its agents hold several conversations of inquiry at once, got named. Try \`leaving: pooled\`, or a roster that names people.
      test.yaml:14:5 work.inquiry.ringSeconds: 应为可同时接待多个会话的业务不设振铃，实为 ringSeconds。建议：把首次应答前的时间计入 talkSeconds。
      test.yaml:15:5 work.inquiry.concurrency: 应为不占用电话线路的业务，实为 inquiry 所用的 lines。建议：给线路起名，并在使用线路的业务下用 lines 指明。
      test.yaml:18:49 people.groups.hotline.leaving: 应为 pooled，因为坐席同时接待多个 inquiry 会话，实为 named。建议：leaving: pooled，或用写明姓名的排班表。"
    `);
  });
  it('nothing of a chat', () => {
    expect(said(changed(['people:', '    channel: chat\n    concurrency: { conversations: 3 }\npeople:']))).toBe('');
  });
});

describe('resolve says of a table', () => {
  const rows = 'start,offered\n08:00,10\n08:30,12\n09:00,9\n';
  it('that it is fine: with semicolons, a BOM, quotes, Windows line ends, in GBK', () => {
    expect(said(fileDemand, { 'calls.csv': rows })).toBe('');
    expect(said(fileDemand, { 'calls.csv': `\uFEFF${rows.replaceAll(',', ';')}` })).toBe('');
    expect(said(fileDemand, { 'calls.csv': rows.replaceAll('\n', '\r\n').replaceAll(/(\d\d:\d\d)/g, '"$1"') })).toBe(
      '',
    );
    // 时间,来电量 in GBK
    const head = [0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xc0, 0xb4, 0xb5, 0xe7, 0xc1, 0xbf, 0x0a];
    const body = new TextEncoder().encode('08:00,10\n08:30,12\n');
    expect(said(fileDemand, { 'calls.csv': Uint8Array.from([...head, ...body]) })).toBe('');
  });
  it('that it does not exist', () => {
    expect(said(fileDemand)).toMatchInlineSnapshot(`
      "test.yaml:9:47 work.inquiry.arrivals.file: expected a file that can be read, got no file calls.csv. Try a path relative to the scenario file.
      test.yaml:9:47 work.inquiry.arrivals.file: 应为可读取的文件，实为不存在的 calls.csv。建议：使用相对于场景文件的路径。"
    `);
  });
  it('that it is empty, or has only headers', () => {
    expect(said(fileDemand, { 'calls.csv': '' })).toMatchInlineSnapshot(`
      "calls.csv: expected a table with a row of headers, got an empty file.
      calls.csv: 应为带表头的表格，实为空文件。"
    `);
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n08:00,1\n08:30,"2\n09:00,3\n' })).toMatchInlineSnapshot(`
      "calls.csv:3: expected a quote that is closed, got none up to the end. Try to close or remove the " in this line.
      calls.csv:3: 应为成对的引号，实为直到文件末尾都未闭合。建议：闭合或删去该行的引号 "。"
    `);
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n' })).toMatchInlineSnapshot(`
      "calls.csv:1: expected rows below the headers, got none.
      calls.csv:1: 应为表头下有数据行，实为没有。"
    `);
  });
  it('that it is too large, before it is read', () => {
    const reader = {
      size: () => longestTable + 1,
      read: () => {
        throw new Error('read');
      },
    };
    expect(faultsOf(fileDemand, {}, { reader })).toMatchInlineSnapshot(`
      {
        "en": [
          "test.yaml:9:47 work.inquiry.arrivals.file: expected a file of at most 64 MiB, got 65 MiB. Try a file that holds only the days and columns needed.",
        ],
        "zh": [
          "test.yaml:9:47 work.inquiry.arrivals.file: 应为不超过 64 MiB 的文件，实为 65 MiB。建议：只保留所需的日期和列。",
        ],
      }
    `);
  });
  it('that it is no text', () => {
    expect(said(fileDemand, { 'calls.csv': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) })).toMatchInlineSnapshot(`
      "calls.csv: expected text in UTF-8 or GBK, got neither. Try to export the table as CSV (UTF-8).
      calls.csv: 应为 UTF-8 或 GBK 文本，实为其他编码。建议：导出为 CSV（UTF-8）。"
    `);
  });
  it('that a column is missing or stands twice', () => {
    expect(said(fileDemand, { 'calls.csv': 'start,number\n08:00,10\n' })).toMatchInlineSnapshot(`
      "calls.csv:1: expected a column offered (offered, calls, contacts, volume, count, arrivals), got the columns start, number. Try "columns: { offered: <its header> }" in the scenario.
      calls.csv:1: 应为有 offered 列（offered、calls、contacts、volume、count、arrivals），实为以下各列：start、number。建议：在场景中写“columns: { offered: <表头> }”。"
    `);
    expect(said(fileDemand, { 'calls.csv': 'start,offered,offered\n08:00,10,11\n' })).toMatchInlineSnapshot(`
      "calls.csv:1:3 offered: expected one column "offered", got two of that name.
      calls.csv:1:3 offered: 应为只有一列“offered”，实为同名两列。"
    `);
  });
  it('that a cell holds a letter, a negative number, too much, nothing or no time', () => {
    const cells = 'start,offered\n08:00,1O\n08:30,-3\n09:00,1e12\n09:30,\nnine,4\n10:30,"1,200"\n';
    expect(said(fileDemand, { 'calls.csv': cells })).toMatchInlineSnapshot(`
      "calls.csv:2:2 offered: expected a number, got "1O". Try digits with a point, such as 118 or 12.5.
      calls.csv:3:2 offered: expected a number of at least 0, got -3.
      calls.csv:4:2 offered: expected a number of at most 10000000, got 1e12.
      calls.csv:5:2 offered: expected a value, got an empty cell.
      calls.csv:6:1 start: expected a time of day, got "nine". Try hours and minutes, such as 08:30.
      calls.csv:7:2 offered: expected a number, got "1,200". Try digits with a point, such as 118 or 12.5.
      calls.csv:2:2 offered: 应为数字，实为“1O”。建议：只用数字和小数点，例如 118 或 12.5。
      calls.csv:3:2 offered: 应为不小于 0 的数字，实为 -3。
      calls.csv:4:2 offered: 应为不大于 10000000 的数字，实为 1e12。
      calls.csv:5:2 offered: 应为有值，实为空单元格。
      calls.csv:6:1 start: 应为时刻，实为“nine”。建议：时:分，例如 08:30。
      calls.csv:7:2 offered: 应为数字，实为“1,200”。建议：只用数字和小数点，例如 118 或 12.5。"
    `);
  });
  it('in one short line what an endless cell or header holds', () => {
    const open = `start,offered\n08:00,"1\n${'08:30,2\n'.repeat(1000)}`;
    for (const cells of [open, 'x'.repeat(100_000)]) {
      for (const line of said(fileDemand, { 'calls.csv': cells }).split('\n')) {
        expect(line).toMatch(/^calls\.csv:/);
        expect(line.length).toBeLessThan(600);
      }
    }
  });
  it('that a row has more cells than there are headers', () => {
    const commas = 'start,offered\n08:00,10,5\n08:30,3,\n09:00,4\n';
    expect(said(fileDemand, { 'calls.csv': commas })).toMatchInlineSnapshot(`
      "calls.csv:2:3: expected at most 2 cells, as in the headers, got "5" beyond them. Try digits with a point, and quotes around a cell with a comma in it.
      calls.csv:2:3: 应为至多 2 个单元格（与表头相同），实为多出“5”。建议：小数用点，含逗号的单元格加引号。"
    `);
  });
  it('that it has no days to choose from', () => {
    const demand = changed([
      '{ kind: constant-rate, perHour: 120 }',
      '{ kind: interval-profile, file: calls.csv, day: 7 }',
    ]);
    expect(said(demand, { 'calls.csv': 'start,offered\n08:00,1\n08:30,1\n' })).toMatchInlineSnapshot(`
      "test.yaml:9:63 work.inquiry.arrivals.day: expected a file with a column of days, got 7.
      test.yaml:9:63 work.inquiry.arrivals.day: 应为带有日期列的文件，实为 7。"
    `);
  });
  it('that a row is missing, stands twice or is out of order', () => {
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n08:00,1\n08:30,1\n09:30,1\n' })).toMatchInlineSnapshot(`
      "calls.csv:4:1 start: expected the row for 09:00, got 09:30. Try a row for each interval, with 0 where there was nothing.
      calls.csv:4:1 start: 应为 09:00 的一行，实为 09:30。建议：每个时段一行，没有来电则写 0。"
    `);
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n08:00,1\n08:30,1\n08:30,1\n' })).toMatchInlineSnapshot(`
      "calls.csv:4:1 start: expected each row once, got 08:30 as in line 3.
      calls.csv:4:1 start: 应为每行只出现一次，实为 08:30 与第 3 行重复。"
    `);
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n08:30,1\n09:00,1\n08:00,1\n' })).toMatchInlineSnapshot(`
      "calls.csv:4:1 start: expected a time after 09:00, got 08:00. Try to write the steps in the order of the day.
      calls.csv:4:1 start: 应为晚于 09:00 的时刻，实为 08:00。建议：按一天的先后顺序书写。"
    `);
  });
  it('of rows in disorder only which are, not every step that then looks odd', () => {
    const disorder = 'start,offered\n08:00,1\n09:00,1\n08:30,1\n09:30,1\n10:00,1\n10:30,1\n';
    expect(faultsOf(fileDemand, { 'calls.csv': disorder }).en).toEqual([
      'calls.csv:4:1 start: expected a time after 09:00, got 08:30. Try to write the steps in the order of the day.',
    ]);
  });
  it('that one row does not tell its length', () => {
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n08:00,1\n' })).toMatchInlineSnapshot(`
      "test.yaml:9:47 work.inquiry.arrivals.file: expected at least two rows, or intervalMinutes, got one row. Try "intervalMinutes: 30".
      test.yaml:9:47 work.inquiry.arrivals.file: 应为至少两行，或写明 intervalMinutes，实为一行。建议：“intervalMinutes: 30”。"
    `);
  });
  it('that it holds several days, or not the day asked for', () => {
    const days = 'day,start,offered\n1,08:00,1\n1,08:30,1\n2,08:00,1\n2,08:30,1\n';
    expect(said(fileDemand, { 'calls.csv': days })).toMatchInlineSnapshot(`
      "test.yaml:9:47 work.inquiry.arrivals.file: expected to know which day of the file, got 2 days. Try "day: 1" beside the file, or --day 1.
      test.yaml:9:47 work.inquiry.arrivals.file: 应为说明使用文件中的哪一天，实为 2 天。建议：在文件旁写“day: 1”，或用 --day 1。"
    `);
    expect(
      said(fileDemand.replace('file: calls.csv', 'file: calls.csv, day: 3'), { 'calls.csv': days }),
    ).toMatchInlineSnapshot(`
      "test.yaml:9:63 work.inquiry.arrivals.day: expected a day of the file (1 … 2), got 3.
      test.yaml:9:63 work.inquiry.arrivals.day: 应为文件中的一天（1 … 2），实为 3。"
    `);
  });
  it('that it lacks a date simulated', () => {
    expect(
      said(fileDemand, { 'calls.csv': 'date,start,offered\n2026-03-03,08:00,1\n2026-03-03,08:30,1\n' }),
    ).toMatchInlineSnapshot(`
      "test.yaml:9:47 work.inquiry.arrivals.file: expected rows for 2026-03-02, got none.
      test.yaml:9:47 work.inquiry.arrivals.file: 应为 2026-03-02 有数据行，实为没有。"
    `);
  });
  it('that demand lies outside the hours', () => {
    expect(said(fileDemand, { 'calls.csv': 'start,offered\n19:30,1\n20:00,1\n' })).toMatchInlineSnapshot(`
      "calls.csv:3:2 offered: expected demand within the opening hours, got some from 20:00 to 20:30, when it is always closed. Try longer hours, or "outsideHours: counted" to count those contacts as not offered.
      calls.csv:3:2 offered: 应为开放时段内的需求，实为 20:00 至 20:30（始终不开放）也有需求。建议：延长开放时段，或写“outsideHours: counted”只计数不受理。"
    `);
  });
  it('no more than twenty faults one by one', () => {
    const cells = Array.from({ length: 25 }, (_, i) => `${8 + Math.floor(i / 2)}:${i % 2 ? '30' : '00'},x`).join('\n');
    expect(faultsOf(fileDemand, { 'calls.csv': `start,offered\n${cells}` }).en.slice(18)).toMatchInlineSnapshot(`
      [
        "calls.csv:20:2 offered: expected a number, got "x". Try digits with a point, such as 118 or 12.5.",
        "calls.csv:21:2 offered: expected a number, got "x". Try digits with a point, such as 118 or 12.5.",
        "calls.csv: and 5 more faults in this file.",
      ]
    `);
  });
});

describe('resolve says of a roster', () => {
  const head = 'name,group,start,end,break\n';
  it('that it is fine', () => {
    expect(said(rosterPeople, { 'roster.csv': `${head}Li,hotline,08:00,20:00,10:00-10:15|12:00-12:30\n` })).toBe('');
  });
  it('that a group is unknown, and an agent in two', () => {
    expect(said(rosterPeople, { 'roster.csv': `${head}Li,hotlin,08:00,20:00,\n` })).toMatchInlineSnapshot(`
      "roster.csv:2:1: expected a group of the scenario (hotline), got "hotlin". Try "hotline".
      roster.csv:2:1: 应为场景中的班组（hotline），实为“hotlin”。建议：“hotline”。"
    `);
    const two = changed(['staff: 10 }', '}\n    other: { skills: { inquiry: 1 } }\n  roster: { file: roster.csv }']);
    expect(
      said(two, { 'roster.csv': `${head}Li,hotline,08:00,12:00,\nLi,other,12:00,20:00,\n` }),
    ).toMatchInlineSnapshot(`
      "roster.csv:3:1: expected one group of Li, got "other" beside "hotline". Try two different names for two people.
      roster.csv:3:1: 应为 Li 的班组一致，实为“other”与“hotline”。建议：两人用两个不同的姓名。"
    `);
  });
  it('that shifts overlap', () => {
    expect(
      said(rosterPeople, { 'roster.csv': `${head}Li,hotline,08:00,20:00,\nLi,hotline,19:00,22:00,\n` }),
    ).toMatchInlineSnapshot(`
      "roster.csv:3:3: expected shifts of Li that do not overlap, got one over 2026-03-02 08:00–20:00 (roster.csv:2:3). Try other times, or two different names for two people.
      roster.csv:3:3: 应为 Li 的班次互不重叠，实为与 2026-03-02 08:00–20:00 重叠（roster.csv:2:3）。建议：改时间，或两人用两个不同的姓名。"
    `);
  });
  it('that breaks overlap, lie outside or are no breaks', () => {
    expect(said(rosterPeople, { 'roster.csv': `${head}A,hotline,08:00,20:00,lunch\n` })).toMatchInlineSnapshot(`
      "roster.csv:2:5: expected times from-to, got "lunch". Try 10:00-10:15, several joined by |.
      roster.csv:2:5: 应为起止时刻，实为“lunch”。建议：10:00-10:15，多个之间用 | 分隔。"
    `);
    const breaks = ['10:00-10:30|10:15-10:45', '07:00-07:15'];
    const rows = breaks.map((one, i) => `A${i},hotline,08:00,20:00,${one}\n`).join('');
    expect(said(rosterPeople, { 'roster.csv': head + rows })).toMatchInlineSnapshot(`
      "roster.csv:2:5: expected one activity of A0 at a time, got one over 2026-03-02 10:00–10:30 (roster.csv:2:5).
      roster.csv:3:5: expected an activity within a shift of A1, got break 2026-03-02 07:00–07:15.
      roster.csv:2:5: 应为 A0 同一时间只有一项活动，实为与 2026-03-02 10:00–10:30 重叠（roster.csv:2:5）。
      roster.csv:3:5: 应为活动在 A1 的班次之内，实为小休 2026-03-02 07:00–07:15。"
    `);
  });
  it('that nobody works on the days simulated', () => {
    expect(
      said(rosterPeople, { 'roster.csv': 'agent,group,start,end,date\nLi,hotline,08:00,20:00,2027-01-01\n' }),
    ).toMatchInlineSnapshot(`
      "roster.csv: expected shifts within the days of the scenario (2026-03-02 – 2026-03-02), got a roster for 2027-01-01.
      roster.csv: 应为场景日期（2026-03-02 – 2026-03-02）之内的班次，实为 2027-01-01 的班表。"
    `);
  });
  it('that a group has head-counts too', () => {
    const both = changed(['staff: 10 }', 'staff: 10 }\n  roster: { file: roster.csv }']);
    expect(said(both, { 'roster.csv': `${head}Li,hotline,08:00,20:00,\n` })).toMatchInlineSnapshot(`
      "test.yaml:14:40 people.groups.hotline.staff: expected either head-counts or people of the roster for hotline, got both. Try to remove staff, or the group from the roster.
      test.yaml:14:40 people.groups.hotline.staff: 应为 hotline 只用人数或只用班表，实为两者都有。建议：删除 staff，或从班表中删除该组。"
    `);
  });
  it('that hours have nobody', () => {
    expect(said(rosterPeople, { 'roster.csv': `${head}Li,hotline,08:00,17:00,\n` })).toMatchInlineSnapshot(`
      "test.yaml:8:12 work.inquiry.hours: expected staff for inquiry whenever it is open, got nobody from 17:00 to 20:00 on 2026-03-02. Try shorter hours, or staff at that time.
      test.yaml:8:12 work.inquiry.hours: 应为 inquiry 开放时有人值守，实为 2026-03-02 17:00 至 20:00 无人。建议：缩短开放时段，或在该时段安排人员。"
    `);
  });
});

describe('resolve says of quality assurance', () => {
  const evaluated = changed(
    [
      'people:',
      '  evaluation: { channel: case, handleSeconds: 540 }\nquality:\n  samples: { daily: { kind: simple, of: [inquiry], becomes: evaluation } }\npeople:',
    ],
    ['staff: 10 }', 'staff: 10 }\n    evaluators: { skills: { evaluation: 1 }, staff: 2 }'],
  );
  const but = (...pairs: [string, string][]) => pairs.reduce((text, [from, to]) => text.replace(from, to), evaluated);
  it('nothing when it is fine', () => {
    expect(said(evaluated)).toBe('');
  });
  it('that the weights of a form do not make 1', () => {
    expect(said(but(['quality:', 'quality:\n  form: { wording: 0.3, correctness: 0.5 }']))).toMatchInlineSnapshot(`
      "test.yaml:14:3 quality.form: expected weights of the form that make 1 together, got 0.8. Try fractions of the score, such as { wording: 0.2, correctness: 0.5, process: 0.3 }.
      test.yaml:14:3 quality.form: 应为评分表各项权重合计为 1，实为 0.8。建议：写成占总分的比例，例如 { wording: 0.2, correctness: 0.5, process: 0.3 }。"
    `);
  });
  it('that somebody would score himself', () => {
    expect(said(but(['{ evaluation: 1 }', '{ evaluation: 1, inquiry: 1 }']))).toMatchInlineSnapshot(`
      "test.yaml:18:29 people.groups.evaluators.skills.evaluation: expected evaluators who do not handle what they evaluate, got evaluators, who handle inquiry and score it by evaluation. Try a group of its own for evaluation.
      test.yaml:18:29 people.groups.evaluators.skills.evaluation: 应为质检员不得处理其所评的业务，实为 evaluators 既处理 inquiry，又以 evaluation 评分。建议：为 evaluation 另设一个班组。"
    `);
  });
  it('that evaluations wait in a line, are sampled themselves, or have nobody', () => {
    expect(
      said(but(['channel: case', 'patienceSeconds: 60, channel: voice'], ['handleSeconds', 'talkSeconds'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:12:47 work.evaluation.channel: expected work that no customer waits for, got evaluation by voice. Try \`channel: case\` in evaluation.
      test.yaml:12:47 work.evaluation.channel: 应为没有客户在等的业务，实为 evaluation，渠道 voice。建议：在 evaluation 下写 channel: case。"
    `);
    expect(said(but(['of: [inquiry]', 'of: [inquiry, evaluation]']))).toMatchInlineSnapshot(`
      "test.yaml:14:73 quality.samples.daily.becomes: expected an evaluation, which is not itself drawn by this sample, got evaluation. Try work of its own, such as \`evaluation\`, with \`handleSeconds\`.
      test.yaml:14:73 quality.samples.daily.becomes: 应为质检业务，且不在本抽样的对象之中，实为 evaluation。建议：另立业务，例如 evaluation，并给出 handleSeconds。"
    `);
    expect(
      said(but(['evaluators: { skills: { evaluation: 1 }', 'evaluators: { skills: { inquiry: 1 }'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:12:3 work.evaluation: expected a group with the skill "evaluation", got none. Try "evaluation: 1" under the skills of a group.
      test.yaml:12:3 work.evaluation: 应为有班组具备技能“evaluation”，实为没有。建议：在某班组的 skills 下写“evaluation: 1”。"
    `);
    expect(
      said(but(['staff: 2', 'staff: [{ from: "09:00", agents: 2 }, { from: "17:00", agents: 0 }]'])),
    ).toMatchInlineSnapshot(`
      "test.yaml:12:15 work.evaluation.hours: expected staff for evaluation whenever it is open, got nobody from 00:00 to 09:00 on 2026-03-02. Try shorter hours, or staff at that time.
      test.yaml:12:15 work.evaluation.hours: 应为 evaluation 开放时有人值守，实为 2026-03-02 00:00 至 09:00 无人。建议：缩短开放时段，或在该时段安排人员。"
    `);
  });
  it('that a sample, a percentage or a group is unknown', () => {
    expect(said(but(['kind: simple', 'kind: simpel']))).toMatchInlineSnapshot(`
      "test.yaml:14:29 quality.samples.daily.kind: expected one of simple, stratified, per-agent, risk-based, newcomers-first, automatic, got "simpel". Try "simple".
      test.yaml:14:29 quality.samples.daily.kind: 应为以下之一：simple、stratified、per-agent、risk-based、newcomers-first、automatic，实为 "simpel"。建议：“simple”。"
    `);
    expect(said(but(['kind: simple', 'kind: simple, percent: 120']))).toMatchInlineSnapshot(`
      "test.yaml:14:46 quality.samples.daily.percent: expected a number of at most 100, got 120.
      test.yaml:14:46 quality.samples.daily.percent: 应为不大于 100 的数字，实为 120。"
    `);
    expect(said(but(['kind: simple', 'kind: newcomers-first, groups: [newbies]']))).toMatchInlineSnapshot(`
      "test.yaml:14:55 quality.samples.daily.groups[0]: expected the name of a group of agents (hotline, evaluators), got "newbies".
      test.yaml:14:55 quality.samples.daily.groups[0]: 应为班组名称（hotline、evaluators），实为“newbies”。"
    `);
    expect(said(but(['becomes: evaluation', 'becomes: evaluatoin']))).toMatchInlineSnapshot(`
      "test.yaml:12:3 work.evaluation: expected \`arrivals\`, or other work that becomes evaluation, got neither. Try to name evaluation under \`becomes\` of the work that it follows, or to give it \`arrivals\`.
      test.yaml:14:61 quality.samples.daily.becomes: expected the name of a type of work (inquiry, evaluation), got "evaluatoin". Try "evaluation".
      test.yaml:12:3 work.evaluation: 应为 arrivals，或有其他业务转为 evaluation，实为两者皆无。建议：在其前序业务的 becomes 下写明 evaluation，或为其给出 arrivals。
      test.yaml:14:61 quality.samples.daily.becomes: 应为业务名称（inquiry、evaluation），实为“evaluatoin”。建议：“evaluation”。"
    `);
  });
  it('that a promise begins on a day that is not simulated', () => {
    expect(said(base.replace('atLeast: 0.8', 'atLeast: 0.8, from: 2026-04-01'))).toMatchInlineSnapshot(`
      "test.yaml:16:66 promises[0].from: expected a day that is simulated, got 2026-04-01. Try a date from 2026-03-02 to 2026-03-02.
      test.yaml:16:66 promises[0].from: 应为仿真范围内的日期，实为 2026-04-01。建议：2026-03-02 至 2026-03-02 之间的日期。"
    `);
    expect(said(base.replace('atLeast: 0.8', 'atLeast: 0.8, from: 2026-03-02'))).toBe('');
  });
  it('that two uncertain inputs have one name, by which they would be drawn alike', () => {
    const entry = '{ name: v, affects: [arrivals], cv: 0.1 }';
    expect(said(`${base}uncertainty: [${entry}, ${entry}]\n`)).toMatchInlineSnapshot(`
      "test.yaml:17:66 uncertainty[1].name: expected each name once, got "v" again.
      test.yaml:17:66 uncertainty[1].name: 应为每个名称只出现一次，实为“v”重复。"
    `);
    expect(said(`${base}uncertainty: [${entry}, ${entry.replace('v,', 'w,')}]\n`)).toBe('');
  });
  it('that something depends on a quality that nobody has', () => {
    const poor = '    resolvedPerPointBelow: 0.01\n    satisfaction: { perPointBelow: 1 }\n';
    expect(said(base.replace('people:', `${poor}people:`))).toMatchInlineSnapshot(`
      "test.yaml:12:5 work.inquiry.resolvedPerPointBelow: expected a section \`quality\`, since this depends on it, got none. Try \`quality: {}\`, or to leave this key out.
      test.yaml:13:21 work.inquiry.satisfaction.perPointBelow: expected a section \`quality\`, since this depends on it, got none. Try \`quality: {}\`, or to leave this key out.
      test.yaml:12:5 work.inquiry.resolvedPerPointBelow: 应为须有 quality 一节，此处依赖于它，实为没有。建议：写 quality: {}，或删去此键。
      test.yaml:13:21 work.inquiry.satisfaction.perPointBelow: 应为须有 quality 一节，此处依赖于它，实为没有。建议：写 quality: {}，或删去此键。"
    `);
    expect(said(base.replace('measure: answered-within, seconds: 20', 'measure: qa-pass-rate'))).toMatchInlineSnapshot(`
      "test.yaml:16:16 promises[0].measure: expected work with \`quality\`, for qa-pass-rate counts it, got work without. Try a section \`quality\` that covers it.
      test.yaml:16:16 promises[0].measure: 应为设有 quality 的业务（qa-pass-rate 据此计数），实为没有。建议：增加涵盖该业务的 quality 一节。"
    `);
  });
});

describe('resolve says of demand from outside', () => {
  const two = changed(
    [
      'people:',
      '  other: { arrivals: { kind: constant-rate, perHour: 1 }, talkSeconds: 1, patienceSeconds: 1 }\npeople:',
    ],
    ['{ inquiry: 1 }', '{ inquiry: 1, other: 1 }'],
  );
  const files = { 'x.csv': 'day,start,offered\n1,08:00,5\n1,08:30,7\n2,08:00,8\n2,08:30,9\n' };
  it('nothing when it fits', () => {
    expect(faultsOf(base, files, { demand: { file: 'x.csv', day: 2 } }).en).toEqual([]);
    expect(faultsOf(two, files, { demand: { file: 'x.csv', day: 2, work: 'inquiry' } }).en).toEqual([]);
  });
  it('nothing when all that read one file read another, and what is wrong with each', () => {
    const read = (column: string) =>
      `arrivals: { kind: interval-profile, file: a.csv, columns: { offered: ${column} } }, talkSeconds: 1, patienceSeconds: 1`;
    const both = changed(
      ['people:', `  other: { ${read('b')} }\n  third: { ${read('c')} }\npeople:`],
      ['{ inquiry: 1 }', '{ inquiry: 1, other: 1, third: 1 }'],
    );
    const tables = { 'a.csv': 'start,b,c\n08:00,5,6\n08:30,7,8\n', 'next.csv': 'start,b,c\n08:00,1,2\n08:30,3,4\n' };
    expect(faultsOf(both, tables, { demand: { file: 'next.csv' } }).en).toEqual([]);
    expect(
      faultsOf(both, { ...tables, 'next.csv': 'start,b\n08:00,1\n08:30,3\n' }, { demand: { file: 'next.csv' } }),
    ).toMatchInlineSnapshot(`
      {
        "en": [
          "next.csv:1: expected a column offered (c), got the columns start, b. Try "columns: { offered: <its header> }" in the scenario.",
        ],
        "zh": [
          "next.csv:1: 应为有 offered 列（c），实为以下各列：start、b。建议：在场景中写“columns: { offered: <表头> }”。",
        ],
      }
    `);
    expect(faultsOf(both, { 'a.csv': tables['a.csv'] }, { demand: { file: 'next.csv' } })).toMatchInlineSnapshot(`
      {
        "en": [
          "next.csv: expected a file that can be read, got no file next.csv. Try a path relative to the scenario file.",
        ],
        "zh": [
          "next.csv: 应为可读取的文件，实为不存在的 next.csv。建议：使用相对于场景文件的路径。",
        ],
      }
    `);
  });
  it('that it must be told whose demand it is, and which day', () => {
    expect(faultsOf(two, files, { demand: { file: 'x.csv' } })).toMatchInlineSnapshot(`
      {
        "en": [
          "test.yaml:7:3 work: expected to know whose demand the file holds (inquiry, other), got none. Try --work inquiry.",
        ],
        "zh": [
          "test.yaml:7:3 work: 应为说明文件是哪种业务的需求（inquiry、other），实为未说明。建议：--work inquiry。",
        ],
      }
    `);
    expect(faultsOf(two, files, { demand: { file: 'x.csv', work: 'othr' } })).toMatchInlineSnapshot(`
      {
        "en": [
          "test.yaml:7:3 work: expected the name of a type of work (inquiry, other), got "othr". Try "other".",
        ],
        "zh": [
          "test.yaml:7:3 work: 应为业务名称（inquiry、other），实为“othr”。建议：“other”。",
        ],
      }
    `);
    // A day of arrivals that read no file: nothing there has days.
    expect(faultsOf(base, files, { demand: { day: 2 } })).toMatchInlineSnapshot(`
      {
        "en": [
          "test.yaml:9:15 work.inquiry.arrivals: expected arrivals that read a file, of which --day 2 could choose a day, got none. Try --demand <file>.",
        ],
        "zh": [
          "test.yaml:9:15 work.inquiry.arrivals: 应为读取文件的来话（--day 2 从中选一天），实为没有文件。建议：加上 --demand <文件>。",
        ],
      }
    `);
    expect(faultsOf(base, files, { demand: { file: 'x.csv' } })).toMatchInlineSnapshot(`
      {
        "en": [
          "x.csv: expected to know which day of the file, got 2 days. Try "day: 1" beside the file, or --day 1.",
        ],
        "zh": [
          "x.csv: 应为说明使用文件中的哪一天，实为 2 天。建议：在文件旁写“day: 1”，或用 --day 1。",
        ],
      }
    `);
  });
});
