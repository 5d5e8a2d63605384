/** What `callfloor norm` says: the options, the judgements, why a clause cannot be tested, and the sentences of the statement. */

const list = (items: readonly string[]) => items.join(', ');
const listZh = (items: readonly string[]) => items.join('、');
const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
const percentZh = (share: number) => `${Number((share * 100).toFixed(1))}%`;

/** Names of a role that are told; there is another way to say which work it is. */
const mostNames = 3;

/** A length of time exactly: limits are never rounded. */
function span(seconds: number, units: { s: string; min: string; h: string }): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} ${units.h}`;
  if (seconds % 1800 === 0) return `${seconds / 3600} ${units.h}`;
  return seconds % 60 === 0 ? `${seconds / 60} ${units.min}` : `${seconds} ${units.s}`;
}
const length = (seconds: number) => span(seconds, { s: 's', min: 'min', h: 'h' });
const lengthZh = (seconds: number) => span(seconds, { s: '秒', min: '分钟', h: '小时' });

const outcomesZh: Readonly<Record<string, string>> = {
  outsideHours: '非服务时间',
  blocked: '呼损',
  balked: '即时离开',
  calledBack: '转为回拨',
  selfServed: '自助完成',
  abandoned: '放弃',
  sentAway: '关门时离开',
  consulted: '坐席求助',
  handled: '已处理',
  resolved: '已解决',
  unresolved: '未解决',
  dissatisfied: '不满意',
};
const outcomeZh = (outcome: string) => outcomesZh[outcome] ?? outcome;

export const en = {
  options: {
    norm: 'the norm: a YAML or JSON file of clauses (default: the telecom norm that is shipped)',
    json: 'print the statement as one JSON object instead of text',
  },
  title: (v: { norm: string; name: string }) => `${v.norm} – ${v.name}`,
  judgements: { held: 'held', broken: 'broken', undecided: 'undecided', 'not-testable': 'not testable' },
  finding: {
    broken: (v: { broken: string; clauses: string; first: string }) =>
      `${v.broken} of ${v.clauses} clauses broken: ${v.first}`,
    held: (v: { held: string; clauses: string }) => `${v.held} of ${v.clauses} clauses held, none broken`,
    undecided: (v: { count: string }) => `${v.count} undecided`,
    untestable: (v: { count: string }) => `${v.count} not testable with this scenario`,
    more: (v: { more: string }) => `${v.more} more`,
  },
  by: {
    structure: 'read from the scenario',
    declaration: 'declared by the scenario',
    simulation: 'simulated',
    none: '',
  },
  result: (v: { measure: string; value: string; interval: string; promised: string; target: string }) =>
    `${v.measure}: ${v.value} (${v.interval}); ${v.promised} ${v.target}`,
  assumed: (v: { target: string; would: string }) =>
    `the norm names no share: ${v.target} is the convention here; up to ${v.would} would hold`,
  assumedNone: (v: { target: string }) =>
    `the norm names no share: ${v.target} is the convention here; no share would hold`,
  days: (v: { days: string; share: string }) => `taken alone, a day holds it on ${v.days} (${v.share})`,
  worst: (v: { hours: string }) => `worst hours: ${v.hours}`,
  hour: (v: { from: string; to: string; value: string }) => `${v.from}–${v.to} (${v.value})`,
  harmed: (v: { list: string }) => `missed, a run: ${v.list}`,
  harmedTiers: (v: { list: string }) => `missed, by tier of customers: ${v.list}`,
  harmedTier: (v: { tier: string; share: string }) => `${v.tier} ${v.share}`,
  harmedWork: (v: { work: string; channel: string; missed: string; of: string }) =>
    `${v.missed} of ${v.of} ${v.work} (${v.channel})`,
  notTested: (v: { what: string }) => `not tested: ${v.what}`,
  channels: {
    voice: 'telephone',
    chat: 'chat',
    counter: 'counter',
    message: 'messages',
    voicemail: 'voicemail',
    case: 'back office',
    outbound: 'outbound calls',
  } as Readonly<Record<string, string>>,
  notes: {
    noClock: (v: { clock: string; near: string | undefined }) =>
      `the scenario has no clock named ${v.clock}${v.near === undefined ? '' : ` (did you mean ${v.near}?)`}`,
    noWorkingHours: (v: { clock: string }) =>
      `the norm counts working days, but the clock ${v.clock} counts all hours: give it "hours", a calendar of working days`,
    noWork: (v: { role: string; names: readonly string[] }) =>
      `no work plays the role "${v.role}" (known by ${list(v.names.slice(0, mostNames))}): say which under norm.roles in the scenario`,
    nothingAsked: (v: { work: readonly string[]; section: string }) =>
      `${list(v.work)} has no "${v.section}" section, so there is nothing to count`,
    nobodyComplains: (v: { work: readonly string[] }) =>
      `no complaint ever arises of ${list(v.work)}: mark the work that complaints are with "complaint", and say after what they arise ("after" … "becomes")`,
    nobodyRests: (v: { work: readonly string[] }) =>
      `nobody who does ${list(v.work)} has a break on the roster: head-counts have none, so name the people and their breaks`,
    nothingHappened: () => 'nothing of the kind happened on the simulated days',
    notDeclared: (v: { clause: string; items: readonly string[] }) =>
      `no simulation can see it; if it is so, list ${list(v.items)} under norm.declares.${v.clause} in the scenario`,
    neverHappens: (v: { work: string; after: readonly string[] }) =>
      `no ${v.work} is ever ${v.after.join(' or ')}: give it "resolved" below 1 or "satisfaction"`,
    own: (v: { en: string; zh: string }) => v.en,
    otherLimit: (v: { clock: string; scenario: number; norm: number }) =>
      `the scenario’s clock ${v.clock} allows ${length(v.scenario)}, the norm ${length(v.norm)}: judged by the norm’s`,
    otherMoment: (v: { clock: string; by: string }) =>
      `the scenario’s clock ${v.clock} has another deadline than the norm’s ${v.by}: judged by the norm’s`,
    notAMoment: (v: { clock: string }) =>
      `the scenario’s clock ${v.clock} ends at a time of day, the norm’s after a length of time: judged by the norm’s`,
    wallClock: (v: { clock: string }) =>
      `the scenario’s clock ${v.clock} counts certain hours only, the norm’s every hour: judged by the norm’s`,
    noPauses: (v: { clock: string }) =>
      `the scenario’s clock ${v.clock} pauses, the norm’s does not: judged by the norm’s`,
    noExtension: (v: { clock: string }) =>
      `the scenario’s clock ${v.clock} may be extended, the norm’s not: judged by the norm’s`,
    stepsFollow: (v: { steps: readonly string[] }) =>
      `in this order and without a way past a step: ${v.steps.join(' → ')}`,
    stepUnreached: (v: { from: string; to: string }) => `${v.from} never becomes ${v.to}`,
    stepSkipped: (v: { from: string; to: string }) => `${v.to} is also reached without ${v.from}`,
    enough: (v: { from: string; to: string; outcome: string; found: number; share: number }) =>
      `${percent(v.found)} of ${v.from} (${v.outcome}) becomes ${v.to}, at least ${percent(v.share)} must`,
    tooFew: (v: { from: string; to: string; outcome: string; found: number; share: number }) =>
      `only ${percent(v.found)} of ${v.from} (${v.outcome}) becomes ${v.to}, at least ${percent(v.share)} must`,
    lowMark: (v: { work: string; scenario: number; norm: number }) =>
      `${v.work} fails below ${v.scenario} points only, the norm says below ${v.norm}`,
    doneWithin: (v: { hours: number }) => `and is done within ${v.hours} h`,
    declared: (v: { items: readonly string[] }) => `declared: ${list(v.items)}`,
    lacking: (v: { items: readonly string[] }) => `not declared: ${list(v.items)}`,
  },
  head: {
    clause: 'clause',
    asks: 'what it asks',
    judgement: 'judgement',
    value: 'reached',
    interval: 'interval',
    target: 'target',
    dayHolds: 'P(day holds)',
    would: 'share that would hold',
    evidence: 'evidence',
    why: 'why not',
    hour: 'worst hours',
    harmed: 'missed, a run',
    source: 'Source',
  },
  sections: {
    clauses: 'Clause by clause',
    harmed: 'When, and who is harmed',
    untestable: 'Not testable with this scenario',
    computed: 'How it was computed',
  },
  captions: {
    clauses: 'What each clause reaches',
    harmed: 'Worst hours and misses',
    untestable: 'Clauses without a judgement',
  },
  chart: {
    question: 'How far is each simulated clause from its target?',
    axis: 'points on the good (+) or the bad (−) side of the target',
    reading: (v: { broken: string; all: string }) =>
      `${v.broken} of ${v.all} simulated clauses lie wholly below their target. The bar is the interval, the dot the estimate.`,
  },
  method: (v: { runs: string; days: string; confidence: string }) =>
    `${v.runs} runs of ${v.days} simulated days; intervals at ${v.confidence} confidence (delta method, Student’s t over runs). A clause is held when its interval lies wholly on the good side of the target, broken when wholly on the bad side.`,
  clocks:
    'The scenario says where a clock starts and stops, the norm how long it may run. A share in time counts clocks that stopped or whose deadline has passed.',
  assumedShares:
    'Where the norm names a time and no share, the target is a convention, and the last column says which share would hold.',
  structure: 'Orders of steps and samples are read from what follows from what in the scenario, without chance.',
  declared: 'What no simulation can see is taken from the scenario’s own declaration.',
  norm: (v: { file: string; clauses: string }) => `Norm: ${v.file}, ${v.clauses} clauses.`,
  written: (v: { path: string }) => `Statement: ${v.path}`,
};

export const zh: typeof en = {
  options: {
    norm: '规范：条款的 YAML 或 JSON 文件（默认：随附的电信规范）',
    json: '以一个 JSON 对象输出逐条结论',
  },
  title: (v) => `${v.norm} – ${v.name}`,
  judgements: { held: '达标', broken: '未达标', undecided: '未定', 'not-testable': '无法检验' },
  finding: {
    broken: (v) => `${v.clauses} 条中有 ${v.broken} 条未达标：${v.first}`,
    held: (v) => `${v.clauses} 条中有 ${v.held} 条达标，无一未达标`,
    undecided: (v) => `${v.count} 条未定`,
    untestable: (v) => `${v.count} 条用此场景无法检验`,
    more: (v) => `另 ${v.more} 条`,
  },
  by: { structure: '由场景结构判定', declaration: '由场景声明', simulation: '经模拟', none: '' },
  result: (v) => `${v.measure}：${v.value}（${v.interval}）；${v.promised} ${v.target}`,
  assumed: (v) => `规范未写比例：此处按惯例取 ${v.target}；至多 ${v.would} 可以达标`,
  assumedNone: (v) => `规范未写比例：此处按惯例取 ${v.target}；任何比例都无法达标`,
  days: (v) => `单看一天，${v.days}达标（${v.share}）`,
  worst: (v) => `最差时段：${v.hours}`,
  hour: (v) => `${v.from}–${v.to}（${v.value}）`,
  harmed: (v) => `每次模拟未达者：${v.list}`,
  harmedTiers: (v) => `按客户等级未达比例：${v.list}`,
  harmedTier: (v) => `${v.tier} ${v.share}`,
  harmedWork: (v) => `${v.work}（${v.channel}）${v.of} 中 ${v.missed}`,
  notTested: (v) => `未检验：${v.what}`,
  channels: {
    voice: '电话',
    chat: '在线聊天',
    counter: '线下网点',
    message: '消息',
    voicemail: '留言',
    case: '后台',
    outbound: '外呼',
  },
  notes: {
    noClock: (v) => `场景中没有名为 ${v.clock} 的时限${v.near === undefined ? '' : `（是否指 ${v.near}？）`}`,
    noWorkingHours: (v) => `规范按工作日计，而时限 ${v.clock} 全天计时：请写明 hours，即工作日日历`,
    noWork: (v) =>
      `没有业务担任角色“${v.role}”（按名称 ${listZh(v.names.slice(-mostNames))} 识别）：请在场景的 norm.roles 中指明`,
    nothingAsked: (v) => `${listZh(v.work)} 没有 ${v.section} 一节，无从计数`,
    nobodyComplains: (v) =>
      `${listZh(v.work)} 从不引起投诉：请以 complaint 标明哪项业务是投诉，并用 after … becomes 写明由何引起`,
    nobodyRests: (v) => `从事 ${listZh(v.work)} 的人员在班表中没有休息：只写人数时没有，请写明姓名与休息`,
    nothingHappened: () => '模拟期内未发生此类事项',
    notDeclared: (v) => `模拟无法观察；若确实如此，请在场景的 norm.declares.${v.clause} 中列出 ${listZh(v.items)}`,
    neverHappens: (v) =>
      `${v.work} 从不出现“${v.after.map(outcomeZh).join('”或“')}”：请写 resolved 小于 1，或写 satisfaction`,
    own: (v) => v.zh,
    otherLimit: (v) => `场景的时限 ${v.clock} 为 ${lengthZh(v.scenario)}，规范为 ${lengthZh(v.norm)}：按规范判定`,
    otherMoment: (v) => `场景的时限 ${v.clock} 与规范的 ${v.by} 不同：按规范判定`,
    notAMoment: (v) => `场景的时限 ${v.clock} 止于某一时刻，规范按时长计：按规范判定`,
    wallClock: (v) => `场景的时限 ${v.clock} 只计部分时间，规范全天计时：按规范判定`,
    noPauses: (v) => `场景的时限 ${v.clock} 会暂停，规范不暂停：按规范判定`,
    noExtension: (v) => `场景的时限 ${v.clock} 可延期，规范不可：按规范判定`,
    stepsFollow: (v) => `按此次序且无旁路：${v.steps.join(' → ')}`,
    stepUnreached: (v) => `${v.from} 从不转为 ${v.to}`,
    stepSkipped: (v) => `不经 ${v.from} 也能到达 ${v.to}`,
    enough: (v) =>
      `${v.from}（${outcomeZh(v.outcome)}）有 ${percentZh(v.found)} 转为 ${v.to}，要求至少 ${percentZh(v.share)}`,
    tooFew: (v) =>
      `${v.from}（${outcomeZh(v.outcome)}）仅 ${percentZh(v.found)} 转为 ${v.to}，要求至少 ${percentZh(v.share)}`,
    lowMark: (v) => `${v.work} 低于 ${v.scenario} 分才算不合格，规范为低于 ${v.norm} 分`,
    doneWithin: (v) => `并在 ${v.hours} 小时内完成`,
    declared: (v) => `已声明：${listZh(v.items)}`,
    lacking: (v) => `未声明：${listZh(v.items)}`,
  },
  head: {
    clause: '条款',
    asks: '要求',
    judgement: '结论',
    value: '实际',
    interval: '区间',
    target: '目标',
    dayHolds: '单日达标概率',
    would: '至多可达标',
    evidence: '依据',
    why: '原因',
    hour: '最差时段',
    harmed: '每次模拟未达者',
    source: '出处',
  },
  sections: {
    clauses: '逐条结论',
    harmed: '何时、何人受影响',
    untestable: '用此场景无法检验',
    computed: '如何计算',
  },
  captions: { clauses: '各条款的实际值', harmed: '最差时段与未达者', untestable: '未作判定的条款' },
  chart: {
    question: '各条款距目标多远？',
    axis: '距目标的百分点：（+）达标一侧，（−）未达标一侧',
    reading: (v) => `经模拟的 ${v.all} 条中有 ${v.broken} 条整个区间低于目标。横条为区间，圆点为估计值。`,
  },
  method: (v) =>
    `模拟 ${v.runs} 次，每次 ${v.days} 天；区间置信度 ${v.confidence}（delta 法，按各次模拟的 t 分布）。区间全在目标的有利一侧为达标，全在不利一侧为未达标。`,
  clocks: '时限的起止由场景给出，时长由规范给出。按时率只计已停止或已到期的时限。',
  assumedShares: '规范只写时间而未写比例的，目标按惯例取定，末栏为可以达标的比例。',
  structure: '步骤次序与抽样由场景中的衍生关系判定，不含随机。',
  declared: '模拟无法观察的事项，以场景自己的声明为准。',
  norm: (v) => `规范：${v.file}，共 ${v.clauses} 条。`,
  written: (v) => `结论报告：${v.path}`,
};

type Notes = (typeof en)['notes'];

/** Something to be said of a clause, as data. */
export type NormNote = {
  [Key in keyof Notes]: { key: Key; values: Parameters<Notes[Key]>[0] };
}[keyof Notes];
