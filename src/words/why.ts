/** What `callfloor why` says: causes by name, sentences, headings. */

/** A stretch of time in words. */
interface Stretch {
  from: string;
  to: string;
}

export const en = {
  runs: 'simulated days of every scenario that is compared',
  stages: {
    judge: 'judging the promises',
    split: 'taking each cause away',
    search: 'looking for what would mend it',
  },
  factors: {
    volume: 'volume',
    handling: 'handling time',
    absence: 'absence',
    skills: 'missing skills',
    routing: 'routing',
    lines: 'lines',
    redials: 'redials',
    backlog: 'backlog from before',
    roster: 'the roster itself',
  },
  meanings: {
    volume: 'demand above plan: surges, and days busier than the mean',
    handling: 'shocks that slow handling, and groups slower than the work itself asks',
    absence: 'agents lost to shocks',
    skills: 'agents who cannot do the work that waits',
    routing: 'priorities, orders that leave groups out, overflow only after a wait',
    lines: 'too few lines or places to wait',
    redials: 'callers who were not answered and call again',
    backlog: 'who was already waiting when the interval began',
    roster: 'what is left when all other causes are gone; below 0 the roster had that much to spare',
  },
  points: (value: string) => `${value} points`,
  finding: {
    held: ({ when }: { when: string }) => `${when}: no promise is broken, there is nothing to explain`,
    undecided: 'No promise is shown to be broken yet, so there are no causes to tell: give more --runs',
    broken: ({ when, claim, from, to }: { when: string; claim: string } & Stretch) =>
      `${when} misses from ${from} to ${to}: ${claim}`,
    causes: ({ miss, causes }: { miss: string; causes: string }) => `of the ${miss} missed: ${causes}`,
    all: ({ miss, causes }: { miss: string; causes: string }) => `Of the ${miss} missed: ${causes}.`,
    cause: ({ factor, size }: { factor: string; size: string }) => `${factor} ${size}`,
    spare: ({ size }: { size: string }) => `without all of these the roster would have ${size} to spare`,
    thin: ({ size }: { size: string }) => `${size} are missed even without any of these: the roster itself is too thin`,
    thinAlone: ({ size }: { size: string }) => `the roster itself is too thin by ${size}`,
    unclear: 'no cause is certain yet',
  },
  mend: {
    agents: ({ count, name, from, to }: { count: string; name: string } & Stretch) =>
      `${count} more ${count === '1' ? 'agent' : 'agents'} of ${name} from ${from} to ${to}`,
    lines: ({ count, name, from, to }: { count: string; name: string } & Stretch) =>
      `${count} more ${count === '1' ? 'line' : 'lines'} in pool “${name}” from ${from} to ${to}`,
    held: ({ changes, hours, runs }: { changes: string; hours: string; runs: string }) =>
      `A small change that mends it: ${changes} (${hours} h; judged held over ${runs} fresh days)`,
    undecided: ({ changes, hours, runs }: { changes: string; hours: string; runs: string }) =>
      `A small change that seems to mend it: ${changes} (${hours} h; not yet certain after ${runs} fresh days)`,
    broken: ({ changes, runs }: { changes: string; runs: string }) =>
      `Nearest to mending it: ${changes}; on ${runs} fresh days that is not enough`,
    edge: ({ judgement, runs }: { judgement: string; runs: string }) =>
      `The promises are at their edge: the days of the search meet every target without a change; judged over ${runs} fresh days without one: ${judgement}; more --runs would tell`,
    none: 'No number of agents in one group, or of lines in one pool, would mend it',
  },
  interval: ({ from, to, miss, causes }: { miss: string; causes: string } & Stretch) =>
    `${from}–${to}  ${miss}: ${causes}`,
  title: 'Why?',
  heading: (name: string) => `Why? ${name}`,
  madeBy: ({ runs, scenarios, seed, version }: { runs: string; scenarios: string; seed: string; version: string }) =>
    `Callfloor ${version} · ${scenarios} scenarios × ${runs} days on the same customers · seed ${seed}`,
  sections: { causes: 'What it comes from', mend: 'What would mend it', computed: 'How this was computed' },
  question: (promise: string) => `${promise}: what does each cause cost, and when?`,
  chart: {
    title: ({ promise, factor }: { promise: string; factor: string }) =>
      `${promise}: most of what is missed comes from ${factor}`,
    unclear: ({ promise }: { promise: string }) => `${promise}: no cause of what is missed is certain yet`,
    costs: ({ factor, size, from, to }: { factor: string; size: string } & Stretch) =>
      `Missed between ${from} and ${to} because of ${factor}: ${size}. `,
    reading: ({ worst, worstSize }: { worst: string; worstSize: string }) =>
      `The worst interval begins at ${worst}, where ${worstSize} are missed. Orange bars cost, green bars help; thin lines are the intervals of confidence.`,
    miss: 'missed in all',
    axis: { fraction: 'percentage points', seconds: 'seconds', count: 'number' },
  },
  table: {
    caption: (promise: string) => `${promise}: parts of what is missed`,
    interval: 'interval',
    all: 'all red intervals',
    day: 'whole day',
    value: 'reached',
    miss: 'missed',
    mendCaption: 'The change',
    what: 'what',
    from: 'from',
    to: 'to',
    count: 'more',
    skills: 'can do',
  },
  method: [
    'Each cause is taken away by simulating the day without it, on the same customers; so are all combinations of causes.',
    'The part of a cause is its Shapley value: what taking it away changes, averaged over every order in which the causes can be taken away (Shapley 1953; Shorrocks 2013). The parts therefore add up to the miss, exactly.',
    'The intervals are by Student (t) over the days, of the linearised ratios (delta method), paired day by day.',
    'Red intervals are those judged broken on these days. The backlog is taken away by clearing the queues when the interval begins; in an interval in which work closes its part is 0.',
    'A change is looked for one red stretch after the other: agents of one group, or lines of one pool, from the start of the stretch; fewest first, then for as short as possible. It is judged on days that were not used to find it.',
  ],
};

