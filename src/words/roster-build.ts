/** What `callfloor roster build` says. */
import { formatNumber, formatPercent } from './format.ts';

const share = (lang: 'en' | 'zh', v: number) => formatPercent(lang, v, 1);

/** What fresh days say: of the days, and of promises of intervals that are not held for sure. */
interface FindingWords {
  days: { share: number; low: number; high: number; asked: number } | null;
  promises: readonly string[];
}

const daysEn = (v: NonNullable<FindingWords['days']>) =>
  `on ${share('en', v.share)} of days (${share('en', v.low)} to ${share('en', v.high)}) all promises of the day are kept together; ${share('en', v.asked)} are asked`;
const daysZh = (v: NonNullable<FindingWords['days']>) =>
  `${share('zh', v.share)} 的日子（${share('zh', v.low)} 至 ${share('zh', v.high)}）同时兑现当日全部承诺，要求为 ${share('zh', v.asked)}`;
const missEn = ({ days, promises }: FindingWords) => {
  const parts = days === null ? [] : [daysEn(days)];
  if (promises.length > 0) parts.push(`not kept for sure in every interval: ${promises.join(', ')}`);
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
};
const missZh = ({ days, promises }: FindingWords) => {
  const parts = days === null ? [] : [daysZh(days)];
  if (promises.length > 0) parts.push(`不能确定在每个时段都兑现：${promises.join('、')}`);
  return parts.length === 0 ? '' : `：${parts.join('；')}`;
};

