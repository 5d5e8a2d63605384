/**
 * What `callfloor explain` says: a small lesson about one queue, for somebody who never heard of statistics. Each part has a
 * question, a finding with the reader's own numbers, a reading of the picture and the idea to keep.
 */

/** A named thing or a sentence that needs values: all values come formatted. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

const people = (agents: string): string => (agents === '1' ? '1 agent' : `${agents} agents`);

export const en = {
  scenario: 'scenario file to explain (without one: --calls and --aht)',
  options: {
    calls: 'without a scenario: calls in the period',
    per: 'length of the period in minutes (default: 60)',
    aht: 'mean handle time in seconds: talk, hold and wrap-up',
    handleCv: 'standard deviation ÷ mean of the handle time (default: 1)',
    agents: 'agents there are (default: the fewest that keep the promise by Erlang A)',
    patience: 'mean patience in seconds (default: 120)',
    within: 'the promise: answer within so many seconds (default: 10) …',
    target: '… this share of calls (default: 0.9)',
    work: 'of a scenario: which work type (default: the one with most contacts)',
    at: 'of a scenario: the interval that begins at this time, for instance 10:00 (default: where the promise hangs by a thread)',
    runs: 'simulated days per point',
  },
  problems: {
    needQueue: 'What shall be explained? Name a scenario file, or give a queue with --calls and --aht.',
    both: (option: string) => `--${option} is for a queue without a scenario; the scenario says it already.`,
    onlyScenario: (option: string) => `--${option} needs a scenario file.`,
    load: (load: string, least: string, most: string) =>
      `That is a load of ${load} Erlangs; a lesson can be given from ${least} to ${most}. Are --calls, --per (minutes) and --aht (seconds) right?`,
    agents: (most: string) => `A lesson can be given on up to ${most} agents.`,
    work: (given: string, names: string) => `--work "${given}": the scenario has no such work type; it has ${names}.`,
    'no-promise':
      'Nothing here is promised about the wait: the lesson needs a promise "answered-within" with "atLeast" for the work type.',
    'no-time': (at: string, example: string) =>
      `--at "${at}": no planning interval begins then. Try a time like ${example}.`,
    'nobody-there': 'In that interval nobody calls, or no agent is there for this work. Choose another one with --at.',
    'ring-too-long': 'The ringing alone takes longer than the promise allows, so no number of agents can keep it.',
  },
  page: {
    title: ({ name }: Values<'name'>) => `${name} – explained`,
    ofScenario: ({ summary, work, time }: Values<'summary' | 'work' | 'time'>) => `${summary} – ${work} at ${time}`,
    ofQueue: ({ calls, aht, agents }: Values<'calls' | 'aht' | 'agents'>) =>
      `${calls} calls an hour, ${aht} s each, ${people(agents)}`,
    madeBy: ({ version, runs, seed }: Values<'version' | 'runs' | 'seed'>) =>
      `Callfloor ${version} · ${runs} simulated days per point · seed ${seed}`,
    keep: 'To keep:',
    tryIt: 'Try it:',
  },
  finding: {
    queue: ({
      agents,
      share,
      within,
      few,
      fewer,
      more,
    }: Values<'agents' | 'share' | 'within' | 'few' | 'fewer' | 'more'>) =>
      `With ${people(agents)}, ${share} of calls are answered within ${within}. With ${few} fewer it would be ${fewer}, with ${few} more ${more}.`,
    day: ({ formula, simulated, cause }: Values<'formula' | 'simulated' | 'cause'>) =>
      `For the whole day Erlang A says ${formula} in time, the simulation ${simulated}. ${cause}`,
    cause: ({ name, points }: Values<'name' | 'points'>) =>
      `What makes most of the difference: ${name} (${points} points).`,
    noCause: 'Here what the formula leaves out hardly matters.',
  },
  sections: {
    day: {
      title: 'This day: formula and simulation',
      intro:
        "Erlang's formulas know one steady queue. A real day has more: people who call again, calls that take very different times, days that are busier than planned. Here the day is first simulated without all of that, and then each thing is put back, with the very same callers, so that you see what each of them does.",
      keep: 'A formula is right about the world that it assumes. Ask first whether yours is that world.',
    },
    numbers: {
      title: 'The queue of this lesson',
      intro:
        'Calls an hour × handle time is the load in Erlangs: so many agents are busy on average. Everything above it is reserve for calls that come at once by chance. Every picture below changes one thing of this queue and nothing else.',
      keep: 'The average tells how much work there is; chance decides who waits.',
    },
    knee: {
      title: 'Why two agents change everything',
      intro:
        'Close to the load every agent counts: the queue feeds on itself, because whoever waits makes those behind him wait. With plenty of agents one more changes almost nothing. The bend between the two is the knee of the curve, and rosters live there.',
      keep: 'An average of one or two agents short is not “almost enough”. Near the knee it is the difference between kept and broken.',
    },
    pooling: {
      title: 'One queue or several',
      intro:
        'Split the same calls and the same agents into teams that do not help each other, and some agents sit idle while callers wait at the next desk. One common queue never wastes a free agent.',
      keep: 'Splitting costs agents. Skills, teams and sites that cannot help each other need a good reason.',
    },
    squareRoot: {
      title: 'Large centres need little reserve',
      intro:
        'The reserve above the load has to cover chance, and chance evens out: four times the calls vary only twice as much. So the reserve grows with the square root of the load, not with the load.',
      keep: 'Agents = load + a number × √load. Never scale a roster in proportion to the calls.',
    },
    variability: {
      title: 'What variation costs',
      intro:
        'Two kinds of variation look alike and are not. If calls differ in length, it evens out within the hour. If whole days differ from the forecast, nothing evens it out: every call of a busy day meets too few agents.',
      keep: 'Bad days cost more than good days give back. A plan for the average day does not keep its promise on average.',
    },
    patience: {
      title: 'How long callers are ready to wait',
      intro:
        'Whoever hangs up makes room for those behind. That is why Erlang C, where everybody waits for ever, sees queues that no real centre has, and why a share answered in time says little without the share that hung up.',
      keep: 'Impatience hides shortage: the promise may look kept because callers gave up.',
    },
    lag: {
      title: 'The load comes later than the calls',
      intro:
        'A call that comes at nine still keeps its agent busy some minutes after. A formula that is asked interval by interval takes the load to be calls × handle time of that very interval. While calls rise it plans too many agents too early, and while they fall too few.',
      keep: 'Staff for the load, not for the calls: it is the calls, some minutes later and smoother.',
    },
    redials: {
      title: 'Who hangs up calls again',
      intro:
        'A caller who gave up still has his question. If he calls again, his call is counted twice, and it is more work exactly when there are too few agents.',
      keep: 'Redials turn a small shortage into a large one. Count callers, not attempts, when you forecast.',
    },
    computed: {
      title: 'How it was computed',
      formulas:
        'The curves are exact formulas: Erlang A (Palm) and Erlang C, the same with general patience, Erlang X for redials, the load over time by Eick, Massey and Whitt. Nothing is fitted.',
      points: ({ runs, confidence }: Values<'runs' | 'confidence'>) =>
        `Green points are simulated: ${runs} days each (four times as many where days differ), without the first minutes, in which a queue that begins empty is not yet steady. Their lines are ${confidence} intervals: of twenty such lines about one misses the true value.`,
      steps: ({ runs }: Values<'runs'>) =>
        `The steps of the day are simulated with ${runs} days each on the same seed: the same callers come at the same moments, so a step shows what was put back and not luck.`,
      made: 'You gave one queue and no day: the days’ variation of 10 %, the redials and the course of the day are examples, marked as such.',
      fraction: ({ scheduled, agents }: Values<'scheduled' | 'agents'>) =>
        `On the roster there are ${scheduled} agents for this work in this interval (shared ones by their share); the lesson takes ${agents}.`,
      again: 'The same input and seed give the same lesson.',
    },
  },
  charts: {
    steps: {
      question: 'What does each thing that the formula leaves out change?',
      title: ({ formula, simulated }: Values<'formula' | 'simulated'>) =>
        `From ${formula} by the formula to ${simulated} on the simulated day`,
      reading: ({ work, within }: Values<'work' | 'within'>) =>
        `${work}: share answered within ${within} over the day. Each bar has everything of the bar above it and one thing more.`,
    },
    knee: {
      question: 'How does service change with the number of agents?',
      title: ({ few, agents, fewer, share, more }: Values<'few' | 'agents' | 'fewer' | 'share' | 'more'>) =>
        `${few} fewer than ${agents}: ${fewer} instead of ${share}; ${few} more: ${more}`,
      titleFirst: ({ few, agents, share, more }: Values<'few' | 'agents' | 'share' | 'more'>) =>
        `With ${people(agents)} ${share} are answered in time; ${few} more: ${more}`,
      reading: ({ within, byA, byC, target }: Values<'within' | 'byA' | 'byC' | 'target'>) =>
        `Share answered within ${within} by number of agents. The promise of ${target} takes ${people(byA)} by Erlang A and ${people(byC)} by Erlang C. The shaded stretch is two agents either way.`,
      abandonment: ({ fewer, share, more }: Values<'fewer' | 'share' | 'more'>) =>
        `Hung up: ${fewer}, ${share} and ${more}.`,
    },
    pooling: {
      question: 'What if the same people worked in separate teams?',
      title: ({ together, apart, needed, extra }: Values<'together' | 'apart' | 'needed' | 'extra'>) =>
        `Split in two, the same people answer ${apart} instead of ${together} in time; the promise would take ${needed} agents, ${extra} more`,
      titleSame: ({ together, apart }: Values<'together' | 'apart'>) =>
        `Split in two, the same people answer ${apart} instead of ${together} in time`,
      alone: 'One agent alone cannot be split',
      reading: ({ within }: Values<'within'>) =>
        `Above: share answered within ${within} with the agents there are, split evenly. Below: agents needed for the promise in every queue.`,
    },
    squareRoot: {
      question: 'How many agents above the load does a larger centre need?',
      title: ({ needed, proportion }: Values<'needed' | 'proportion'>) =>
        `Four times the calls take ${needed} agents, not ${proportion}`,
      reading: ({ beta, worst, unit }: Values<'beta' | 'worst' | 'unit'>) =>
        `Agents above the load for the same promise, from a sixteenth to four times the calls. The rule load + ${beta} × √load, set by today’s size, is off by at most ${worst} ${unit}: it is a rule of thumb, the curve is exact.`,
      slower:
        'The exact reserve grows even more slowly: in a larger centre agents come free more often, so the promised seconds are worth more.',
    },
    busyDays: {
      question: 'What if days are busier or quieter than the forecast?',
      title: ({ cv, share, mean, days }: Values<'cv' | 'share' | 'mean' | 'days'>) =>
        `Days that differ by ${cv}: ${share} instead of ${mean} in time, and ${days} of days keep the promise`,
      reading: ({ cv }: Values<'cv'>) =>
        `Calls of a day = forecast × a random factor that differs by so many per cent (its standard deviation; two days in three lie within it). Your queue is shown at ${cv}.`,
    },
    handling: {
      question: 'What if calls differ much in length?',
      flat: ({ low, high }: Values<'low' | 'high'>) =>
        `How much call lengths differ hardly matters here: ${low} to ${high} in time`,
      unsure: ({ low, high }: Values<'low' | 'high'>) =>
        `These days are too few to tell what call lengths that differ do: ${low} to ${high} in time`,
      title: ({ steady, varied }: Values<'steady' | 'varied'>) =>
        `All calls alike: ${steady} in time; lengths that differ much: ${varied}`,
      reading: ({ cv }: Values<'cv'>) =>
        `Simulated share answered in time by how much handle times differ (standard deviation ÷ mean), the mean unchanged. Erlang A assumes 1; yours is ${cv}.`,
    },
    patience: {
      question: 'What if callers were more patient, or less?',
      title: ({ patience, lost, half, lostHalf }: Values<'patience' | 'lost' | 'half' | 'lostHalf'>) =>
        `With a patience of ${patience}, ${lost} hang up; with half of it (${half}) ${lostHalf}`,
      same: ({ patience, lost, half }: Values<'patience' | 'lost' | 'half'>) =>
        `With a patience of ${patience}, ${lost} hang up, and hardly more with half of it (${half})`,
      reading: ({ short, long }: Values<'short' | 'long'>) =>
        `Above: answered in time; below: hung up. At an eighth of the patience ${short} are in time, at eight times ${long}: with the same agents the promise looks better the less patient callers are.`,
      readingOther: ({ short, long }: Values<'short' | 'long'>) =>
        `Above: answered in time; below: hung up. At an eighth of the patience ${short} are in time, at eight times ${long}.`,
    },
    patienceShape: {
      question: 'And if patience has another shape, with the same mean?',
      title: ({ fixed, exponential, mixed }: Values<'fixed' | 'exponential' | 'mixed'>) =>
        `Same mean patience, other shape: ${fixed}, ${exponential} or ${mixed} in time`,
      reading:
        'Everybody equally patient; as Erlang A assumes; or mixed, many who hang up soon and some who hold on. The mean alone does not decide: what counts is how many hang up early.',
    },
    lag: {
      question: 'When are the agents busy?',
      title: ({ time, real, byRate }: Values<'time' | 'real' | 'byRate'>) =>
        `At ${time} the work is ${real} Erlangs, not ${byRate} as calls × handle time has it`,
      flat: 'Calls change so slowly that the load follows them closely',
      reading: ({ lag, most, time, own }: Values<'lag' | 'most' | 'time' | 'own'>) =>
        `While calls rise or fall evenly the load is ${lag} behind them. Agents for the promise by both loads differ by up to ${most} (${time}). ${own}`,
      own: 'The calls are those of the scenario.',
      made: 'The day is made up for the lesson; its busiest half-hour has your calls.',
    },
    redials: {
      question: 'What do redials add?',
      title: ({ fraction, attempts, share, without }: Values<'fraction' | 'attempts' | 'share' | 'without'>) =>
        `If ${fraction} of those who hang up call again, 100 callers make ${attempts} calls, and ${share} instead of ${without} are in time`,
      same: ({ fraction, attempts, share }: Values<'fraction' | 'attempts' | 'share'>) =>
        `If ${fraction} of those who hang up call again, 100 callers make ${attempts} calls, and ${share} are in time as before`,
      unsettled: ({ fraction }: Values<'fraction'>) =>
        `If ${fraction} of those who hang up call again, the calls never settle: there are too few agents for all callers`,
      reading: ({ after }: Values<'after'>) =>
        `Above: calls per 100 callers; below: share answered in time. The curve is Erlang X, which lets redials come long after; in the simulation they come after ${after} on average.`,
    },
  },
  steps: {
    formula: 'Erlang A, interval by interval',
    'whole-day': 'simulated: the same assumptions, but a whole day',
    'handling-shape': '+ call lengths as they are',
    'patience-shape': '+ patience as it is',
    balking: '+ some leave on hearing that they must wait',
    'limited-lines': '+ lines and waiting places run out',
    redials: '+ redials',
    busyness: '+ days busier and quieter than planned',
  },
  causes: {
    'whole-day':
      'queues carried over, agents shared between queues, and shifts that change within the hour, which no interval formula sees',
    'handling-shape': 'call lengths that differ otherwise than assumed',
    'patience-shape': 'patience that differs otherwise than assumed',
    balking: 'callers who leave on hearing that they must wait',
    'limited-lines': 'lines and waiting places that run out',
    redials: 'redials',
    busyness: 'days busier and quieter than planned',
  },
  series: {
    erlangA: 'Erlang A',
    erlangC: 'Erlang C',
    simulated: 'simulated, with interval',
    inTime: 'answered in time',
    daysKept: 'days that keep the promise',
    exact: 'exact',
    rule: 'square-root rule',
    proportion: 'in proportion to the calls',
    byRate: 'calls × handle time',
    real: 'the real load',
    erlangX: 'Erlang X',
  },
  axes: {
    agents: 'agents',
    answeredWithin: ({ within }: Values<'within'>) => `Answered within ${within} (%)`,
    share: 'Share (%)',
    abandoned: 'Hung up (%)',
    agentsNeeded: 'Agents needed',
    reserve: 'Agents above the load',
    load: 'load in Erlangs',
    loadAbove: 'Load (Erlangs)',
    busyness: 'how much days differ from the forecast (standard deviation)',
    handleCv: 'how much call lengths differ (standard deviation ÷ mean)',
    patience: 'mean patience (each step doubles it)',
    redials: 'share of those who hang up and call again',
    attempts: 'Calls per 100 callers',
    time: 'time of day',
  },
  marks: {
    agents: ({ agents }: Values<'agents'>) => people(agents),
    yours: ({ value }: Values<'value'>) => `yours: ${value}`,
    example: ({ value }: Values<'value'>) => `example: ${value}`,
    today: 'today',
    times: ({ times }: Values<'times'>) => `× ${times}`,
    promised: ({ target }: Values<'target'>) => `promised ${target}`,
  },
  bars: {
    queues: ({ queues, agents }: Values<'queues' | 'agents'>) =>
      queues === '1' ? `one queue of ${agents} agents` : `${queues} queues of ${agents} agents each`,
    needed: ({ queues }: Values<'queues'>) => (queues === '1' ? 'one queue' : `${queues} queues`),
    change: ({ value, change }: Values<'value' | 'change'>) => `${value} (${change})`,
    shapes: {
      fixed: 'everybody waits equally long',
      exponential: 'as Erlang A assumes (exponential)',
      hyperexponential: 'many hang up soon, some hold on',
    },
  },
  numbers: {
    caption: 'Formulas beside the simulation, for the very same queue',
    model: 'Model',
    inTime: ({ within }: Values<'within'>) => `Answered within ${within}`,
    lost: 'Hung up or lost',
    asa: 'Mean wait (ASA)',
    occupancy: 'Occupancy',
    erlangB: 'Erlang B: nobody waits',
    erlangC: 'Erlang C: nobody hangs up',
    erlangA: 'Erlang A: some hang up',
    simulated: 'Simulated',
    facts: {
      calls: 'Calls an hour',
      aht: 'Handle time (mean)',
      ring: 'of it ringing',
      load: 'Load',
      agents: 'Agents',
      reserve: 'of them in reserve',
      patience: 'Patience (mean)',
      never: 'nobody hangs up',
      promise: 'Promise',
      erlangs: ({ load }: Values<'load'>) => `${load} Erlangs`,
      promised: ({ target, within }: Values<'target' | 'within'>) => `${target} within ${within}`,
      definition: 'Counted as',
    },
  },
  written: (path: string) => `Lesson: ${path}`,
};

/** Every text of `callfloor explain` in one language. */
export type LessonWords = typeof en;

