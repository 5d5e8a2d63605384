/** What `callfloor roster advise` says: the changes tried, what each gains, and how that was found. */

const agents = (count: string): string => (count === '1' ? '1 agent' : `${count} agents`);

const agentHours = (hours: string): string => (hours === '1' ? '1 agent-hour' : `${hours} agent-hours`);

export const en = {
  command: 'what to change first: one agent more or fewer by half-hour, a skill, a lunch, tried on the same customers',
  rosterFiles: 'the roster, as for `roster check`; without it the people of the scenario',
  options: {
    scenario: 'the scenario with the demand, the work and the promises',
    runs: 'simulated days on which each change is tried; the best are tried again on as many others',
    json: 'print the advice as one JSON object instead of text',
  },
  progress: {
    judge: (v: { done: string; of: string }) => `day ${v.done} of ${v.of} as it is`,
    try: (v: { done: string; of: string }) => `${v.done} of ${v.of} changes tried`,
    mend: (v: { done: string; of: string }) => `agents that are missing: variant ${v.done} of about ${v.of}`,
    again: (v: { done: string; of: string }) => `${v.done} of ${v.of} changes tried again on other days`,
  },
  heading: (v: { name: string }) => `What to change first – ${v.name}`,
  promise: (v: { promise: string; value: string }) => `${v.promise}, now ${v.value}`,
  best: 'What gains most',
  spare: 'Whom the promise misses least',
  changes: {
    more: (v: { work: string; time: string }) => `one agent more for ${v.work} at ${v.time}`,
    fewer: (v: { work: string; time: string }) => `one agent fewer for ${v.work} at ${v.time}`,
    teach: (v: { person: string; work: string }) => `teach ${v.person} ${v.work}`,
    lunch: (v: { person: string; from: string; to: string }) =>
      `${v.person} takes lunch at ${v.to} instead of ${v.from}`,
  },
  nothing: 'No change tried gains anything for sure.',
  mends: 'Half-hours below the target, and what mends each at least cost',
  moreMends: (v: { count: string }) => `${v.count} more that miss it by less: see the report`,
  mend: {
    agents: (v: { count: string; work: string }) => `${agents(v.count)} more for ${v.work}`,
    neighbours: (v: { what: string }) => `${v.what}, its neighbours mended too`,
    none: 'no number of agents mends it',
    hours: (v: { hours: string }) => agentHours(v.hours),
    free: 'no agent-hours',
  },
  together: (v: { hours: string; promise: string; gain: string }) =>
    `All agents of this list together, ${agentHours(v.hours)}: ${v.promise} ${v.gain}.`,
  finding: (v: { change: string; promise: string; gain: string }) =>
    `For "${v.promise}" this single change gains most: ${v.change}. ${v.gain}`,
  chart: {
    question: 'What does one agent more or fewer change, half-hour by half-hour?',
    reading: (v: { promise: string; more: string; gain: string; loss: string }) =>
      `${v.promise}: one agent more gains most at ${v.more} (${v.gain}); one fewer there: ${v.loss}.`,
    more: 'one agent more',
    fewer: 'one agent fewer',
    unsure: 'not told apart from chance',
  },
  table: {
    all: 'All changes tried',
    change: 'change',
    mend: 'what mends it',
    hours: 'agent-hours',
    reached: 'reached',
    promise: 'promise',
    time: 'time',
  },
  sections: {
    verdict: 'The roster as it is',
    best: 'What gains most',
    mends: 'Half-hour by half-hour',
    all: 'Everything tried',
    computed: 'How it was computed',
  },
  madeBy: (v: { version: string; runs: string; seed: string; changes: string }) =>
    `Callfloor ${v.version} · ${v.changes} changes on ${v.runs} simulated days each · seed ${v.seed}`,
  method: (v: { runs: string; confidence: string }) => [
    `Each change was simulated on the same ${v.runs} days as the roster as it is. A gain is the difference, run by run, over all hours of the promise; its interval (${v.confidence}) is of that change by itself.`,
    `The best of many changes owe some of their place to luck. Those named first were therefore simulated again on ${v.runs} other days, and their figures are of these.`,
    'One agent more comes to the people who can do the work and least else; one fewer goes from them. Of people with the same skills one stands for all who are taught; of lunches at the same time one is moved by one planning interval. What is pinned stays.',
    'A half-hour is below its target when the measure over all simulated days is. What mends it is the change that brings it to the target with fewest agent-hours; where no single change does, the agents that it lacks, all others having just enough.',
  ],
};

