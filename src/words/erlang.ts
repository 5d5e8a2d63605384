/**
 * What `callfloor erlang` says: the options, the tables, and the sentences that tell a student why the models differ.
 */

const people = (agents: string): string => (agents === '1' ? '1 agent' : `${agents} agents`);

export const en = {
  options: {
    calls: 'calls in the period',
    per: 'length of the period in minutes',
    aht: 'mean handle time in seconds: talk, hold and wrap-up',
    agents: 'agents there are (default: the fewest that keep the promise)',
    patience: 'mean patience in seconds, for Erlang A',
    within: 'the promise: answer within so many seconds …',
    target: '… this share of calls, for instance 0.9',
    short: 'hanging up before so many seconds counts as met in one definition (default: 5, or --within)',
    shrinkage: 'share of paid time not available for calls',
    maxOccupancy: 'keep the occupancy at or below this share too',
    maxAsa: 'keep the mean wait of the answered at or below so many seconds too',
    maxAbandonment: 'keep the share lost or hung up at or below this too',
    longRun:
      'simulate the queue for some 200,000 calls too (up to 4,000,000 where it forgets slowly), and show the figures with their intervals',
    json: 'print one JSON object; null is a number without limit',
  },
  longRun: {
    title: (calls: string, warmUp: string) =>
      `Simulated: ${calls} calls in long runs that begin empty; the first ${warmUp} of each are left out as warm-up (MSER-5)`,
    simulated: 'simulated (95 % interval)',
    range: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    within: (seconds: string) => `answered within ${seconds} s of all calls`,
    unsettled: (calls: string) =>
      `No simulated figures: after ${calls} calls the queue had not settled, or forgot so slowly that intervals would be too narrow. It is near its limit; what the formulas say of it holds.`,
    budget: (calls: string) =>
      `No simulated figures: it would take ${calls} calls, fifty handle times of so many agents, until anything could be said. What the formulas say of it holds.`,
    endless:
      'Without a patience and with no reserve the queue has no steady state to simulate. Give --patience or more --agents.',
    nobody: '--long-run needs calls and at least one agent.',
  },
  number: (option: string, range: string, got: string) => `--${option} must be a number ${range}, got "${got}".`,
  ranges: {
    atLeast: (low: string) => `of at least ${low}`,
    above: (low: string) => `above ${low}`,
    atMost: (high: string) => ` and at most ${high}`,
    below: (high: string) => ` and below ${high}`,
  },
  shortBeyond: (short: string, within: string) =>
    `--short (${short} s) must not be longer than --within (${within} s).`,
  load: (load: string, least: string, most: string) =>
    `That is a load of ${load} Erlangs; it must be 0, or from ${least} to ${most}. Are --calls, --per (minutes) and --aht (seconds) right?`,
  question: (calls: string, minutes: string, aht: string, load: string) =>
    `${calls} calls in ${minutes} min × ${aht} s each = ${load} Erlangs of work`,
  promise: (target: string, within: string) => `Promise: ${target} answered within ${within} s`,
  patience: (seconds: string) => `mean patience ${seconds} s`,
  limits: {
    occupancy: (most: string) => `occupancy at most ${most}`,
    asa: (most: string) => `ASA at most ${most} s`,
    abandonment: (most: string) => `lost at most ${most}`,
  },
  separator: ' · ',
  models: { erlangB: 'Erlang B', erlangC: 'Erlang C', erlangA: 'Erlang A' },
  rules: { erlangB: 'no queue', erlangC: 'nobody hangs up', erlangA: 'some hang up' },
  service: {
    title: (agents: string) => `Service with ${people(agents)}`,
    fewest: (agents: string, model: string) => `Service with ${people(agents)}, the fewest by ${model}`,
    waitProbability: 'must wait, P(wait)',
    lost: 'lost or hung up',
    asa: 'mean wait of the answered (ASA)',
    meanWaitAll: 'mean wait of all',
    meanWaitGivenWait: 'mean wait of those who wait',
    meanQueue: 'callers waiting on average',
    occupancy: 'occupancy',
    within: (seconds: string) => `answered within ${seconds} s, ✓ promise kept:`,
  },
  variants: {
    offered: 'of all calls, the usual one',
    answered: 'of the answered',
    abandonsMet: 'those who hang up in time count as met',
    shortAbandonsExcluded: 'those who hang up in time left out',
    veryShortAbandonsMet: (seconds: string) => `those who hang up within ${seconds} s count as met`,
    virtual: 'of callers who never hang up',
  },
  effect: {
    title: (within: string) => `One agent fewer, one more (answered within ${within} s of all calls · ASA)`,
    agents: 'agents',
  },
  fewest: {
    title: (target: string, within: string) => `Fewest agents for ${target} within ${within} s, by definition`,
    limited: (target: string, within: string, limits: string) =>
      `Fewest agents for ${target} within ${within} s and ${limits}, by definition`,
    scheduled: (required: string, scheduled: string) => `${required} (rostered ${scheduled})`,
  },
  carried: {
    title: (agents: string) => `The most that ${people(agents)} can carry with the promise kept, by definition`,
    calls: (model: string, minutes: string) => `${model}\ncalls in ${minutes} min`,
    aht: (model: string) => `${model}\nhandle time`,
    any: 'any',
  },
  seconds: (amount: string) => `${amount} s`,
  unlimited: 'without limit',
  none: '–',
  meaning: 'What it means',
  says: {
    reserve: (load: string, agents: string, reserve: string) =>
      `The work alone is ${load} Erlangs: so many agents are busy on average. With ${people(agents)} there are ${reserve} in reserve for calls that come at once by chance.`,
    noReserve: (load: string, agents: string) =>
      `The work alone is ${load} Erlangs: so many agents would be busy all the time, and there are ${agents}, none in reserve.`,
    loss: (lost: string) =>
      `Erlang B has no queue: ${lost} of calls find everybody busy and are lost; the others do not wait at all.`,
    overload: (growth: string) =>
      `Erlang C lets everybody wait for ever, and here more calls come than can be answered. The queue grows without limit, by ${growth} callers an hour, and so does the wait. Nobody is answered in time in the long run.`,
    balance:
      'Erlang C lets everybody wait for ever, and here as many calls come as can be answered, with nothing in reserve for chance: what once queues is never made up for, and the queue grows without limit.',
    overloadWithPatience: (abandonment: string, queue: string, asa: string) =>
      `Erlang A has an answer all the same: ${abandonment} hang up, and by that the queue stays at ${queue} callers on average, the ASA at ${asa}. It is the callers who pay for the missing agents.`,
    relief: (abandonment: string, asaA: string, asaC: string) =>
      `Under Erlang A ${abandonment} of callers hang up, and everybody behind them moves up: the ASA is ${asaA}, where Erlang C, in which nobody ever hangs up, says ${asaC}.`,
    nobody: 'Without an agent nobody is ever answered.',
    definitions: (low: string, lowName: string, high: string, highName: string) =>
      `The definitions tell ${low} (${lowName}) to ${high} (${highName}) of the very same hour: a promise must say which one it means.`,
    kept: (model: string, agents: string, value: string) =>
      `By ${model}, with ${people(agents)}, the promise is kept: ${value} of all calls are answered in time.`,
    limitBroken: (model: string, agents: string, value: string) =>
      `By ${model}, with ${people(agents)}, ${value} of all calls are answered in time, as promised, but another limit is broken.`,
    broken: (model: string, agents: string, value: string, missing: string) =>
      `By ${model}, with ${people(agents)}, the promise is broken: ${value} of all calls are answered in time. It takes ${missing} more.`,
    effect: (model: string, more: string, fewer: string) =>
      `One agent more changes the share answered in time by ${more} points, one fewer by ${fewer} (${model}).`,
    fewerByA: (byC: string, byA: string) =>
      `For the promise Erlang C asks for ${people(byC)} and Erlang A for ${byA}: C plans for callers who hang up as if they stayed.`,
    moreByA: (byC: string, byA: string) =>
      `For the promise Erlang C asks for ${people(byC)} and Erlang A for ${byA}: whoever hangs up counts against the promise, and in Erlang C nobody does.`,
    sameByA: (byA: string) =>
      `For the promise Erlang C and Erlang A both ask for ${people(byA)}: with so many, hanging up changes nothing in the answer.`,
    noPatience:
      'Real callers hang up. Give their mean patience with --patience (seconds), and Erlang A counts that in.',
    shrinkage: (required: string, shrinkage: string, scheduled: string) =>
      `With ${shrinkage} of paid time not available (breaks, training, leave), ${people(required)} on calls make ${scheduled} on the roster: ${required} ÷ (1 − ${shrinkage}), rounded up once, at the end.`,
    /** The errors that there are: of both, or of one. */
    errors: {
      both: (volume: string, aht: string) => `the volume is ${volume} and the handle time ${aht}`,
      volume: (volume: string, _aht: string) => `the volume is ${volume}`,
      aht: (_volume: string, aht: string) => `the handle time is ${aht}`,
    },
    range: (model: string, errors: string, low: string, planned: string, high: string) =>
      `If ${errors} below the forecast, ${model} asks for ${people(low)}; as forecast for ${planned}; as much above for ${high}.`,
    confidence: (agents: string, share: string) =>
      `With errors of that size (standard deviations) ${people(agents)} keep the promise with a probability of ${share}.`,
    noCalls: 'Nobody calls, so no agent is needed. A single test caller would meet the service shown, if any.',
  },
};