/** Every text of `callfloor why` in one language. */
export type WhyWords = typeof en;

export const zh: WhyWords = {
  runs: '每个对比场景的仿真天数',
  stages: { judge: '判定承诺', split: '逐一去除各原因', search: '寻找补救办法' },
  factors: {
    volume: '话务量',
    handling: '处理时长',
    absence: '缺勤',
    skills: '技能不足',
    routing: '路由规则',
    lines: '线路',
    redials: '重拨',
    backlog: '此前积压',
    roster: '排班本身',
  },
  meanings: {
    volume: '超出计划的需求：激增，以及比平均更忙的日子',
    handling: '使处理变慢的突发事件，以及比业务标准时长更慢的班组',
    absence: '因突发事件减少的坐席',
    skills: '有坐席，但不具备等待业务所需的技能',
    routing: '优先级、未列入的班组、等待后才溢出',
    lines: '线路或等候席位太少',
    redials: '未接通而再次拨入的来电者',
    backlog: '时段开始时已在排队的来电',
    roster: '去除其他所有原因后仍剩下的差距；为负表示排班尚有这么多余量',
  },
  points: (value) => `${value} 个百分点`,
  finding: {
    held: ({ when }) => `${when}：没有承诺被打破，无需解释`,
    undecided: '尚未证明有承诺被打破，因此没有原因可分解：请增大 --runs',
    broken: ({ when, claim, from, to }) => `${when}，${from} 至 ${to} 未达标：${claim}`,
    causes: ({ miss, causes }) => `差距共 ${miss}：${causes}`,
    all: ({ miss, causes }) => `差距共 ${miss}：${causes}。`,
    cause: ({ factor, size }) => `${factor} ${size}`,
    spare: ({ size }) => `若没有这些原因，排班尚有 ${size}的余量`,
    thin: ({ size }) => `即使没有这些原因仍差 ${size}：排班本身人手不足`,
    thinAlone: ({ size }) => `排班本身人手不足，差 ${size}`,
    unclear: '尚不能断定原因',
  },
  mend: {
    agents: ({ count, name, from, to }) => `${from} 至 ${to} 为 ${name} 增加 ${count} 名坐席`,
    lines: ({ count, name, from, to }) => `${from} 至 ${to} 为线路组“${name}”增加 ${count} 条线路`,
    held: ({ changes, hours, runs }) =>
      `一个能补救的小改动：${changes}（共 ${hours} 小时；经 ${runs} 个新的仿真日判定达标）`,
    undecided: ({ changes, hours, runs }) =>
      `一个看来能补救的小改动：${changes}（共 ${hours} 小时；${runs} 个新的仿真日后尚不能断定）`,
    broken: ({ changes, runs }) => `最接近的改动：${changes}；在 ${runs} 个新的仿真日上仍不够`,
    edge: ({ judgement, runs }) =>
      `承诺正处在目标边缘：寻找所用的仿真日不加改动也达到目标；不加改动经 ${runs} 个新的仿真日判定：${judgement}；增大 --runs 可见分晓`,
    none: '只在一个班组增加坐席，或只在一组中增加线路，都无法补救',
  },
  interval: ({ from, to, miss, causes }) => `${from}–${to}  ${miss}：${causes}`,
  title: '为什么？',
  heading: (name) => `为什么？${name}`,
  madeBy: ({ runs, scenarios, seed, version }) =>
    `Callfloor ${version} · ${scenarios} 个场景 × ${runs} 天，同一批客户 · 随机种子 ${seed}`,
  sections: { causes: '差距从何而来', mend: '怎样补救', computed: '如何算得' },
  question: (promise) => `${promise}：每个原因在什么时候造成多大差距？`,
  chart: {
    title: ({ promise, factor }) => `${promise}：差距主要来自${factor}`,
    unclear: ({ promise }) => `${promise}：尚不能断定差距的原因`,
    costs: ({ factor, size, from, to }) => `${from} 至 ${to}，${factor}造成 ${size}的差距。`,
    reading: ({ worst, worstSize }) =>
      `最差的时段从 ${worst} 开始，差 ${worstSize}。橙色表示造成差距，绿色表示有所缓解；细线为置信区间。`,
    miss: '差距合计',
    axis: { fraction: '百分点', seconds: '秒', count: '数量' },
  },
  table: {
    caption: (promise) => `${promise}：差距的组成`,
    interval: '时段',
    all: '全部未达标时段',
    day: '全天',
    value: '实际',
    miss: '差距',
    mendCaption: '改动',
    what: '对象',
    from: '从',
    to: '到',
    count: '增加',
    skills: '可处理',
  },
  method: [
    '每个原因都用“没有它的一天”来去除：在同一批客户上重新仿真；各原因的所有组合也都仿真。',
    '一个原因的份额是它的 Shapley 值：按所有先后次序去除各原因，取它所带来变化的平均（Shapley 1953；Shorrocks 2013）。因此各份额之和恰好等于差距。',
    '区间为各份额线性化比率（delta 方法）按天配对的 Student t 区间。',
    '未达标时段由这些仿真日判定。“此前积压”以时段开始时清空队列来去除；有业务在其中停止受理的时段，此项为 0。',
    '补救办法按时间顺序逐段寻找：从该段开始，在一个班组增加坐席或在一组中增加线路；先求人数最少，再求时间最短。判定所用的仿真日与寻找时不同。',
  ],
};
