/** What `callfloor roster` says of a roster: the options, the finding, what is wrong with it and how that was computed. */

const agents = (count: string): string => (count === '1' ? '1 agent' : `${count} agents`);

export const en = {
  check:
    'does this roster hold? the verdict, agents spare and short by half-hour, people counted twice, breaks, labour rules',
  rosterFile: 'the roster: CSV, Excel workbook, iCal, or the JSON of an optimiser',
  options: {
    scenario: 'the scenario with the demand, the work and the promises; its own people are left out',
    keepHeadCounts: 'groups with head-counts in the scenario work beside the roster',
    slackRuns: 'simulated days behind each figure of agents spare and short (default: up to 50); 0 leaves them out',
    json: 'print the check as one JSON object instead of text',
  },
  title: (v: { name: string }) => `Roster check – ${v.name}`,
  progress: {
    slack: (v: { done: string; of: string }) => `agents spare and short: variant ${v.done} of about ${v.of}`,
  },
  roster: (v: { people: string; shifts: string; hours: string; cost: string }) =>
    `${v.people} people, ${v.shifts} shifts, ${v.hours} paid hours, cost ${v.cost}`,
  counted: {
    title: 'People counted twice',
    sentence: (v: { range: string; needs: string; sum: string; people: string; twice: string; able: string }) =>
      `${v.range}: needs ${v.needs} = ${v.sum} people; ${v.people} are there (${v.able}), of whom ${v.twice} are counted more than once. Nobody can be on two contacts at a time.`,
    able: (v: { work: string; count: string }) => `${v.count} can do ${v.work}`,
    none: 'Nobody is counted twice: wherever the needs of each kind of work are met, they are met together.',
    short: (v: { count: string }) => `${v.count} counted twice`,
  },
  slack: {
    title: 'Agents spare and short',
    question: 'How many agents are spare or short, half-hour by half-hour?',
    finding: (v: { time: string; work: string; missing: string }) =>
      `${v.work}: most are missing at ${v.time}, ${agents(v.missing)}`,
    spare: (v: { work: string; least: string }) => `${v.work}: every half-hour has at least ${v.least} to spare`,
    exact: (v: { work: string }) => `${v.work}: no half-hour lacks an agent, none can be spared everywhere`,
    hopeless: (v: { work: string; time: string }) => `${v.work}: at ${v.time} more agents do not keep the promise`,
    reading: (v: { work: string; short: string; missing: string; spare: string }) =>
      `${v.work}: ${v.short} intervals are short, of ${v.missing} agent-hours together; ${v.spare} agent-hours are spare.`,
    axis: 'agents spare (+) or short (−)',
    method: (v: { runs: string }) =>
      `Found by simulating the same ${v.runs} days with more and fewer agents until every interval just keeps its promises, all others having just enough as well; other kinds of work keep their people. A share on the good side of the target counts, without an interval of confidence.`,
    none: 'Left out.',
    worst: (v: { list: string }) => `The worst: ${v.list}`,
    at: (v: { time: string; count: string }) => `${v.time} ${v.count}`,
  },
  breaks: {
    title: 'Missed breaks',
    without: (v: { person: string; shift: string; hours: string }) =>
      `${v.person}, ${v.shift}: ${v.hours} h without any break`,
    none: 'Everybody who works more than 6 hours has a break.',
    rule: 'A break is missed when somebody is on queue for more than 6 hours without one (Directive 2003/88/EC, article 4).',
    more: (v: { count: string }) => `and ${v.count} more`,
    count: (v: { count: string }) => `${v.count} missed breaks`,
  },
  lacking: {
    title: 'Shifts that nobody can work',
    one: (v: { person: string; shift: string; only: string }) =>
      `${v.person}, ${v.shift}: limited to ${v.only}, which he or she cannot do`,
  },
  fairness: {
    title: 'How the shifts are shared',
    head: ['', 'most', 'least', 'Gini coefficient'],
    rows: { hours: 'paid hours', weekends: 'weekend shifts', unsocial: 'shifts before 06:00 or after 22:00' },
    rule: 'The Gini coefficient is 0 when all have the same and 1 when one has all (Gini 1912).',
    of: (v: { count: string; person: string }) => `${v.count} (${v.person})`,
  },
  rules: {
    title: 'Labour rules',
    breach: (v: { person: string; shift: string; rule: string; value: string; limit: string }) =>
      `${v.person}, ${v.shift}: ${v.rule}, ${v.value} where ${v.limit} is allowed`,
    none: (v: { count: string }) => `No breach of the ${v.count} labour rules of the scenario.`,
    unstated: 'The scenario states no labour rules.',
    count: (v: { count: string }) => `${v.count} breaches of labour rules`,
  },
  table: {
    caption: 'Interval by interval',
    time: 'time',
    holds: (v: { promise: string }) => `${v.promise}: share of days that hold`,
    agents: (v: { work: string }) => `${v.work}: on queue`,
    slack: (v: { work: string }) => `${v.work}: spare (+), short (−)`,
  },
  sections: {
    verdict: 'Verdict',
    where: 'Where and when',
    wrong: 'What is wrong with the roster',
    tables: 'Tables',
    computed: 'How it was computed',
  },
  notices: 'What was noticed while reading',
  written: (v: { path: string }) => `Report: ${v.path}`,
};