export const zh: typeof en = {
  command: '先改什么：各时段增减一名坐席、教一项技能、挪一次午餐，都用相同的来电试过',
  rosterFiles: '班表，同 `roster check`；不给则用场景自己的人员',
  options: {
    scenario: '含需求、业务与承诺的场景',
    runs: '每项改动试验的模拟天数；最好的几项再用同样多的其他天重试',
    json: '以一个 JSON 对象输出建议',
  },
  progress: {
    judge: (v) => `现有班表：第 ${v.done} 天，共 ${v.of} 天`,
    try: (v) => `已试 ${v.done} 项改动，共 ${v.of} 项`,
    mend: (v) => `所缺坐席：第 ${v.done} 种方案，约共 ${v.of} 种`,
    again: (v) => `用其他天重试 ${v.done} 项改动，共 ${v.of} 项`,
  },
  heading: (v) => `先改什么 – ${v.name}`,
  promise: (v) => `${v.promise}，现为 ${v.value}`,
  best: '改善最多的改动',
  spare: '最不缺的坐席',
  changes: {
    more: (v) => `${v.time} 为 ${v.work} 增加一人`,
    fewer: (v) => `${v.time} 为 ${v.work} 减少一人`,
    teach: (v) => `教 ${v.person} 学会 ${v.work}`,
    lunch: (v) => `${v.person} 的午餐由 ${v.from} 改到 ${v.to}`,
  },
  nothing: '所试改动都没有确定的改善。',
  mends: '未达标的时段，以及代价最小的补救',
  moreMends: (v) => `另有 ${v.count} 个时段差得较少：见报告`,
  mend: {
    agents: (v) => `为 ${v.work} 增加 ${v.count} 人`,
    neighbours: (v) => `${v.what}，相邻时段也补足`,
    none: '加多少人都补不上',
    hours: (v) => `${v.hours} 人时`,
    free: '不增人时',
  },
  together: (v) => `表中所列坐席全部补足，共 ${v.hours} 人时：${v.promise} ${v.gain}。`,
  finding: (v) => `对“${v.promise}”改善最多的单项改动：${v.change}。${v.gain}`,
  chart: {
    question: '各时段增减一名坐席会怎样？',
    reading: (v) => `${v.promise}：${v.more} 增加一人改善最多（${v.gain}），该时段减少一人则为 ${v.loss}。`,
    more: '增加一人',
    fewer: '减少一人',
    unsure: '与偶然无法区分',
  },
  table: {
    all: '所试的全部改动',
    change: '改动',
    mend: '补救办法',
    hours: '人时',
    reached: '实际',
    promise: '承诺',
    time: '时间',
  },
  sections: {
    verdict: '现有班表',
    best: '改善最多的改动',
    mends: '逐时段',
    all: '所试的全部改动',
    computed: '如何计算',
  },
  madeBy: (v) => `Callfloor ${v.version} · ${v.changes} 项改动，各模拟 ${v.runs} 天 · 随机种子 ${v.seed}`,
  method: (v) => [
    `每项改动都与现有班表用相同的 ${v.runs} 天模拟。改善是承诺全部时段内逐次运行之差，区间（${v.confidence}）为该项改动单独的区间。`,
    `众多改动中的最好者，多少靠运气。因此排在前面的几项又用另外 ${v.runs} 天重新模拟，所列数字以此为准。`,
    '增加的一人属于会做该业务而其他技能最少的组，减少的一人也出自那里。技能相同者以一人为代表学习新技能；同一时刻的午餐以一人为代表挪动一个计划时段。已锁定的班次不动。',
    '某时段在全部模拟天内的指标未达目标，即为未达标。补救办法是以最少人时使其达标的改动；若没有单项改动可行，则列出所缺坐席，其他时段也恰好够用。',
  ],
};