/** Every text of `callfloor erlang` in one language. */
export type ErlangWords = typeof en;

export const zh: ErlangWords = {
  options: {
    calls: '时段内的来电数',
    per: '时段长度（分钟）',
    aht: '平均处理时长（秒）：通话、保持和话后处理',
    agents: '现有坐席数（默认：兑现承诺的最少人数）',
    patience: '平均耐心（秒），用于 Erlang A',
    within: '承诺：在多少秒内接通……',
    target: '……这一比例的来电，例如 0.9',
    short: '在多少秒内放弃者，在其中一种口径下算达标（默认：5，或 --within）',
    shrinkage: '损耗率：带薪时间中不能接电话的比例',
    maxOccupancy: '同时要求占用率不超过此比例',
    maxAsa: '同时要求接通者的平均等待不超过多少秒',
    maxAbandonment: '同时要求损失或放弃的比例不超过此值',
    longRun: '同时对该队列仿真约 20 万通来电（遗忘较慢时最多 400 万通），给出带区间的结果',
    json: '只打印一个 JSON 对象；null 表示无限大',
  },
  longRun: {
    title: (calls, warmUp) =>
      `仿真：多次从空队列开始的长时间运行，共 ${calls} 通来电，每次略去开头 ${warmUp} 的预热期（MSER-5）`,
    simulated: '仿真（95 % 区间）',
    range: (value, low, high) => `${value}（${low} 至 ${high}）`,
    within: (seconds) => `${seconds} 秒内接通，占全部来电`,
    unsettled: (calls) =>
      `没有仿真数值：仿真 ${calls} 通来电后，队列仍未稳定，或遗忘太慢，区间会偏窄。该队列已接近极限，公式的结论仍然成立。`,
    budget: (calls) =>
      `没有仿真数值：坐席如此之多，至少要仿真 ${calls} 通来电（五十个处理时长）才能得出结论。公式的结论仍然成立。`,
    endless: '没有耐心限制又没有余量时，队列没有稳态可供仿真。请给出 --patience 或更多 --agents。',
    nobody: '--long-run 需要有来电，且至少一名坐席。',
  },
  number: (option, range, got) => `--${option} 须为${range}的数，实际为“${got}”。`,
  ranges: {
    atLeast: (low) => `不小于 ${low}`,
    above: (low) => `大于 ${low}`,
    atMost: (high) => ` 且不大于 ${high} `,
    below: (high) => ` 且小于 ${high} `,
  },
  shortBeyond: (short, within) => `--short（${short} 秒）不能长于 --within（${within} 秒）。`,
  load: (load, least, most) =>
    `话务负荷为 ${load} Erlang，须为 0，或在 ${least} 到 ${most} 之间。--calls、--per（分钟）和 --aht（秒）都写对了吗？`,
  question: (calls, minutes, aht, load) => `${minutes} 分钟 ${calls} 通来电 × 每通 ${aht} 秒 = 话务负荷 ${load} Erlang`,
  promise: (target, within) => `承诺：${within} 秒内接通 ${target}`,
  patience: (seconds) => `平均耐心 ${seconds} 秒`,
  limits: {
    occupancy: (most) => `占用率不超过 ${most}`,
    asa: (most) => `平均应答速度不超过 ${most} 秒`,
    abandonment: (most) => `损失不超过 ${most}`,
  },
  separator: ' · ',
  models: { erlangB: 'Erlang B', erlangC: 'Erlang C', erlangA: 'Erlang A' },
  rules: { erlangB: '没有队列', erlangC: '无人放弃', erlangA: '有人放弃' },
  service: {
    title: (agents) => `${agents} 名坐席的服务水平`,
    fewest: (agents, model) => `${agents} 名坐席的服务水平（按 ${model} 的最少人数）`,
    waitProbability: '需要等待的概率 P(wait)',
    lost: '损失或放弃',
    asa: '接通者的平均等待（ASA）',
    meanWaitAll: '所有来电的平均等待',
    meanWaitGivenWait: '需等待者的平均等待',
    meanQueue: '平均排队人数',
    occupancy: '占用率',
    within: (seconds) => `${seconds} 秒内接通，✓ 为达标：`,
  },
  variants: {
    offered: '占全部来电，最常用',
    answered: '占已接通来电',
    abandonsMet: '按时放弃者算达标',
    shortAbandonsExcluded: '按时放弃者不计入',
    veryShortAbandonsMet: (seconds) => `${seconds} 秒内放弃者算达标`,
    virtual: '从不放弃的来电者',
  },
  effect: {
    title: (within) => `少一名坐席、多一名坐席（${within} 秒内接通占全部来电 · ASA）`,
    agents: '坐席',
  },
  fewest: {
    title: (target, within) => `${within} 秒内接通 ${target} 所需的最少坐席，按口径`,
    limited: (target, within, limits) => `${within} 秒内接通 ${target}，且${limits}，所需的最少坐席，按口径`,
    scheduled: (required, scheduled) => `${required}（排班 ${scheduled}）`,
  },
  carried: {
    title: (agents) => `兑现承诺的前提下 ${agents} 名坐席能承担多少，按口径`,
    calls: (model, minutes) => `${model}\n${minutes} 分钟来电数`,
    aht: (model) => `${model}\n处理时长`,
    any: '不限',
  },
  seconds: (amount) => `${amount} 秒`,
  unlimited: '无限增长',
  none: '–',
  meaning: '这说明什么',
  says: {
    reserve: (load, agents, reserve) =>
      `单是话务就要占满 ${load} 名坐席。有 ${agents} 名坐席，余下 ${reserve} 名用来应付碰巧同时打来的电话。`,
    noReserve: (load, agents) => `单是话务就要占满 ${load} 名坐席，而坐席只有 ${agents} 名：毫无余量。`,
    loss: (lost) => `Erlang B 没有队列：${lost} 的来电遇到全忙而损失，其余来电完全不用等待。`,
    overload: (growth) =>
      `Erlang C 假定人人都会一直等下去，而这里打来的电话多于能接的电话。队列无限增长，每小时增加 ${growth} 人，等待也随之无限变长；长此以往，没有人能按时接通。`,
    balance:
      'Erlang C 假定人人都会一直等下去，而这里打来的电话恰好等于能接的电话，没有任何余量应付偶然：一旦积压就再也补不回来，队列无限增长。',
    overloadWithPatience: (abandonment, queue, asa) =>
      `Erlang A 仍有答案：${abandonment} 的来电者放弃，队列因此平均保持在 ${queue} 人，ASA 为 ${asa}。缺少的坐席由来电者买单。`,
    relief: (abandonment, asaA, asaC) =>
      `Erlang A 中有 ${abandonment} 的来电者放弃，排在后面的人随之前移：ASA 为 ${asaA}；而在无人放弃的 Erlang C 中为 ${asaC}。`,
    nobody: '没有坐席，就永远没有人接听。',
    definitions: (low, lowName, high, highName) =>
      `同样的一小时，按不同口径从 ${low}（${lowName}）到 ${high}（${highName}）不等：承诺必须写明用哪一种口径。`,
    kept: (model, agents, value) => `按 ${model}，${agents} 名坐席能兑现承诺：全部来电中有 ${value} 按时接通。`,
    limitBroken: (model, agents, value) =>
      `按 ${model}，${agents} 名坐席使全部来电中的 ${value} 按时接通，达到承诺，但超出了另一项限制。`,
    broken: (model, agents, value, missing) =>
      `按 ${model}，${agents} 名坐席不能兑现承诺：全部来电中只有 ${value} 按时接通。还差 ${missing} 名。`,
    effect: (model, more, fewer) =>
      `多一名坐席，按时接通的比例变化 ${more} 个百分点；少一名，变化 ${fewer} 个百分点（${model}）。`,
    fewerByA: (byC, byA) =>
      `兑现承诺，Erlang C 要 ${byC} 名坐席，Erlang A 要 ${byA} 名：Erlang C 把会放弃的人也当作一直在等。`,
    moreByA: (byC, byA) =>
      `兑现承诺，Erlang C 要 ${byC} 名坐席，Erlang A 要 ${byA} 名：放弃的人都算未达标，而 Erlang C 中无人放弃。`,
    sameByA: (byA) => `兑现承诺，Erlang C 和 Erlang A 都要 ${byA} 名坐席：人数到了这里，有没有人放弃已不影响答案。`,
    noPatience: '真实的来电者会放弃。用 --patience 给出平均耐心（秒），就能用 Erlang A 把这一点算进去。',
    shrinkage: (required, shrinkage, scheduled) =>
      `带薪时间有 ${shrinkage} 不能接电话（休息、培训、请假），在线 ${required} 名坐席就要排班 ${scheduled} 名：${required} ÷ (1 − ${shrinkage})，最后一次性向上取整。`,
    errors: {
      both: (volume, aht) => `来电量比预测低 ${volume}、处理时长低 ${aht}`,
      volume: (volume) => `来电量比预测低 ${volume}`,
      aht: (_volume, aht) => `处理时长比预测低 ${aht}`,
    },
    range: (model, errors, low, planned, high) =>
      `${errors} 时，${model} 要 ${low} 名坐席；与预测相同要 ${planned} 名；高出同样比例要 ${high} 名。`,
    confidence: (agents, share) => `预测误差为此大小（标准差）时，${agents} 名坐席兑现承诺的概率为 ${share}。`,
    noCalls: '没有来电，就不需要坐席。若列出服务水平，那是对唯一一名测试来电者而言的。',
  },
};
