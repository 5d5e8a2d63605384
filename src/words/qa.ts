/** What `callfloor qa` says: the options, the tables, and the sentences a manager can repeat. */

const evaluators = (count: string): string => (count === '1' ? '1 evaluator' : `${count} evaluators`);

export const en = {
  plan: 'how many evaluators a sampling rule takes, whom it finds, what it can prove',
  options: {
    agents: 'agents on the phones each open day',
    contacts: 'recordings of one agent a day',
    tickets: 'tickets of one agent a day',
    recordingPercent: 'percent of the day’s recordings that are evaluated; the number is rounded up',
    ticketPercent: 'percent of the day’s tickets that are evaluated; the number is rounded up',
    minutes: 'minutes an evaluator takes for one review',
    minutesCv: 'coefficient of variation of that time',
    findingMinutes: 'minutes for the talk about a finding below the pass mark',
    openDays: 'days a week the centre is open',
    qaDays: 'days a week evaluators work (default: every open day); what is drawn between is due on the first of them',
    hours: 'hours of an evaluator’s day',
    otherMinutes: 'minutes of that day for calibration and everything else',
    absence: 'share of days on which an evaluator is absent',
    inTime: 'share of reviews to be reported within one working day',
    evaluators: 'evaluators on duty (default: the fewest that are in time)',
    pass: 'score from which a contact passes',
    mean: 'mean of the agents’ true quality, points',
    between: 'standard deviation of true quality between agents, points',
    within: 'standard deviation of one agent’s contacts, points',
    noise: 'standard deviation of an evaluator’s score about the contact’s quality, points',
    serious: 'share of contacts with a serious error',
    repeatLimit: 'the rate at which findings come back shall be below this share …',
    repeatTruth: '… and truly is this',
    out: 'write a page with charts into this folder',
    json: 'print one JSON object; null is a number without limit',
  },
  tooManyDays: (qaDays: string, openDays: string) =>
    `--qa-days (${qaDays}) must not be more than --open-days (${openDays}): evaluators have no floor to sit on when it is closed.`,
  noTime: (minutes: string, hours: string) =>
    `--other-minutes (${minutes}) leave nothing of a day of ${hours} hours (--hours) for reviews.`,
  nothingDrawn:
    'Nothing is drawn: with these percentages and volumes the day’s sample is empty. Raise --recording-percent, --contacts or --tickets.',
  tooMany: (reviews: string, most: string) =>
    `That is ${reviews} reviews a day; the plan is worked out up to ${most}. Are --agents, --contacts and --tickets those of one day?`,
  question: (agents: string, contacts: string, recordings: string, share: string) =>
    `${agents} agents × ${contacts} recordings a day, ${share} of them evaluated = ${recordings} recordings a day`,
  questionTickets: (tickets: string, share: string) => `and ${share} of the tickets = ${tickets} tickets a day`,
  assumed: (mean: string, between: string, within: string, noise: string, pass: string) =>
    `Assumed: true quality ${mean} ± ${between} between agents, one contact ± ${within}, an evaluator ± ${noise} (standard deviations, points); pass mark ${pass}`,
  finding: (count: string, people: string, inTime: string) =>
    `${evaluators(count)} on duty (${people} on the payroll) report ${inTime} of reviews within one working day`,
  shortfall: (count: string, inTime: string, aim: string) =>
    `${evaluators(count)} on duty are too few: ${inTime} of reviews are reported within one working day, ${aim} is wanted`,
  endless: (count: string) =>
    `${evaluators(count)} on duty cannot keep up: the backlog grows every week, and in the end nothing is reported in time`,
  found: (month: string, weak: string, accused: string) =>
    `In a month (${month} reviews an agent) they find ${weak} of the agents truly below the mark and wrongly call ${accused} of the others`,
  load: {
    title: 'Evaluators on duty',
    evaluators: 'on duty',
    utilization: 'hours used',
    onTime: 'reported in time',
    clear: 'days that end with nothing left',
    weekly: (hours: string) => `A week’s sample is ${hours} hours of reviews and talks.`,
    week: (first: string, other: string) =>
      `The first working day carries ${first} reviews, the others ${other}: evaluators on every open day would need far fewer.`,
  },
  look: {
    title: 'Whom they find',
    horizon: 'looking back on',
    names: { day: 'a day', week: 'a week', month: 'a month' },
    reviews: 'reviews an agent',
    margin: 'the average is known to',
    points: (points: string) => `± ${points} points`,
    unknown: 'too few',
    serious: 'a serious error turns up',
    weakFound: 'weak agents found',
    goodAccused: 'good agents called weak',
    certainFound: 'weak agents, beyond doubt',
    certainAccused: 'good agents, beyond doubt',
    rules:
      'Called weak: the average lies below the mark. Beyond doubt: so does the upper end of its one-sided 95 % interval.',
    weak: (share: string, agents: string) =>
      `By the assumed spread ${share} of the agents are truly below the mark (about ${agents}).`,
  },
  quality: {
    title: 'Chance that an agent’s average falls below the mark',
    quality: 'true quality',
    at: (quality: string) => `${quality} points`,
  },
  says: {
    five: (points: string, low: string, high: string) =>
      `Five reviews say little: an average of five is known to ± ${points} points, and 4 passes in 5 fit any true pass rate from ${low} to ${high} (95 %).`,
    see: (points: string, reviews: string) =>
      `To tell an agent ${points} points below the mark from one at it takes ${reviews} reviews (power 80 %, one-sided 5 %).`,
    prove: (limit: string, truth: string, findings: string, weeks: string) =>
      `To prove that fewer than ${limit} of findings come back, when truly ${truth} do, ${findings} findings must be followed up: ${weeks} of this sample.`,
    cannotProve: (limit: string, truth: string) =>
      `A repeat rate of ${truth} is not below ${limit}: no sample can prove that it is.`,
    neverProved: (limit: string) =>
      `Without findings nothing is followed up, and a repeat rate below ${limit} can never be proved.`,
    weeks: (weeks: string) => (weeks === '1.0' ? '1 week' : `${weeks} weeks`),
    belowPass: (share: string) =>
      `${share} of single scores fall below the pass mark: each is put right and talked about.`,
  },
  sentences: (each: readonly string[]) => each.map((one) => `${one}.`).join(' '),
  scores: {
    describe: 'what real evaluations say of agents, evaluators and causes, with error bars',
    file: 'CSV of evaluations: agent, date, item, evaluator, score, causes',
    pass: 'score from which a contact passes',
    confidence: 'confidence of every interval',
    out: 'write a page, charts and agents.csv into this folder',
    tooFew: 'Nothing can be said about agents: the table needs at least two of them, one with two evaluations.',
    head: (reviews: string, agents: string, from: string, to: string) =>
      `${reviews} evaluations of ${agents} agents, ${from} to ${to}`,
    finding: (mean: string, passed: string, low: string, high: string) =>
      `The mean score is ${mean}; ${passed} pass (${low} to ${high})`,
    below: (names: string) => `truly below the mark beyond reasonable doubt: ${names}`,
    nobodyBelow: 'of no agent it can be said beyond reasonable doubt that they are below the mark',
    unclear: (count: string) =>
      count === '1' ? 'of 1 agent it cannot be told' : `of ${count} agents it cannot be told`,
    andMore: (count: string) => `and ${count} more`,
    separator: ', ',
    clauses: '; ',
    agents: {
      title: 'Agents, lowest first',
      agent: 'agent',
      reviews: 'reviews',
      mean: 'mean',
      adjusted: 'for severity',
      estimate: 'estimate',
      interval: 'interval',
      chance: 'truly below',
      finding: 'finding',
      findings: { below: '✘ needs a talk', unclear: '? unclear', above: '✔ above' },
      more: (count: string) => `${count} more agents, all higher: in agents.csv and in the JSON.`,
    },
    evaluators: {
      title: 'Evaluators',
      evaluator: 'evaluator',
      reviews: 'reviews',
      mean: 'mean',
      effect: 'severity',
      interval: 'interval',
      unknown: 'not to be told',
    },
    causes: { title: 'Causes', cause: 'cause', reviews: 'reviews', share: 'share' },
    says: {
      shrunk: (spread: string) =>
        `Estimates are drawn towards the mean of all, the more so the fewer reviews an agent has: agents truly differ by ± ${spread} points (standard deviation), the rest is chance. Ranking plain means would put at both ends those of whom least was seen.`,
      alike: 'Agents differ no more than chance would have it: a ranking of these scores ranks luck.',
      severe: (evaluator: string, points: string) =>
        `${evaluator} scores ${points} points below the evaluators’ average on the same agents: calibrate before anybody is called.`,
      lenient: (evaluator: string, points: string) =>
        `${evaluator} scores ${points} points above the evaluators’ average on the same agents: calibrate.`,
      adjusted: 'Scores are freed of the evaluators’ severity before agents are compared.',
      apart:
        'Evaluators who share no agents cannot be compared: an agent’s score may be the evaluator’s. Let two evaluators score some of the same agents.',
      agreement: (items: string, within: string) => `Of ${items} items scored twice, ${within} lie within ten points.`,
      intraclass: (value: string, low: string, high: string) =>
        `One evaluator stands for another with an intraclass correlation of ${value} (${low} to ${high}).`,
      kappa: (value: string, low: string, high: string) =>
        `On pass or not they agree beyond chance with kappa ${value} (${low} to ${high}).`,
      never: 'No item was scored twice: nothing can be said of how far evaluators agree.',
      days: (days: string) => `Days out of the ordinary: ${days}.`,
      steady: (days: string, run: string) =>
        `No day of ${days} is out of the ordinary (a false alarm is expected once in ${run} days).`,
      plan: (options: string) => `These scores as a model, for a plan of the sample: callfloor qa plan ${options}`,
    },
    page: {
      title: 'Quality assurance: what these evaluations say',
      sections: { agents: 'Agents', evaluators: 'Evaluators and causes', computed: 'How it was computed' },
      method: [
        'Agents’ true means are normal about the mean of all; how far agents differ and how far scores stray is known only as well as the scores say, and intervals allow for it (Daniels 1999). An agent is called when the chance that he is truly below the mark is at least 95 %.',
        'Severity is the least-squares effect of the evaluator beside the agent; its interval uses Student’s t.',
        'The share of passes has Wilson’s interval.',
        'A day is out of the ordinary where its mean lies further from what its agents and evaluators usually give than chance puts one day in 370.',
      ],
    },
    chart: {
      question: 'Who is below the mark?',
      title: (below: string, unclear: string) => `Below the mark beyond doubt: ${below}; not to be told: ${unclear}`,
      reading: (agents: string) =>
        `One row an agent, lowest first (${agents}): the dot is the estimate, the line its interval, the cross the plain mean. Where the line crosses the mark, the scores cannot tell.`,
      x: 'score, points',
      mark: 'pass mark',
    },
  },
  meaning: 'What this means',
  page: {
    title: 'Quality assurance: what this sample takes and shows',
    madeBy: (version: string) => `Callfloor ${version} · exact figures, no simulation`,
    sections: { takes: 'What it takes', shows: 'What it shows', computed: 'How it was computed' },
    assumptions: 'Assumptions',
    method: [
      'The sample is drawn at random without replacement from a day’s recordings and tickets; the percentage is rounded up to a whole number.',
      'Chances to find errors and the number of reviews of an agent follow the hypergeometric distribution.',
      'Scores are normal: an agent’s true quality, the contact, the evaluator. The spread is taken as known.',
      'What is drawn on one day is due by the end of the next working day. What is left over waits before the new (Lindley 1952); attendance is binomial.',
      'A month has 52 ÷ 12 weeks. One person works five days a week.',
    ],
    report: (path: string) => `Page: ${path}`,
  },
  charts: {
    detection: {
      question: 'Who is called weak?',
      title: (month: string, day: string) =>
        `An agent 5 points below the mark is called weak after a month with ${month}, after a day with ${day}`,
      reading: (falseMonth: string, falseDay: string) =>
        `Each curve is the chance that an agent’s average falls below the mark, by true quality: the more reviews, the steeper. An agent 5 points above the mark is called weak with ${falseDay} after a day and ${falseMonth} after a month.`,
      x: 'true quality of the agent, points',
      y: 'chance to be called weak',
      mark: 'pass mark',
    },
    load: {
      question: 'How many evaluators?',
      title: (count: string, onTime: string) =>
        `With ${evaluators(count)} on duty ${onTime} is reported within one working day`,
      reading: (fewer: string, onTime: string) =>
        `Bars are the share of reviews reported in time. With one fewer (${fewer}) it is ${onTime}: a backlog grows slowly, then at once.`,
      x: 'evaluators on duty',
      y: 'reported in time',
      aim: 'wanted',
    },
  },
};