export const zh: LessonWords = {
  scenario: '要讲解的场景文件（不给则用 --calls 和 --aht）',
  options: {
    calls: '不给场景时：时段内的来电数',
    per: '时段长度（分钟，默认 60）',
    aht: '平均处理时长（秒）：通话、保持和话后处理',
    handleCv: '处理时长的标准差 ÷ 均值（默认 1）',
    agents: '现有坐席数（默认：按 Erlang A 兑现承诺的最少人数）',
    patience: '平均耐心（秒，默认 120）',
    within: '承诺：在多少秒内接通（默认 10）……',
    target: '……这一比例的来电（默认 0.9）',
    work: '给场景时：哪类工作（默认：联络最多的一类）',
    at: '给场景时：从这一时刻开始的时段，例如 10:00（默认：承诺最悬的时段）',
    runs: '每个点仿真的天数',
  },
  problems: {
    needQueue: '要讲解什么？请给出场景文件，或用 --calls 和 --aht 给出一个队列。',
    both: (option) => `--${option} 只用于不给场景的队列；场景里已有这一项。`,
    onlyScenario: (option) => `--${option} 需要场景文件。`,
    load: (load, least, most) =>
      `这相当于 ${load} Erlang 的话务负荷；小课可讲 ${least} 到 ${most}。请核对 --calls、--per（分钟）和 --aht（秒）。`,
    agents: (most) => `小课最多可讲 ${most} 名坐席。`,
    work: (given, names) => `--work "${given}"：场景中没有这类工作；现有 ${names}。`,
    'no-promise': '这里没有关于等待的承诺：小课需要该类工作有一条带“atLeast”的“answered-within”承诺。',
    'no-time': (at, example) => `--at "${at}"：没有从这一时刻开始的计划时段。可试 ${example} 这样的时刻。`,
    'nobody-there': '这一时段没有来电，或没有坐席处理这类工作。请用 --at 另选时段。',
    'ring-too-long': '单是振铃就超过了承诺的时限，多少坐席都无法兑现。',
  },
  page: {
    title: ({ name }) => `${name}：讲解`,
    ofScenario: ({ summary, work, time }) => `${summary}：${work}，${time}`,
    ofQueue: ({ calls, aht, agents }) => `每小时 ${calls} 通来电，每通 ${aht} 秒，${agents} 名坐席`,
    madeBy: ({ version, runs, seed }) => `Callfloor ${version} · 每个点仿真 ${runs} 天 · 随机种子 ${seed}`,
    keep: '记住：',
    tryIt: '试一试：',
  },
  finding: {
    queue: ({ agents, share, within, few, fewer, more }) =>
      `${agents} 名坐席时，${share} 的来电在 ${within}内接通；少 ${few} 名则为 ${fewer}，多 ${few} 名则为 ${more}。`,
    day: ({ formula, simulated, cause }) => `全天按时接通率：Erlang A 说 ${formula}，仿真为 ${simulated}。${cause}`,
    cause: ({ name, points }) => `差别主要来自${name}（${points} 个百分点）。`,
    noCause: '在这里，公式没有考虑的因素几乎不起作用。',
  },
  sections: {
    day: {
      title: '这一天：公式与仿真',
      intro:
        'Erlang 公式只认得一个平稳的队列，真实的一天还有更多：有人重拨，通话长短不一，有些日子比预测更忙。这里先去掉这些来仿真，再逐项放回，来电者完全相同，于是每一项的作用一目了然。',
      keep: '公式对它假设的世界是对的。先问一问：你的世界是不是那样。',
    },
    numbers: {
      title: '这一课的队列',
      intro:
        '每小时来电 × 处理时长就是话务负荷（Erlang），即平均有多少坐席在忙。超出的部分是余量，用来应付碰巧同时打进来的电话。下面每幅图只改变这个队列的一件事。',
      keep: '平均值说明有多少活；谁要等，由偶然决定。',
    },
    knee: {
      title: '为什么两名坐席能改变一切',
      intro:
        '人数接近负荷时，每名坐席都举足轻重：排队会自我加剧，前面的人等，后面的人就等得更久。人手充足时，多一名几乎没有变化。两者之间的弯折就是曲线的“拐点”，排班正落在这里。',
      keep: '差一两名坐席不是“差不多够了”。在拐点附近，这就是兑现与失约之别。',
    },
    pooling: {
      title: '一个队列还是几个队列',
      intro:
        '把同样的来电和同样的坐席分成互不相帮的小组，就会有人闲着，而隔壁的来电者在等。合用一个队列，空闲坐席绝不浪费。',
      keep: '拆分要多花坐席。互不相帮的技能组、班组和职场，都要有充分的理由。',
    },
    squareRoot: {
      title: '大中心只需要很少的余量',
      intro:
        '负荷之上的余量是为了应付偶然，而偶然会互相抵消：来电多到四倍，波动只大到两倍。所以余量随负荷的平方根增长，而不是随负荷增长。',
      keep: '坐席 = 负荷 + 系数 × √负荷。切勿按来电比例放大排班。',
    },
    variability: {
      title: '波动的代价',
      intro:
        '两种波动看似相同，其实不然。通话有长有短，一小时内就会抵消；整天偏离预测，则无从抵消：忙日的每一通来电都碰上人手不足。',
      keep: '坏日子的损失大于好日子的收益。按平均一天做的计划，平均下来兑现不了承诺。',
    },
    patience: {
      title: '来电者愿意等多久',
      intro:
        '有人挂断，后面的人就往前移。因此，人人永远等下去的 Erlang C 会算出真实中心里不存在的长队；因此，不看放弃率，单看按时接通率意义不大。',
      keep: '不耐烦会掩盖缺人：承诺看似兑现，也许只是有人放弃了。',
    },
    lag: {
      title: '负荷比来电来得晚',
      intro:
        '九点打进来的电话，几分钟后仍占着坐席。逐时段套用的公式，把负荷当作该时段的来电 × 处理时长：来电上升时过早地安排过多的人，下降时又过少。',
      keep: '按负荷排人，而不是按来电：负荷就是晚了几分钟、更平缓的来电。',
    },
    redials: {
      title: '挂断的人会再打来',
      intro: '放弃的来电者，问题还在。他再打一次，就被算了两次，而且偏偏在人手最缺的时候增加工作量。',
      keep: '重拨会把小缺口变成大缺口。做预测时，要数来电者，而不是来电次数。',
    },
    computed: {
      title: '如何计算',
      formulas:
        '曲线都是精确公式：Erlang A（Palm）与 Erlang C、一般耐心分布的同类模型、用于重拨的 Erlang X，以及 Eick、Massey 和 Whitt 的时变负荷。没有任何拟合。',
      points: ({ runs, confidence }) =>
        `绿点为仿真结果：每点 ${runs} 天（日间波动的点为其四倍），去掉开头空队列尚未平稳的部分。竖线为 ${confidence} 置信区间：二十条中约有一条没有盖住真值。`,
      steps: ({ runs }) =>
        `一天的各步以同一随机种子各仿真 ${runs} 天：同样的来电者在同样的时刻到来，所以每一步显示的是放回之物的作用，而不是运气。`,
      made: '你只给了一个队列，没有给一天：10% 的日间波动、重拨和一天的走势都是示例，并已注明。',
      fraction: ({ scheduled, agents }) =>
        `排班上这一时段有 ${scheduled} 名坐席处理这类工作（共享坐席按份额计）；小课取 ${agents} 名。`,
      again: '同样的输入和随机种子得出同样的小课。',
    },
  },
  charts: {
    steps: {
      question: '公式没有考虑的每一项，各改变多少？',
      title: ({ formula, simulated }) => `从公式的 ${formula} 到仿真一天的 ${simulated}`,
      reading: ({ work, within }) => `${work}：全天 ${within}内接通的比例。每一条都包含上一条的全部，再加一项。`,
    },
    knee: {
      question: '服务水平如何随坐席数变化？',
      title: ({ few, agents, fewer, share, more }) =>
        `比 ${agents} 名少 ${few} 名：${fewer}，而不是 ${share}；多 ${few} 名：${more}`,
      titleFirst: ({ few, agents, share, more }) => `${agents} 名坐席时 ${share} 按时接通；多 ${few} 名：${more}`,
      reading: ({ within, byA, byC, target }) =>
        `不同坐席数下 ${within}内接通的比例。承诺 ${target}：按 Erlang A 需要 ${byA} 名，按 Erlang C 需要 ${byC} 名。阴影为上下各两名坐席。`,
      abandonment: ({ fewer, share, more }) => `放弃率依次为 ${fewer}、${share}、${more}。`,
    },
    pooling: {
      question: '同样的人分成几个组会怎样？',
      title: ({ together, apart, needed, extra }) =>
        `拆成两个队列，同样的人按时接通 ${apart}，而不是 ${together}；兑现承诺要 ${needed} 名，多 ${extra} 名`,
      titleSame: ({ together, apart }) => `拆成两个队列，同样的人按时接通 ${apart}，而不是 ${together}`,
      alone: '一名坐席无法再拆',
      reading: ({ within }) => `上：现有坐席平均拆分后 ${within}内接通的比例。下：每个队列都兑现承诺所需的坐席总数。`,
    },
    squareRoot: {
      question: '中心更大时，负荷之上还要多少坐席？',
      title: ({ needed, proportion }) => `四倍来电需要 ${needed} 名坐席，而不是 ${proportion} 名`,
      reading: ({ beta, worst }) =>
        `来电从十六分之一到四倍，同一承诺所需的负荷之上的坐席。按现有规模定出的规则“负荷 + ${beta} × √负荷”最多相差 ${worst} 名：它是经验法则，曲线才是精确值。`,
      slower: '精确的余量增长得更慢：中心越大，坐席空出得越频繁，承诺的那几秒就越宽裕。',
    },
    busyDays: {
      question: '如果有的日子比预测更忙或更闲呢？',
      title: ({ cv, share, mean, days }) =>
        `日子之间相差 ${cv}：按时接通 ${share}，而不是 ${mean}；${days} 的日子兑现承诺`,
      reading: ({ cv }) =>
        `一天的来电 = 预测 × 随机系数，系数的标准差如横轴所示（约三分之二的日子落在其内）。你的队列标在 ${cv} 处。`,
    },
    handling: {
      question: '如果通话长短相差很大呢？',
      flat: ({ low, high }) => `通话长短不一在这里几乎没有影响：按时接通 ${low} 到 ${high}`,
      unsure: ({ low, high }) => `天数太少，看不出通话长短不一的影响：按时接通 ${low} 到 ${high}`,
      title: ({ steady, varied }) => `通话一样长：按时接通 ${steady}；长短悬殊：${varied}`,
      reading: ({ cv }) =>
        `均值不变，处理时长的离散程度（标准差 ÷ 均值）不同时，仿真得到的按时接通率。Erlang A 假定为 1；你的是 ${cv}。`,
    },
    patience: {
      question: '如果来电者更有耐心，或更没耐心呢？',
      title: ({ patience, lost, half, lostHalf }) =>
        `平均耐心 ${patience}时 ${lost} 放弃；减半（${half}）则为 ${lostHalf}`,
      same: ({ patience, lost, half }) => `平均耐心 ${patience}时 ${lost} 放弃；减半（${half}）也几乎一样`,
      reading: ({ short, long }) =>
        `上：按时接通；下：放弃。耐心为八分之一时按时接通 ${short}，八倍时 ${long}：坐席不变，来电者越没耐心，承诺看起来反而越好。`,
      readingOther: ({ short, long }) => `上：按时接通；下：放弃。耐心为八分之一时按时接通 ${short}，八倍时 ${long}。`,
    },
    patienceShape: {
      question: '均值不变，耐心的分布不同呢？',
      title: ({ fixed, exponential, mixed }) => `平均耐心相同，分布不同：按时接通 ${fixed}、${exponential} 或 ${mixed}`,
      reading:
        '人人耐心相同；如 Erlang A 所设；或者混合：许多人很快挂断，少数人坚持。均值不能说明一切，关键是有多少人早早挂断。',
    },
    lag: {
      question: '坐席在什么时候忙？',
      title: ({ time, real, byRate }) => `${time} 的实际负荷是 ${real} Erlang，而不是来电 × 处理时长算出的 ${byRate}`,
      flat: '来电变化缓慢，负荷紧跟来电',
      reading: ({ lag, most, time, own }) =>
        `来电均匀升降时，负荷落后 ${lag}。按两种负荷算出的所需坐席最多相差 ${most} 名（${time}）。${own}`,
      own: '来电取自场景。',
      made: '这一天是为小课编的，最忙的半小时即你的来电量。',
    },
    redials: {
      question: '重拨会增加多少？',
      title: ({ fraction, attempts, share, without }) =>
        `若 ${fraction} 的放弃者重拨，100 名来电者会打 ${attempts} 通，按时接通 ${share}，而不是 ${without}`,
      same: ({ fraction, attempts, share }) =>
        `若 ${fraction} 的放弃者重拨，100 名来电者会打 ${attempts} 通，按时接通仍为 ${share}`,
      unsettled: ({ fraction }) => `若 ${fraction} 的放弃者重拨，来电永远不会稳定下来：坐席太少，接不下所有来电者`,
      reading: ({ after }) =>
        `上：每 100 名来电者的来电次数；下：按时接通的比例。曲线为 Erlang X，假定重拨隔得很久；仿真中平均 ${after}后重拨。`,
    },
  },
  steps: {
    formula: 'Erlang A，逐时段',
    'whole-day': '仿真：假设相同，但是完整的一天',
    'handling-shape': '+ 真实的通话长短',
    'patience-shape': '+ 真实的耐心',
    balking: '+ 有人得知要等就离开',
    'limited-lines': '+ 线路和等待位会用完',
    redials: '+ 重拨',
    busyness: '+ 有的日子比计划忙，有的闲',
  },
  causes: {
    'whole-day': '跨时段的排队、队列间共享的坐席和时段内变化的班次，这些都是逐时段公式看不到的',
    'handling-shape': '与假设不同的通话长短',
    'patience-shape': '与假设不同的耐心',
    balking: '得知要等就离开的来电者',
    'limited-lines': '会用完的线路和等待位',
    redials: '重拨',
    busyness: '比计划忙或闲的日子',
  },
  series: {
    erlangA: 'Erlang A',
    erlangC: 'Erlang C',
    simulated: '仿真及区间',
    inTime: '按时接通',
    daysKept: '兑现承诺的日子',
    exact: '精确值',
    rule: '平方根法则',
    proportion: '按来电比例',
    byRate: '来电 × 处理时长',
    real: '实际负荷',
    erlangX: 'Erlang X',
  },
  axes: {
    agents: '坐席（人）',
    answeredWithin: ({ within }) => `${within}内接通率（%）`,
    share: '比例（%）',
    abandoned: '放弃率（%）',
    agentsNeeded: '所需坐席（人）',
    reserve: '负荷之上的坐席（人）',
    load: '负荷（Erlang）',
    loadAbove: '负荷（Erlang）',
    busyness: '各天偏离预测的程度（标准差）',
    handleCv: '通话长短的离散程度（标准差 ÷ 均值）',
    patience: '平均耐心（每格翻倍）',
    redials: '放弃者中重拨的比例',
    attempts: '每 100 名来电者的来电次数',
    time: '时刻',
  },
  marks: {
    agents: ({ agents }) => `${agents} 名坐席`,
    yours: ({ value }) => `你的：${value}`,
    example: ({ value }) => `示例：${value}`,
    today: '现在',
    times: ({ times }) => `× ${times}`,
    promised: ({ target }) => `承诺 ${target}`,
  },
  bars: {
    queues: ({ queues, agents }) =>
      queues === '1' ? `一个队列，${agents} 名坐席` : `${queues} 个队列，各 ${agents} 名坐席`,
    needed: ({ queues }) => `${queues} 个队列`,
    change: ({ value, change }) => `${value}（${change}）`,
    shapes: {
      fixed: '人人等得一样久',
      exponential: 'Erlang A 的假设（指数分布）',
      hyperexponential: '许多人很快挂断，少数人坚持',
    },
  },
  numbers: {
    caption: '同一个队列：公式与仿真对照',
    model: '模型',
    inTime: ({ within }) => `${within}内接通率`,
    lost: '放弃或损失',
    asa: '平均等待（ASA）',
    occupancy: '占用率',
    erlangB: 'Erlang B：无人等待',
    erlangC: 'Erlang C：无人挂断',
    erlangA: 'Erlang A：有人挂断',
    simulated: '仿真',
    facts: {
      calls: '每小时来电',
      aht: '平均处理时长',
      ring: '其中振铃',
      load: '负荷',
      agents: '坐席',
      reserve: '其中余量',
      patience: '平均耐心',
      never: '无人挂断',
      promise: '承诺',
      erlangs: ({ load }) => `${load} Erlang`,
      promised: ({ target, within }) => `${within}内接通 ${target}`,
      definition: '口径',
    },
  },
  written: (path) => `小课：${path}`,
};