export const en = {
  command: 'build a roster out of the shifts of a scenario that keeps its promises at the least cost',
  options: {
    runs: 'days (runs) on which the finished roster is judged; it has seen none of them',
    teachRuns: 'days (runs) from which each round learns',
    erlangDemand: "also judge Erlang C's roster for so many times the mean demand; may be given several times",
  },
  progress: {
    choosing: (v: { round: number }) => `round ${v.round}: choosing shifts`,
    simulating: (v: { round: number }) => `round ${v.round}: simulating`,
    checking: (v: { round: number }) => `round ${v.round}: judging on fresh days`,
    comparing: () => 'comparing with Erlang C',
    cost: (v: { cost: number; bound: number | null }) =>
      v.bound === null
        ? `cost ${formatNumber('en', v.cost, 1)}`
        : `cost ${formatNumber('en', v.cost, 1)} (as taught at least ${formatNumber('en', v.bound, 1)}, gap ${formatPercent('en', Math.max(0, 1 - v.bound / v.cost), 2)})`,
    share: (v: { share: number }) => `holds on ${share('en', v.share)} of days`,
  },
  noGroup: (v: { file: string; person: string }) =>
    `${v.file}: expected every person in a group of the scenario, got ${v.person} with skills that no group has. Try to add a group with these skills.`,
  forbidden: (v: { pattern: string; rules: readonly string[] }) =>
    `No shift of the pattern "${v.pattern}" keeps ${v.rules.length === 1 ? 'the labour rule' : 'the labour rules'} ${v.rules.join(', ')}: it is not used.`,
  noShifts: (v: { file: string; why: readonly string[] }) =>
    `${v.file}: shifts.patterns: expected shifts that may begin on the days of the scenario and keep the labour rules, got none.${v.why.map((one) => ` ${one}`).join('')} Try other lengths, breaks or days, or a rule with "hard: false".`,
  unfilled: (v: { count: number }) =>
    `${v.count === 1 ? '1 shift' : `${v.count} shifts`} that the promises need could be given to nobody under the rules.`,
  wishes: (v: { people: number; shifts: number; against: number }) =>
    `${formatNumber('en', v.people)} people said what they would rather: of their ${formatNumber('en', v.shifts)} shifts ${formatNumber('en', v.against)} go against a wish.`,
  stopping: 'Stopping; if there is a roster already, the best one is written.',
  nothing: 'Stopped before a roster was chosen; nothing was written.',
  finding: {
    held: (v: FindingWords) =>
      `The roster holds: ${v.days === null ? 'every promise is kept in every interval' : daysEn(v.days)}.`,
    broken: (v: FindingWords) => `The roster does not hold${missEn(v)}.`,
    undecided: (v: FindingWords) => `The roster is not shown to hold${missEn(v)}.`,
    unchecked: () => 'Stopped before fresh days could judge the roster.',
  },
  shortfall: {
    'no-shift': (v: { promise: string; from: string; to: string }) =>
      `From ${v.from} to ${v.to} "${v.promise}" is broken: somewhere in it no shift of the scenario has anybody on queue. Allow earlier, later or other shifts.`,
    'no-people': (v: { promise: string; from: string; to: string }) =>
      `From ${v.from} to ${v.to} "${v.promise}" is broken: whoever can do the work does as much as contracts, leave and rules allow.`,
    unknown: (v: { promise: string; from: string; to: string }) =>
      `From ${v.from} to ${v.to} "${v.promise}" is broken.`,
    more: (v: { count: number }) => `So are ${formatNumber('en', v.count)} more stretches.`,
  },
  cost: (v: { hours: number; people: number; cost: number; money: boolean }) =>
    `It pays ${formatNumber('en', v.hours, 1)} hours in ${formatNumber('en', v.people)} shifts${v.money ? `, ${formatNumber('en', v.cost, 0)} in all` : ''}.`,
  erlangC: (v: {
    busy: number;
    cost: number;
    ours: number;
    holds: boolean;
    share: number | null;
    runs: number;
    asked: number;
  }) =>
    `Erlang C in every interval, with the same shifts and rules, for a demand ${formatNumber('en', v.busy, 3)} times the mean: ${formatNumber('en', v.cost, 1)} hours' cost, ${formatPercent('en', Math.abs(v.cost / v.ours - 1), 1)} ${v.cost >= v.ours ? 'more' : 'less'} than this roster. On ${formatNumber('en', v.runs)} fresh days it ${v.holds ? 'holds' : 'is not shown to hold'}${v.share === null ? '' : `: all promises of the day hold on ${formatPercent('en', v.share, 1)} of them${!v.holds && v.share >= v.asked ? ', which is not sure enough, or not every interval keeps its own' : ''}`}.`,
  files: (v: { path: string }) => `Roster: ${v.path}`,
  page: {
    heading: (v: { name: string }) => `Roster built – ${v.name}`,
    madeBy: (v: { version: string; seed: string; runs: string; teachRuns: string }) =>
      `Callfloor ${v.version}, seed ${v.seed}: learnt from ${v.teachRuns} days a round, judged on ${v.runs} others`,
    sections: {
      shortfall: 'Why it does not hold',
      verdict: 'What it costs',
      staff: 'Is anybody missing?',
      shifts: 'Who works when',
      beside: 'Beside Erlang C',
      rounds: 'How it was found',
      computed: 'How this was computed',
    },
    table: {
      beside: 'The same shifts and rules with Erlang C in every interval',
      roster: 'roster',
      built: 'built',
      erlangC: (v: { busy: string }) => `Erlang C for ${v.busy} times the mean demand`,
      cost: 'cost',
      against: 'against it',
      share: 'days on which all promises of the day hold',
      verdict: 'on fresh days',
      holds: 'holds',
      doesNot: 'not shown to hold',
      rounds: 'Rounds of choosing and simulating',
      round: 'round',
      bound: 'as taught at least',
      taught: 'holds on days learnt from',
      fresh: 'holds on fresh days',
    },
    method: [
      'A mixed-integer model takes shifts of the scenario at the least cost with which Erlang A, asked with the load that is really there, keeps the promises; the roster is simulated; where a promise fails or is kept too well, that becomes a cut of the model, and so on.',
      'Figures and charts are of fresh days: no choice has seen them. Required agents are those of Erlang A and C for the mean day, each interval by itself.',
      '“As taught at least” bounds the model as taught, not the problem: it holds if the cuts are right everywhere. It is left out where the shifts and people there are cannot keep what was taught.',
    ] as readonly string[],
  },
  chart: {
    question: 'Who is there when?',
    title: (v: { people: string; shifts: string }) =>
      v.people === v.shifts
        ? `${v.people} people, a row each`
        : `${v.people} people, a row each, in ${v.shifts} shifts`,
    reading: (v: { first: string; from: string; to: string }) =>
      `Rows are in the order of starts. The first is ${v.first}, ${v.from} to ${v.to}.`,
    axis: 'people',
    onQueue: 'on queue',
    activities: {
      break: 'break',
      lunch: 'lunch',
      training: 'training',
      meeting: 'meeting',
      coaching: 'coaching',
      other: 'other',
    },
  },
};