export const zh: typeof en = {
  check: '这张班表守得住吗？结论、各时段多余与缺少的坐席、被重复计算的人、休息与劳动规则',
  rosterFile: '班表：CSV、Excel 工作簿、iCal 或优化器的 JSON',
  options: {
    scenario: '含需求、业务与承诺的场景；场景自己的人员不计',
    keepHeadCounts: '场景中按人数排班的组与班表中的人一同上岗',
    slackRuns: '每个“多余／缺少”数字背后的模拟天数（默认最多 50 天）；0 表示不计算',
    json: '以一个 JSON 对象输出检查结果',
  },
  title: (v) => `班表检查 – ${v.name}`,
  progress: { slack: (v) => `多余与缺少的坐席：第 ${v.done} 种方案，约共 ${v.of} 种` },
  roster: (v) => `${v.people} 人，${v.shifts} 个班次，${v.hours} 个计薪小时，成本 ${v.cost}`,
  counted: {
    title: '被重复计算的人',
    sentence: (v) =>
      `${v.range}：需要 ${v.needs} = ${v.sum} 人，实到 ${v.people} 人（${v.able}），其中 ${v.twice} 人被重复计算。谁也不能同时接两个来电。`,
    able: (v) => `${v.count} 人能做 ${v.work}`,
    none: '没有人被重复计算：凡是各业务单独满足的时段，合起来也满足。',
    short: (v) => `${v.count} 人被重复计算`,
  },
  slack: {
    title: '多余与缺少的坐席',
    question: '各时段多余或缺少多少坐席？',
    finding: (v) => `${v.work}：${v.time} 缺得最多，缺 ${v.missing} 人`,
    spare: (v) => `${v.work}：每个时段至少多 ${v.least} 人`,
    exact: (v) => `${v.work}：没有时段缺人，也不是处处可以减人`,
    hopeless: (v) => `${v.work}：${v.time} 加人也守不住承诺`,
    reading: (v) => `${v.work}：${v.short} 个时段缺人，共缺 ${v.missing} 人时；多余 ${v.spare} 人时。`,
    axis: '坐席多余（+）或缺少（−）',
    method: (v) =>
      `用相同的 ${v.runs} 天反复模拟，增减坐席，直到每个时段恰好守住承诺，其他时段也恰好够用；其他业务的人员不变。只看比例是否达到目标，不含置信区间。`,
    none: '未计算。',
    worst: (v) => `最缺的时段：${v.list}`,
    at: (v) => `${v.time} ${v.count}`,
  },
  breaks: {
    title: '缺少的休息',
    without: (v) => `${v.person}，${v.shift}：连续 ${v.hours} 小时没有休息`,
    none: '凡工作超过 6 小时的人都有休息。',
    rule: '连续在线超过 6 小时而没有休息即为缺少休息（欧盟指令 2003/88/EC 第 4 条）。',
    more: (v) => `另有 ${v.count} 处`,
    count: (v) => `缺少 ${v.count} 次休息`,
  },
  lacking: {
    title: '无人能胜任的班次',
    one: (v) => `${v.person}，${v.shift}：限定 ${v.only}，但本人没有此技能`,
  },
  fairness: {
    title: '班次如何分摊',
    head: ['', '最多', '最少', '基尼系数'],
    rows: { hours: '计薪小时', weekends: '周末班次', unsocial: '06:00 前或 22:00 后的班次' },
    rule: '基尼系数为 0 表示人人相同，为 1 表示全由一人承担（Gini 1912）。',
    of: (v) => `${v.count}（${v.person}）`,
  },
  rules: {
    title: '劳动规则',
    breach: (v) => `${v.person}，${v.shift}：${v.rule}，实为 ${v.value}，允许 ${v.limit}`,
    none: (v) => `未违反场景的 ${v.count} 条劳动规则。`,
    unstated: '场景未写劳动规则。',
    count: (v) => `违反劳动规则 ${v.count} 处`,
  },
  table: {
    caption: '逐时段',
    time: '时间',
    holds: (v) => `${v.promise}：守住的天数占比`,
    agents: (v) => `${v.work}：在线`,
    slack: (v) => `${v.work}：多余（+）、缺少（−）`,
  },
  sections: { verdict: '结论', where: '何时何处', wrong: '班表的问题', tables: '表格', computed: '如何计算' },
  notices: '读取时的提示',
  written: (v) => `检查报告：${v.path}`,
};
