/** What `callfloor staff` says: options, the finding, the tables, how the agents were computed. All values come formatted. */

/** Named values of a sentence. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

const people = (agents: string): string => (agents === '1' ? '1 agent' : `${agents} agents`);

export const en = {
  positional: 'interval table (CSV) or scenario (YAML, JSON)',
  options: {
    demand: 'of a scenario: take the demand from this CSV instead',
    day: 'one day only, as the day or date column of the table has it',
    work: 'one queue only',
    aht: 'mean handle time in seconds, where the table has no column of it',
    ahtCv: 'standard deviation ÷ mean of the handle time: how long work lasts beyond its interval',
    patience: 'mean patience in seconds, where the table has no column of it',
    agents: 'agents on calls, the same in every interval: ask what service they give',
    interval: 'length of the intervals in minutes, where it cannot be seen',
    column: 'the header of a column that is not recognised, such as offered=Calls; may be repeated',
    within: 'answer within so many seconds (default: 10, or the promises of the scenario) …',
    target: '… this share of contacts (default: 0.9); 0: no promise of this sort',
    variant: 'the definition of answered within (default: offered)',
    maxWaiting: 'keep the share that must wait at or below this too',
    method: 'whose answer is rostered',
    shrinkage: 'share of paid time not available for contacts',
    fteHours: 'paid hours of one full-time agent a day',
    volumeError: 'standard deviation of the forecast of the volume, as a share of it: 0.05 is 5 %',
    ahtError: 'the same of the handle time',
    exact: 'carry the queue from interval to interval too: exact for exponential times',
    out: 'folder that the folder of the plan is made in',
  },
  columnForm: (got: string) => `--column must be a name and a header such as offered=Calls, got "${got}".`,
  columnName: (got: string, allowed: string) => `--column knows the columns ${allowed}, got "${got}".`,
  notForScenario: (option: string) =>
    `--${option} is for interval tables; a scenario says so itself. Change the scenario, or leave the option out.`,
  notForTable: (option: string) => `--${option} is for scenarios; an interval table is the demand itself.`,
  scenarioWork: (got: string, allowed: string) => `--work must be one of ${allowed}, got "${got}".`,
  noTarget: 'No promise is left to keep: --target 0 needs another one, such as --max-asa 20.',
  ringTooLong: (queue: string, ring: string, within: string) =>
    `${queue}: it takes ${ring} s to ring an agent, so nobody is answered within ${within} s. Change the ring or the promise.`,
  needsPatience:
    '--method erlang-a needs to know how long callers wait: give --patience 120, or a column patience; a scenario says it itself.',
  nothingOpen: 'The scenario is never open, so there is nothing to staff.',
  notExact: (queue: string) =>
    `--exact needs one handle time and one patience over a whole day; in "${queue}" they change. Leave --exact out, or simulate.`,

  methods: {
    'erlang-c': 'Erlang C',
    'erlang-a': 'Erlang A',
    lagged: 'lagged',
    'modified-offered-load': 'modified offered load',
  },
  methodMeanings: {
    'erlang-c': 'each interval alone, nobody hangs up',
    'erlang-a': 'each interval alone, callers hang up',
    lagged: 'the arrivals of one handle time earlier',
    'modified-offered-load': 'the work that is really there in the interval',
  },
  targets: {
    serviceLevel: ({ target, within, definition }: Values<'target' | 'within' | 'definition'>) =>
      `${target} answered within ${within} s (${definition})`,
    asa: ({ most }: Values<'most'>) => `mean wait of the answered at most ${most} s`,
    meanWaitAll: ({ most }: Values<'most'>) => `mean wait of all at most ${most} s`,
    abandonment: ({ most }: Values<'most'>) => `abandoned at most ${most}`,
    waitProbability: ({ most }: Values<'most'>) => `must wait at most ${most}`,
    occupancy: ({ most }: Values<'most'>) => `occupancy at most ${most}`,
  },
  variants: {
    offered: 'of all contacts',
    answered: 'of the answered',
    abandonsMet: 'who hang up in time count as met',
    shortAbandonsExcluded: 'who hang up in time left out',
    veryShortAbandonsMet: 'who hang up at once count as met',
    virtual: 'of callers who never hang up',
  },

  heading: ({ name }: Values<'name'>) => `Staffing of ${name}`,
  madeBy: ({ version, method }: Values<'version' | 'method'>) => `Callfloor ${version} · rostered by ${method}`,
  demand: ({ offered, hours, intervals, days }: Values<'offered' | 'hours' | 'intervals' | 'days'>) =>
    days === '1'
      ? `${offered} contacts and ${hours} hours of work in ${intervals} intervals`
      : `${offered} contacts and ${hours} hours of work in ${intervals} intervals of ${days} days`,
  promise: ({ targets }: Values<'targets'>) => `Promise, in every interval: ${targets}`,
  noPatience: 'No patience is known, so nobody hangs up in these figures: --patience gives one.',
  finding: {
    needs: ({ peak, time, paid, fte }: Values<'peak' | 'time' | 'paid' | 'fte'>) =>
      `${people(peak)} on calls at the peak (${time}); ${paid} paid hours, ${fte} full-time agents a day`,
    nobody: 'Nobody calls, so no agent is needed.',
    queue: ({ queue, sentence }: Values<'queue' | 'sentence'>) => `${queue}: ${sentence}`,
    held: ({ level }: Values<'level'>) => `The agents given keep the promise in every interval${level}`,
    broken: ({ broken, of, worst, missing, level }: Values<'broken' | 'of' | 'worst' | 'missing' | 'level'>) =>
      `The agents given do not keep the promise: it breaks in ${broken} of ${of} intervals, worst at ${worst}, where ${missing} more ${missing === '1' ? 'agent is' : 'agents are'} needed${level}`,
    brokenButSame: ({ broken, of, level }: Values<'broken' | 'of' | 'level'>) =>
      `The agents given do not keep the promise: it breaks in ${broken} of ${of} intervals, by less than one agent${level}`,
    level: ({ level, within }: Values<'level' | 'within'>) =>
      `; over the whole time ${level} are answered within ${within} s`,
  },

  hours: {
    title: 'Agent hours on calls, by method',
    method: 'method',
    meaning: 'takes for the load',
    whole: 'whole agents',
    fractional: 'before rounding',
    peak: 'most agents',
    at: 'at',
    rostered: ({ method }: Values<'method'>) => `${method} (rostered)`,
    roster: ({ whole, shrinkage, paid, fte, fteHours }: Values<'whole' | 'shrinkage' | 'paid' | 'fte' | 'fteHours'>) =>
      `${whole} hours on calls become ${paid} paid hours: shrinkage of ${shrinkage} is added to the fractions of agents, and rounded up once an interval. At ${fteHours} paid hours a day that is ${fte} full-time agents.`,
    rosterPlain: ({ paid, fte, fteHours }: Values<'paid' | 'fte' | 'fteHours'>) =>
      `${paid} paid hours, nothing added for shrinkage (--shrinkage). At ${fteHours} paid hours a day that is ${fte} full-time agents.`,
  },
  differ: {
    title: 'Why the methods differ',
    patience: ({ c, a }: Values<'c' | 'a'>) =>
      `Erlang C asks for ${c} hours and Erlang A for ${a}: whoever hangs up frees the queue for the others, and counts against the promise.`,
    sameHours: ({ hours }: Values<'hours'>) => `Erlang C and Erlang A both ask for ${hours} hours.`,
    shape: ({ time, alone, modified }: Values<'time' | 'alone' | 'modified'>) =>
      `The work of a contact outlasts its interval. They are furthest apart at ${time}: ${alone} by its own arrivals, ${modified} by the work that is there.`,
    alike:
      'Handle times are short beside the changes of the day: shifting the load changes no interval by a whole agent.',
  },
  service: {
    title: 'The service of these agents',
    required: 'The service of the agents required',
    steady: 'each interval alone',
    exact: 'queue carried over, exact',
    answeredWithin: ({ within }: Values<'within'>) => `answered within ${within} s`,
    asa: 'ASA',
    abandoned: 'abandoned',
    occupancy: 'occupancy',
    overload: ({ count }: Values<'count'>) =>
      `In ${count} intervals more work comes than the agents can do, and nobody is known to hang up: a queue that grows without limit, an endless wait. It is an answer, not a slip: more agents, or a patience, change it.`,
    worst: 'Where it breaks',
    stretch: 'when',
    agents: 'agents',
    needed: 'needed',
    missing: 'missing',
    carried: 'could carry',
    carriedAht: 'could stand an AHT of',
    anyNumber: 'any',
    none: 'In no interval is the promise broken.',
    carryMeaning:
      'Read: with these agents the promise would hold up to so many contacts in the interval, or with the contacts as they are up to that mean handle time.',
  },
  uncertainty: {
    title: 'If the forecast is wrong',
    /** The errors that there are: of both, or of one. */
    errors: {
      both: ({ volume, aht }: Values<'volume' | 'aht'>) => `Volume ${volume} and handle time ${aht}`,
      volume: ({ volume }: Values<'volume' | 'aht'>) => `Volume ${volume}`,
      aht: ({ aht }: Values<'volume' | 'aht'>) => `Handle time ${aht}`,
    },
    range: ({ errors, low, planned, high }: Values<'errors' | 'low' | 'planned' | 'high'>) =>
      `${errors} below the forecast: ${low} agent hours; as forecast: ${planned}; as much above: ${high}.`,
    confidence: ({ share, days }: Values<'share' | 'days'>) =>
      days === '1'
        ? `With errors of that size (standard deviations, the same for the whole day) every interval keeps its promise with a probability of ${share}.`
        : `With errors of that size (standard deviations, the same for a whole day) every interval of a day keeps its promise with a probability of ${share}, mean over the days.`,
    none: 'The forecast was taken as it is. --volume-error 0.05 --aht-error 0.03 tells what agents a forecast wrong by so much would need.',
  },
  chart: {
    titleNeeds: ({ peak, time }: Values<'peak' | 'time'>) =>
      `${people(peak)} are needed at ${time}, more than at any other time`,
    titleShort: ({ missing, time }: Values<'missing' | 'time'>) => `${people(missing)} too few at ${time}`,
    titleHeld: 'The agents given are enough in every interval',
    forQueue: ({ queue, title }: Values<'queue' | 'title'>) => `${queue}: ${title}`,
    question: 'How many agents does each interval need?',
    contactsPer: ({ minutes }: Values<'minutes'>) => `Contacts per ${minutes} min`,
    agents: 'Agents on calls',
    level: ({ within }: Values<'within'>) => `Answered within ${within} s (%)`,
    offered: 'offered',
    given: 'given',
    needed: ({ method }: Values<'method'>) => `needed (${method})`,
    promised: ({ target }: Values<'target'>) => `promised ${target}`,
    eachAlone: 'each interval alone',
    carriedOver: 'queue carried over',
    range: 'forecast wrong by one standard deviation',
    reading: ({ offered, hours, method, peak, time }: Values<'offered' | 'hours' | 'method' | 'peak' | 'time'>) =>
      `${offered} contacts need ${hours} agent hours by ${method}; most at ${time}, ${peak}.`,
    readingGiven: ({ hours, broken, of }: Values<'hours' | 'broken' | 'of'>) =>
      `${hours} agent hours are given; the promise breaks in ${broken} of ${of} intervals.`,
  },
  table: {
    intervals: 'Interval by interval',
    days: 'Day by day',
    day: 'day',
    time: 'time',
    queue: 'queue',
    offered: 'offered',
    aht: 'AHT (s)',
    load: 'load (Erlangs)',
    roster: 'roster',
    range: 'range',
    agents: 'agents',
    missing: 'missing',
    required: 'hours required',
    paid: 'paid hours',
    fte: 'full-time agents',
    peak: 'most agents',
    confidence: 'holds with',
    inCsv: ({ count }: Values<'count'>) => `${count} rows are too many to print; they are in intervals.csv.`,
  },
  spark: {
    agents: ({ method, least, most }: Values<'method' | 'least' | 'most'>) =>
      `Agents on calls by ${method}, ${least} to ${most}`,
    level: ({ within }: Values<'within'>) => `Answered within ${within} s`,
  },
  seconds: ({ amount }: Values<'amount'>) => `${amount} s`,
  unlimited: 'without limit',
  none: '–',
  wrote: ({ path }: Values<'path'>) => `Plan: ${path}`,
  sections: {
    needs: 'What is needed',
    service: 'What service that gives',
    uncertainty: 'If the forecast is wrong',
    table: 'Interval by interval',
    computed: 'How it was computed',
  },
  computed: [
    'Each interval is taken for a steady queue: Poisson arrivals, exponential handle times, and patience that is exponential where one is known. That is right where handle times are short beside the interval; --exact and callfloor simulate show how far it is off.',
    'The queue begins empty: before the first interval, and after every gap, nobody is in hand.',
    'Erlang C: Erlang (1917). Erlang A: Palm (1957), Zeltyn and Mandelbaum (2005). Lagged: Green, Kolesar and Soares (2001). Modified offered load: Jennings, Mandelbaum, Massey and Whitt (1996).',
    'Fractions of agents are kept until shrinkage is added, and rounded up once; hours before rounding are what a day of people who can be shared among intervals would need.',
    'Several queues are staffed apart, each with people of its own.',
  ],
};