export const zh: typeof en = {
  plan: '按抽检规则需要多少质检员、能找出谁、能证明什么',
  options: {
    agents: '每个营业日在线的坐席人数',
    contacts: '每名坐席每天的录音数',
    tickets: '每名坐席每天的工单数',
    recordingPercent: '每天抽检的录音百分比；条数向上取整',
    ticketPercent: '每天抽检的工单百分比；条数向上取整',
    minutes: '质检员评一条所需分钟数',
    minutesCv: '该时长的变异系数',
    findingMinutes: '一条不合格记录的反馈沟通分钟数',
    openDays: '中心每周营业天数',
    qaDays: '质检员每周工作天数（默认：每个营业日）；其间抽出的在此后第一个工作日到期',
    hours: '质检员每天工作小时数',
    otherMinutes: '其中用于校准等其他事务的分钟数',
    absence: '质检员缺勤天数占比',
    inTime: '要求在一个工作日内反馈的占比',
    evaluators: '当班质检员人数（默认：能按时完成的最少人数）',
    pass: '合格分数线',
    mean: '坐席真实质量的均值（分）',
    between: '坐席之间真实质量的标准差（分）',
    within: '同一坐席各次服务的标准差（分）',
    noise: '质检员评分误差的标准差（分）',
    serious: '含严重差错的服务占比',
    repeatLimit: '问题复发率应低于此占比……',
    repeatTruth: '……而真实复发率为此',
    out: '把带图表的页面写入此文件夹',
    json: '输出一个 JSON 对象；null 表示没有上限的数',
  },
  tooManyDays: (qaDays, openDays) =>
    `--qa-days（${qaDays}）不能大于 --open-days（${openDays}）：中心不营业时质检员也不上班。`,
  noTime: (minutes, hours) => `--other-minutes（${minutes}）占满了每天 ${hours} 小时（--hours），没有时间评审。`,
  nothingDrawn:
    '没有抽到任何记录：按这些比例和业务量，每天的样本为空。请提高 --recording-percent、--contacts 或 --tickets。',
  tooMany: (reviews, most) =>
    `每天要评 ${reviews} 条，本计划最多计算到 ${most} 条。--agents、--contacts、--tickets 是一天的数量吗？`,
  question: (agents, contacts, recordings, share) =>
    `${agents} 名坐席 × 每天 ${contacts} 条录音，抽检 ${share} = 每天 ${recordings} 条录音`,
  questionTickets: (tickets, share) => `另抽检工单 ${share} = 每天 ${tickets} 张工单`,
  assumed: (mean, between, within, noise, pass) =>
    `假设：坐席真实质量 ${mean} ± ${between}（坐席之间），单次服务 ± ${within}，质检员 ± ${noise}（标准差，分）；合格线 ${pass} 分`,
  finding: (count, people, inTime) => `${count} 名质检员当班（编制 ${people} 人），${inTime} 的评审在一个工作日内反馈`,
  shortfall: (count, inTime, aim) => `${count} 名质检员当班不够：一个工作日内反馈的只有 ${inTime}，要求 ${aim}`,
  endless: (count) => `${count} 名质检员当班跟不上：积压逐周增加，最终没有一条能按时反馈`,
  found: (month, weak, accused) =>
    `一个月内（每名坐席 ${month} 条），真正不达标的坐席能找出 ${weak}，其余坐席被误判的占 ${accused}`,
  load: {
    title: '当班质检员',
    evaluators: '当班人数',
    utilization: '工时占用',
    onTime: '按时反馈',
    clear: '当日清零的天数',
    weekly: (hours) => `一周的样本需要 ${hours} 小时的评审与沟通。`,
    week: (first, other) =>
      `每周第一个工作日有 ${first} 条到期，其余各日 ${other} 条：若质检员每个营业日都上班，所需人数会少得多。`,
  },
  look: {
    title: '能找出谁',
    horizon: '回看',
    names: { day: '一天', week: '一周', month: '一个月' },
    reviews: '每名坐席条数',
    margin: '平均分误差',
    points: (points) => `± ${points} 分`,
    unknown: '太少',
    serious: '发现严重差错',
    weakFound: '找出不达标坐席',
    goodAccused: '误判达标坐席',
    certainFound: '确凿找出',
    certainAccused: '确凿误判',
    rules: '判为不达标：平均分低于合格线。确凿：其单侧 95% 区间的上限也低于合格线。',
    weak: (share, agents) => `按假设的离散程度，真正不达标的坐席占 ${share}（约 ${agents} 人）。`,
  },
  quality: {
    title: '坐席平均分落在合格线以下的概率',
    quality: '真实质量',
    at: (quality) => `${quality} 分`,
  },
  says: {
    five: (points, low, high) =>
      `五条记录说明不了多少：五条的平均分误差为 ± ${points} 分；5 条中 4 条合格，真实合格率可以是 ${low} 到 ${high} 之间的任何值（95%）。`,
    see: (points, reviews) =>
      `要区分低于合格线 ${points} 分的坐席与刚好合格的坐席，需要 ${reviews} 条评审（把握度 80%，单侧 5%）。`,
    prove: (limit, truth, findings, weeks) =>
      `要证明问题复发率低于 ${limit}（真实为 ${truth}），需要跟踪 ${findings} 个问题：按本样本需 ${weeks}。`,
    cannotProve: (limit, truth) => `复发率 ${truth} 并不低于 ${limit}：任何样本都无法证明它低于该值。`,
    neverProved: (limit) => `没有发现问题就无从跟踪，复发率低于 ${limit} 永远无法证明。`,
    weeks: (weeks) => `${weeks} 周`,
    belowPass: (share) => `单次评分低于合格线的占 ${share}：每一条都要整改并沟通。`,
  },
  sentences: (each) => each.map((one) => `${one}。`).join(''),
  scores: {
    describe: '真实质检评分能说明坐席、质检员和原因的什么，附误差范围',
    file: '质检评分 CSV：坐席、日期、条目、质检员、得分、原因',
    pass: '合格分数线',
    confidence: '各区间的置信水平',
    out: '把页面、图表和 agents.csv 写入此文件夹',
    tooFew: '无法对坐席作出任何判断：表中至少要有两名坐席，其中一名有两条评分。',
    head: (reviews, agents, from, to) => `${agents} 名坐席的 ${reviews} 条评分，${from} 至 ${to}`,
    finding: (mean, passed, low, high) => `平均 ${mean} 分；合格 ${passed}（${low} 至 ${high}）`,
    below: (names) => `可以确信真正低于合格线的坐席：${names}`,
    nobodyBelow: '没有一名坐席可以确信低于合格线',
    unclear: (count) => `${count} 名坐席尚无法判断`,
    andMore: (count) => `等另外 ${count} 人`,
    separator: '、',
    clauses: '；',
    agents: {
      title: '坐席（由低到高）',
      agent: '坐席',
      reviews: '评分数',
      mean: '平均',
      adjusted: '校正宽严',
      estimate: '估计',
      interval: '区间',
      chance: '真正低于线',
      finding: '结论',
      findings: { below: '✘ 需要谈话', unclear: '? 不明', above: '✔ 达标' },
      more: (count) => `另有 ${count} 名更高的坐席，见 agents.csv 和 JSON。`,
    },
    evaluators: {
      title: '质检员',
      evaluator: '质检员',
      reviews: '评分数',
      mean: '平均',
      effect: '宽严',
      interval: '区间',
      unknown: '无法判断',
    },
    causes: { title: '原因', cause: '原因', reviews: '评分数', share: '占比' },
    says: {
      shrunk: (spread) =>
        `估计值向全体均值收缩，评分越少收缩越多：坐席之间的真实差异为 ± ${spread} 分（标准差），其余是偶然。按原始平均排名，两端总是评分最少的人。`,
      alike: '坐席之间的差异不超过偶然：按这些分数排名，排的是运气。',
      severe: (evaluator, points) => `${evaluator} 对同样的坐席比质检员平均低 ${points} 分：先校准，再找人谈话。`,
      lenient: (evaluator, points) => `${evaluator} 对同样的坐席比质检员平均高 ${points} 分：请校准。`,
      adjusted: '比较坐席之前，分数已扣除质检员的宽严差异。',
      apart: '没有共同坐席的质检员无法比较：坐席的分数可能只反映质检员。请让两名质检员评一部分相同的坐席。',
      agreement: (items, within) => `${items} 条记录由两人评分，其中 ${within} 相差不超过十分。`,
      intraclass: (value, low, high) => `一名质检员可代表另一名的程度：组内相关系数 ${value}（${low} 至 ${high}）。`,
      kappa: (value, low, high) => `合格与否的一致性（扣除偶然）：kappa ${value}（${low} 至 ${high}）。`,
      never: '没有一条由两人评分：无法说明质检员之间的一致程度。',
      days: (days) => `异常的日期：${days}。`,
      steady: (days, run) => `${days} 天中没有异常（平均每 ${run} 天会误报一次）。`,
      plan: (options) => `把这些评分作为模型来规划抽检：callfloor qa plan ${options}`,
    },
    page: {
      title: '质检：这些评分说明了什么',
      sections: { agents: '坐席', evaluators: '质检员与原因', computed: '如何计算' },
      method: [
        '坐席真实均值在全体均值附近服从正态分布；坐席间差异与评分波动只能由评分得知，区间已计入这一不确定性（Daniels 1999）。真正低于合格线的概率不小于 95% 时才点名。',
        '宽严是在坐席之外由质检员带来的最小二乘效应，区间用学生 t 分布。',
        '合格占比用 Wilson 区间。',
        '某日平均分与当日坐席、质检员的平常水平之差，若大于偶然情况下 370 天才出现一次的程度，即为异常日。',
      ],
    },
    chart: {
      question: '谁低于合格线？',
      title: (below, unclear) => `确信低于合格线：${below}；无法判断：${unclear}`,
      reading: (agents) =>
        `每行一名坐席，由低到高（${agents}）：圆点为估计，横线为区间，叉为原始平均。横线跨过合格线时，分数说明不了问题。`,
      x: '得分',
      mark: '合格线',
    },
  },
  meaning: '这意味着什么',
  page: {
    title: '质检：这样抽检需要什么、能看出什么',
    madeBy: (version) => `Callfloor ${version} · 精确计算，未用仿真`,
    sections: { takes: '需要什么', shows: '能看出什么', computed: '如何计算' },
    assumptions: '假设',
    method: [
      '样本从当天的录音和工单中随机、不放回地抽取；百分比向上取整为条数。',
      '发现差错的概率和每名坐席的评审条数服从超几何分布。',
      '评分服从正态分布：坐席真实质量、单次服务、质检员误差；离散程度视为已知。',
      '某天抽出的样本须在下一个工作日结束前完成。剩余的排在新样本之前（Lindley 1952）；出勤人数服从二项分布。',
      '一个月按 52 ÷ 12 周计，每人每周工作五天。',
    ],
    report: (path) => `页面：${path}`,
  },
  charts: {
    detection: {
      question: '谁会被判为不达标？',
      title: (month, day) => `低于合格线 5 分的坐席，一个月后被判不达标的概率为 ${month}，一天后为 ${day}`,
      reading: (falseMonth, falseDay) =>
        `每条曲线是坐席平均分低于合格线的概率，横轴为其真实质量：评审越多，曲线越陡。高于合格线 5 分的坐席被误判的概率，一天后为 ${falseDay}，一个月后为 ${falseMonth}。`,
      x: '坐席真实质量（分）',
      y: '被判不达标的概率',
      mark: '合格线',
    },
    load: {
      question: '需要多少质检员？',
      title: (count, onTime) => `${count} 名质检员当班时，${onTime} 在一个工作日内反馈`,
      reading: (fewer, onTime) =>
        `柱高为按时反馈的占比。少一名（${fewer} 名）时为 ${onTime}：积压起初缓慢，随后一发不可收拾。`,
      x: '当班质检员人数',
      y: '按时反馈',
      aim: '要求',
    },
  },
};