export const zh: typeof en = {
  command: '用场景中的班次排出以最低成本兑现承诺的班表',
  options: {
    runs: '用于判定最终班表的天数（仿真次数），排班时从未见过',
    teachRuns: '每一轮用于学习的天数（仿真次数）',
    erlangDemand: '另外评判需求为均值若干倍时的 Erlang C 班表，可多次给出',
  },
  progress: {
    choosing: (v) => `第 ${v.round} 轮：选择班次`,
    simulating: (v) => `第 ${v.round} 轮：仿真`,
    checking: (v) => `第 ${v.round} 轮：用新的日子判定`,
    comparing: () => '与 Erlang C 比较',
    cost: (v) =>
      v.bound === null
        ? `成本 ${formatNumber('zh', v.cost, 1)}`
        : `成本 ${formatNumber('zh', v.cost, 1)}（按已学内容至少 ${formatNumber('zh', v.bound, 1)}，差距 ${formatPercent('zh', Math.max(0, 1 - v.bound / v.cost), 2)}）`,
    share: (v) => `${share('zh', v.share)} 的日子达标`,
  },
  noGroup: (v) =>
    `${v.file}：应为每人属于场景中的一个班组，实为 ${v.person} 的技能不属于任何班组。建议：增加具有这些技能的班组。`,
  forbidden: (v) => `班次模式“${v.pattern}”没有一个班次符合劳动规则 ${v.rules.join('、')}，不予使用。`,
  noShifts: (v) =>
    `${v.file}：shifts.patterns：应为能在场景日期开始且符合劳动规则的班次，实为没有。${v.why.join('')}建议：改变时长、休息或日期，或给规则写 hard: false。`,
  unfilled: (v) => `按规则有 ${v.count} 个所需班次无人可排。`,
  wishes: (v) =>
    `${formatNumber('zh', v.people)} 人写明了意愿：在他们的 ${formatNumber('zh', v.shifts)} 个班次中，有 ${formatNumber('zh', v.against)} 个违背意愿。`,
  stopping: '正在停止；若已有班表，将写出其中最好的一份。',
  nothing: '在选出班表之前已停止，未写出任何内容。',
  finding: {
    held: (v) => `班表达标：${v.days === null ? '每个时段的每项承诺都兑现' : daysZh(v.days)}。`,
    broken: (v) => `班表不达标${missZh(v)}。`,
    undecided: (v) => `班表不能确定达标${missZh(v)}。`,
    unchecked: () => '在用新的日子判定班表之前已停止。',
  },
  shortfall: {
    'no-shift': (v) =>
      `${v.from}–${v.to} 守不住“${v.promise}”：其中有时段没有任何班次在线。请允许更早、更晚或其他班次。`,
    'no-people': (v) => `${v.from}–${v.to} 守不住“${v.promise}”：会做该业务的人已排到合同、休假与规则的上限。`,
    unknown: (v) => `${v.from}–${v.to} 守不住“${v.promise}”。`,
    more: (v) => `另有 ${formatNumber('zh', v.count)} 段也守不住。`,
  },
  cost: (v) =>
    `共 ${formatNumber('zh', v.people)} 个班次，带薪 ${formatNumber('zh', v.hours, 1)} 小时${v.money ? `，合计 ${formatNumber('zh', v.cost, 0)}` : ''}。`,
  erlangC: (v) =>
    `逐时段 Erlang C、同样的班次与规则、需求为均值的 ${formatNumber('zh', v.busy, 3)} 倍：成本 ${formatNumber('zh', v.cost, 1)} 工时，比本班表${v.cost >= v.ours ? '多' : '少'} ${formatPercent('zh', Math.abs(v.cost / v.ours - 1), 1)}。在 ${formatNumber('zh', v.runs)} 个新的模拟日上${v.holds ? '守得住' : '不能确定守得住'}${v.share === null ? '' : `：${formatPercent('zh', v.share, 1)} 的天数守住当日全部承诺${!v.holds && v.share >= v.asked ? '，但把握不足，或并非每个时段都守住自己的承诺' : ''}`}。`,
  files: (v) => `班表：${v.path}`,
  page: {
    heading: (v) => `排出的班表 – ${v.name}`,
    madeBy: (v) => `Callfloor ${v.version}，随机种子 ${v.seed}：每轮向 ${v.teachRuns} 天学习，另用 ${v.runs} 天判定`,
    sections: {
      shortfall: '为何守不住',
      verdict: '成本如何',
      staff: '缺不缺人？',
      shifts: '谁何时上班',
      beside: '与 Erlang C 对照',
      rounds: '如何找到',
      computed: '如何得出',
    },
    table: {
      beside: '同样的班次与规则，逐时段按 Erlang C 排班',
      roster: '班表',
      built: '排出的',
      erlangC: (v) => `Erlang C，需求为均值的 ${v.busy} 倍`,
      cost: '成本',
      against: '与其相比',
      share: '当日全部承诺兑现的天数',
      verdict: '在新的模拟日上',
      holds: '守得住',
      doesNot: '不能确定守得住',
      rounds: '选择与仿真的各轮',
      round: '轮次',
      bound: '按已学内容至少',
      taught: '学习日达标',
      fresh: '新的模拟日达标',
    },
    method: [
      '混合整数模型以最低成本选取场景中的班次，使 Erlang A 按实际负荷兑现承诺；随后仿真；承诺守不住或守得过好之处成为模型的割平面，如此反复。',
      '数字与图表来自新的模拟日，选择时从未见过。所需坐席为 Erlang A 与 C 对平均日逐时段的计算。',
      '“按已学内容至少”是已学模型的下界，不是问题本身的下界：仅当割平面处处正确时成立。若现有班次与人员无法兑现已学内容，则不列出。',
    ],
  },
  chart: {
    question: '何时有谁在？',
    title: (v) =>
      v.people === v.shifts ? `${v.people} 人，每人一行` : `${v.people} 人，每人一行，共 ${v.shifts} 个班次`,
    reading: (v) => `按上班时间排列。第一行是 ${v.first}，${v.from} 至 ${v.to}。`,
    axis: '人员',
    onQueue: '在线',
    activities: { break: '休息', lunch: '午餐', training: '培训', meeting: '会议', coaching: '辅导', other: '其他' },
  },
};