/** Every text of `callfloor staff` in one language. */
export type StaffWords = typeof en;

export const zh: StaffWords = {
  positional: '时段表（CSV）或场景（YAML、JSON）',
  options: {
    demand: '用于场景：改用此 CSV 中的需求',
    day: '只取一天，写法同表中的 day 或 date 列',
    work: '只取一个队列',
    aht: '平均处理时长（秒），用于表中没有该列时',
    ahtCv: '处理时长的标准差 ÷ 均值：决定话务延续到时段之外多久',
    patience: '平均耐心（秒），用于表中没有该列时',
    agents: '接线坐席数，各时段相同：求其服务水平',
    interval: '时段长度（分钟），用于无法看出时',
    column: '指定未能识别的列的表头，例如 offered=Calls；可重复',
    within: '在多少秒内接通（默认：10，或场景中的承诺）……',
    target: '……这一比例的来电（默认：0.9）；0 表示不作此类承诺',
    variant: '“T 秒内接通”的口径（默认：offered）',
    maxWaiting: '同时要求需要等待的比例不超过此值',
    method: '按哪种方法排班',
    shrinkage: '损耗率：带薪时间中不能接电话的比例',
    fteHours: '一名全职坐席每天的带薪小时数',
    volumeError: '来电量预测的标准差，占预测值的比例：0.05 即 5%',
    ahtError: '处理时长预测的标准差，占预测值的比例',
    exact: '另外逐时段递推队列：指数分布下的精确值',
    out: '在此文件夹内建立方案文件夹',
  },
  columnForm: (got) => `--column 须为列名和表头，例如 offered=Calls，实际为“${got}”。`,
  columnName: (got, allowed) => `--column 可用的列名为 ${allowed}，实际为“${got}”。`,
  notForScenario: (option) => `--${option} 只用于时段表；场景中已有规定。请修改场景，或去掉该选项。`,
  notForTable: (option) => `--${option} 只用于场景；时段表本身就是需求。`,
  scenarioWork: (got, allowed) => `--work 须为 ${allowed} 之一，实际为“${got}”。`,
  noTarget: '没有任何承诺可兑现：--target 0 须配合其他目标，例如 --max-asa 20。',
  ringTooLong: (queue, ring, within) =>
    `${queue}：振铃就需要 ${ring} 秒，不可能有人在 ${within} 秒内接通。请修改振铃时长或承诺。`,
  needsPatience: '--method erlang-a 需要知道来电者愿等多久：请给出 --patience 120 或 patience 列；场景由其自身说明。',
  nothingOpen: '该场景从不开放，没有可排班的时段。',
  notExact: (queue) => `--exact 要求全天处理时长和耐心不变，而“${queue}”中有变化。请去掉 --exact，或用 simulate 仿真。`,

  methods: {
    'erlang-c': 'Erlang C',
    'erlang-a': 'Erlang A',
    lagged: '滞后法',
    'modified-offered-load': '修正负荷法',
  },
  methodMeanings: {
    'erlang-c': '各时段独立，无人放弃',
    'erlang-a': '各时段独立，有人放弃',
    lagged: '提前一个处理时长的来电',
    'modified-offered-load': '时段内实际在处理的话务',
  },
  targets: {
    serviceLevel: ({ target, within, definition }) => `${within} 秒内接通 ${target}（${definition}）`,
    asa: ({ most }) => `接通者平均等待不超过 ${most} 秒`,
    meanWaitAll: ({ most }) => `全部来电平均等待不超过 ${most} 秒`,
    abandonment: ({ most }) => `放弃率不超过 ${most}`,
    waitProbability: ({ most }) => `需等待的比例不超过 ${most}`,
    occupancy: ({ most }) => `占用率不超过 ${most}`,
  },
  variants: {
    offered: '占全部来电',
    answered: '占已接通来电',
    abandonsMet: '按时放弃者算达标',
    shortAbandonsExcluded: '按时放弃者不计入',
    veryShortAbandonsMet: '极短时放弃者算达标',
    virtual: '从不放弃的来电者',
  },

  heading: ({ name }) => `${name} 的坐席需求`,
  madeBy: ({ version, method }) => `Callfloor ${version} · 按${method}排班`,
  demand: ({ offered, hours, intervals, days }) =>
    days === '1'
      ? `${intervals} 个时段共 ${offered} 个来电、${hours} 小时工作量`
      : `${days} 天、${intervals} 个时段共 ${offered} 个来电、${hours} 小时工作量`,
  promise: ({ targets }) => `每个时段的承诺：${targets}`,
  noPatience: '不知道来电者的耐心，因此以下数字假定无人放弃：可用 --patience 给出。',
  finding: {
    needs: ({ peak, time, paid, fte }) =>
      `高峰（${time}）需 ${peak} 名接线坐席；带薪 ${paid} 小时，每天 ${fte} 名全职坐席`,
    nobody: '没有来电，不需要坐席。',
    queue: ({ queue, sentence }) => `${queue}：${sentence}`,
    held: ({ level }) => `给定的坐席在每个时段都能兑现承诺${level}`,
    broken: ({ broken, of, worst, missing, level }) =>
      `给定的坐席不能兑现承诺：${of} 个时段中有 ${broken} 个未达标，最严重的是 ${worst}，还差 ${missing} 名${level}`,
    brokenButSame: ({ broken, of, level }) =>
      `给定的坐席不能兑现承诺：${of} 个时段中有 ${broken} 个未达标，相差不到一名${level}`,
    level: ({ level, within }) => `；全时段 ${within} 秒接通率为 ${level}`,
  },

  hours: {
    title: '各方法的接线工时',
    method: '方法',
    meaning: '以什么为负荷',
    whole: '整数人',
    fractional: '取整前',
    peak: '最多坐席',
    at: '时刻',
    rostered: ({ method }) => `${method}（用于排班）`,
    roster: ({ whole, shrinkage, paid, fte, fteHours }) =>
      `接线 ${whole} 小时需带薪 ${paid} 小时：损耗率 ${shrinkage} 加在小数人数上，每个时段只向上取整一次。按每天 ${fteHours} 小时带薪计，合 ${fte} 名全职坐席。`,
    rosterPlain: ({ paid, fte, fteHours }) =>
      `带薪 ${paid} 小时，未计损耗（--shrinkage）。按每天 ${fteHours} 小时带薪计，合 ${fte} 名全职坐席。`,
  },
  differ: {
    title: '各方法为何不同',
    patience: ({ c, a }) => `Erlang C 要 ${c} 小时，Erlang A 要 ${a} 小时：放弃的人让后面的人前移，同时也算未达标。`,
    sameHours: ({ hours }) => `Erlang C 与 Erlang A 都要 ${hours} 小时。`,
    shape: ({ time, alone, modified }) =>
      `来电的处理会延续到其时段之外。相差最大的是 ${time}：按本时段来电要 ${alone} 名，按实际在处理的话务要 ${modified} 名。`,
    alike: '与一天内的变化相比，处理时长很短：平移负荷不会使任何时段相差一名坐席。',
  },
  service: {
    title: '这些坐席的服务水平',
    required: '所需坐席的服务水平',
    steady: '各时段独立',
    exact: '逐时段递推（精确）',
    answeredWithin: ({ within }) => `${within} 秒接通率`,
    asa: '平均应答速度',
    abandoned: '放弃率',
    occupancy: '占用率',
    overload: ({ count }) =>
      `有 ${count} 个时段的话务超过坐席所能处理，而假定无人放弃：队列无限增长，等待没有尽头。这是答案，不是差错：增加坐席或给出耐心，结果才会改变。`,
    worst: '未达标的时段',
    stretch: '时段',
    agents: '坐席',
    needed: '所需',
    missing: '缺',
    carried: '可承接来电',
    carriedAht: '可承受的处理时长',
    anyNumber: '不限',
    none: '没有任何时段未达标。',
    carryMeaning: '含义：以这些坐席，该时段至多承接这么多来电仍能达标；或来电不变时，平均处理时长至多这么长。',
  },
  uncertainty: {
    title: '如果预测有误',
    errors: {
      both: ({ volume, aht }) => `来电量比预测低 ${volume}、处理时长低 ${aht}`,
      volume: ({ volume }) => `来电量比预测低 ${volume}`,
      aht: ({ aht }) => `处理时长比预测低 ${aht}`,
    },
    range: ({ errors, low, planned, high }) =>
      `${errors}：${low} 接线工时；与预测相同：${planned}；高出同样比例：${high}。`,
    confidence: ({ share, days }) =>
      days === '1'
        ? `预测误差为此大小（标准差，全天一致）时，每个时段都达标的概率为 ${share}。`
        : `预测误差为此大小（标准差，同一天内一致）时，一天内每个时段都达标的概率（各天平均）为 ${share}。`,
    none: '此处把预测当作准确。用 --volume-error 0.05 --aht-error 0.03 可得知预测有这么大的误差时需要多少坐席。',
  },
  chart: {
    titleNeeds: ({ peak, time }) => `${time} 需要的坐席最多：${peak} 名`,
    titleShort: ({ missing, time }) => `${time} 缺 ${missing} 名坐席`,
    titleHeld: '给定的坐席在每个时段都足够',
    forQueue: ({ queue, title }) => `${queue}：${title}`,
    question: '每个时段需要多少坐席？',
    contactsPer: ({ minutes }) => `每 ${minutes} 分钟来电`,
    agents: '接线坐席',
    level: ({ within }) => `${within} 秒接通率（%）`,
    offered: '来电',
    given: '给定',
    needed: ({ method }) => `所需（${method}）`,
    promised: ({ target }) => `承诺 ${target}`,
    eachAlone: '各时段独立',
    carriedOver: '逐时段递推',
    range: '预测误差一个标准差',
    reading: ({ offered, hours, method, peak, time }) =>
      `按${method}，${offered} 个来电需要 ${hours} 接线工时；${time} 最多，为 ${peak} 名。`,
    readingGiven: ({ hours, broken, of }) => `给定 ${hours} 接线工时；${of} 个时段中有 ${broken} 个未达标。`,
  },
  table: {
    intervals: '逐时段',
    days: '逐日',
    day: '日',
    time: '时间',
    queue: '队列',
    offered: '来电',
    aht: '处理时长（秒）',
    load: '负荷（Erlang）',
    roster: '排班',
    range: '范围',
    agents: '坐席',
    missing: '缺',
    required: '所需工时',
    paid: '带薪小时',
    fte: '全职坐席',
    peak: '最多坐席',
    confidence: '达标概率',
    inCsv: ({ count }) => `共 ${count} 行，不便打印；见 intervals.csv。`,
  },
  spark: {
    agents: ({ method, least, most }) => `按${method}的接线坐席，${least} 至 ${most}`,
    level: ({ within }) => `${within} 秒接通率`,
  },
  seconds: ({ amount }) => `${amount} 秒`,
  unlimited: '无限增长',
  none: '–',
  wrote: ({ path }) => `方案：${path}`,
  sections: {
    needs: '需要多少',
    service: '服务水平如何',
    uncertainty: '如果预测有误',
    table: '逐时段',
    computed: '如何计算',
  },
  computed: [
    '每个时段都当作稳态队列：来电为泊松过程，处理时长为指数分布，已知耐心时耐心也为指数分布。处理时长远短于时段时这样做是对的；--exact 和 callfloor simulate 可显示偏差有多大。',
    '队列从空开始：第一个时段之前以及每个空档之后，都没有在处理的来电。',
    'Erlang C：Erlang（1917）。Erlang A：Palm（1957）、Zeltyn 和 Mandelbaum（2005）。滞后法：Green、Kolesar 和 Soares（2001）。修正负荷法：Jennings、Mandelbaum、Massey 和 Whitt（1996）。',
    '小数人数一直保留到加上损耗，只向上取整一次；“取整前”的工时是人员可在时段之间共用时的需要。',
    '多个队列分别配置，各有各的人员。',
  ],
};
