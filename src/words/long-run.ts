/** What `callfloor long-run` says: options and faults, the finding, how it settled and what was held, tables and the chart. */

/** A sentence that needs values: all values come formatted. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

export const en = {
  options: {
    at: 'the instant that is held: a time of day (10:00), with the date where the scenario has several days ("2026-03-03 10:00")',
    precision:
      'an interval is precise enough when half its width is so many per cent of its figure (default: 5; the search ends when all that is promised is)',
    contacts:
      'contacts in the runs that count, at most (default: 8 to 32 times what the first look takes); without --precision all of them, looked at once',
  },
  progress: ({ done, most }: Values<'done' | 'most'>) => `${done} of at most ${most} contacts`,
  stopping: 'Stopping after the run in hand; once more to stop at once.',
  faults: {
    at: ({ got }: Values<'got'>) =>
      `--at is "${got}", expected a time of day, for instance 10:00 or "2026-03-03 10:00".`,
    date: ({ days, first, last }: Values<'days' | 'first' | 'last'>) =>
      `--at: the scenario has ${days} days, so a date is needed from ${first} to ${last}, for instance --at "${first} 10:00".`,
    otherDate: ({ first, got, last }: Values<'got' | 'first' | 'last'>) =>
      `--at: ${got} is no day of the scenario; expected a date from ${first} to ${last}.`,
    noTime: ({ got }: Values<'got'>) => `--at: the clocks of that day never show ${got}, because they are changed.`,
    nobody: ({ time }: Values<'time'>) =>
      `At ${time} nothing comes to work that is open, or nobody is there, so there is nothing to settle. Give --at a time within the opening hours at which the roster has people on queue.`,
    overload: ({ agents, load, work }: Values<'work' | 'load' | 'agents'>) =>
      `Never settles: at least ${load} Erlangs come that nobody gives up waiting for (${work}), and the agents who can do any of it are ${agents}. The queue would grow for ever. Try more staff at that time, or say how long customers wait (work.<name>.patienceSeconds).`,
    growing: ({ contacts, end, middle, work }: Values<'work' | 'middle' | 'end' | 'contacts'>) =>
      `Not settled after ${contacts} contacts: the queue of ${work} had ${middle} waiting in the middle of the runs and ${end} at their end. If it is too much for the people who can do it, it never settles: try more staff at that time, or patienceSeconds; if it is only slow, try more --contacts.`,
    filling: ({ contacts, time, least }: Values<'time' | 'contacts' | 'least'>) =>
      `Not settled after ${contacts} contacts: what follows from earlier contacts (redials, repeat contacts, tickets) takes ${time} to come as often as it ever will, and a run has to be four times as long. Try --contacts ${least}.`,
    endless:
      'Never settles: contacts make one or more contacts like themselves on average (redials, follow-ups). Look at work.<name>.after.',
    batches: ({ contacts }: Values<'contacts'>) =>
      `Not long enough: after ${contacts} contacts the end of the warm-up is not to be seen, or neighbouring batches still know of each other, so that intervals would be too narrow. Try more --contacts.`,
    budget: ({ least }: Values<'least'>) => `--contacts is too small for the first look, which takes about ${least}.`,
  },
  finding: {
    settles: ({ claim, time, when }: Values<'when' | 'time' | 'claim'>) =>
      `If ${time} on ${when} lasted for ever: ${claim}`,
    others: ({ broken, all }: Values<'broken' | 'all'>) => `${broken} of ${all} promises would be broken`,
    all: ({ all }: Values<'all'>) => `all ${all} promises would be kept`,
    noPromise: 'no promise speaks of it; the figures stand below',
    notDecided: ({ contacts }: Values<'contacts'>) => `not decided after ${contacts} contacts`,
  },
  promise: ({ claim, figure, target }: Values<'claim' | 'figure' | 'target'>) =>
    `${claim}: ${figure}; promised ${target}`,
  target: ({ promised, target }: Values<'promised' | 'target'>) => `${promised} ${target}`,
  figures: {
    'service-level': ({ within }: Values<'within'>) => `answered within ${within}`,
    'wait-probability': 'have to wait',
    asa: 'average speed of answer',
    abandonment: 'abandoned',
    blocking: 'blocked',
    queue: 'waiting, mean number',
    aht: 'average handle time',
    'first-contact-resolution': 'settled at the first contact',
    occupancy: 'occupancy',
  },
  table: {
    figure: 'Figure',
    simulated: 'Simulated',
    interval: ({ confidence }: Values<'confidence'>) => `${confidence} interval`,
    erlangC: 'Erlang C',
    erlangA: 'Erlang A',
    work: ({ agents, load, perHour, work }: Values<'work' | 'perHour' | 'load' | 'agents'>) =>
      `${work}: ${perHour} an hour ask for a person, ${load} Erlangs, ${agents} agents for it`,
    arisen: ({ perHour, work }: Values<'work' | 'perHour'>) =>
      `${work}: ${perHour} an hour, all of them from other work`,
    nothing: ({ work }: Values<'work'>) => `${work}: nothing comes`,
    group: 'Groups',
    agents: ({ count, group }: Values<'group' | 'count'>) => `${group} (${count} on queue)`,
  },
  settled: {
    runs: ({ contacts, length, runs }: Values<'runs' | 'length' | 'contacts'>) =>
      `${runs} runs of ${length} each, ${contacts} contacts; each run begins with an empty centre`,
    warmUp: ({ warmUp, runOut }: Values<'warmUp' | 'runOut'>) =>
      `the first ${warmUp} of each are warm-up and left out (MSER-5 on four trial runs, which are not judged), and the last ${runOut}, because not all who came then have been served`,
    noWarmUp: ({ runOut }: Values<'runOut'>) =>
      `the warm-up is shorter than can be seen (MSER-5); the last ${runOut} of each are left out, because not all who came then have been served`,
    oneBatch: 'each run is one batch: its people, who differ from run to run, stay the same all through it',
    filling: ({ time }: Values<'time'>) =>
      `redials and follow-ups take ${time} to come as often as they ever will; the warm-up is at least that long`,
    batches: ({ batches, correlation, length }: Values<'batches' | 'length' | 'correlation'>) =>
      `${batches} batches of ${length} stand in for independent days; the correlation of a batch with the next is ${correlation} where it is greatest`,
    reached: ({ precision }: Values<'precision'>) =>
      `stopped because all that is promised is decided and known to within ${precision} of its value`,
    budget: ({ precision }: Values<'precision'>) =>
      `the contacts were used up before all that is promised was decided and known to within ${precision} of its value; more --contacts narrow the intervals`,
    asked: 'as many contacts as were asked for, looked at once',
    stopped:
      'stopped by hand; shown is what the last planned look saw, or all runs done by then where only one look was planned, with wider intervals that hold whenever one stops',
  },
  changes: {
    busyness: ({ figure }: Values<'figure'>) =>
      `every moment is as busy as the mean day: the random level of the day (coefficient of variation ${figure}) falls away`,
    recorded: ({ names }: Values<'names'>) => `${names}: recorded counts become Poisson arrivals at their rate then`,
    closed: ({ names }: Values<'names'>) =>
      `closed at that time: ${names}; what comes for it is outside hours, and what follows from it does not happen`,
    attendance:
      'everybody is there whom the roster has on queue: absence, lateness and time away from the desk fall away',
    shocks: ({ names }: Values<'names'>) => `in force at that time and held: ${names}`,
    learning: ({ names }: Values<'names'>) => `newcomers know as much as then and learn no more: ${names}`,
    quality:
      'nothing is drawn for evaluation, which happens once a day; nobody learns by coaching or tires by the hour',
    uncertainty: 'inputs are taken as written: what is uncertain of them falls away',
    promises: ({ names }: Values<'names'>) =>
      `not judged, because they speak of other hours, of closed work or of a clock that stands still then: ${names}`,
    moments: ({ names }: Values<'names'>) =>
      `clocks that end at a time of day have as long as is left until then: ${names}`,
  },
  held: 'The rates, the people, the opening and the shocks of the instant are held; a day is never in balance, and what this shows is where it was heading.',
  title: (name: string) => `In the long run: ${name}`,
  madeBy: ({ contacts, seed, version }: Values<'contacts' | 'seed' | 'version'>) =>
    `Callfloor ${version} · ${contacts} contacts · seed ${seed}`,
  sections: {
    promises: 'What is promised',
    figures: 'Formula and simulation',
    settling: 'How it settles',
    held: 'What is held',
  },
  tables: {
    promises: 'Promises in the steady state',
    promise: 'Promise',
    promised: 'Promised',
    judgement: 'Verdict',
  },
  chart: {
    question: 'How long does an empty centre take to settle?',
    title: ({ warmUp, mean }: Values<'warmUp' | 'mean'>) =>
      `After ${warmUp} it has settled at ${mean} contacts in hand`,
    reading: ({ length, mean, warmUp }: Values<'length' | 'mean' | 'warmUp'>) =>
      `Contacts waiting or with an agent, mean over four trial runs of ${length}, which begin empty. They say that the first ${warmUp} are to be left out; the other runs, which are judged, have ${mean} in the mean.`,
    axis: 'Contacts waiting or with an agent, mean over the trial runs',
    hours: 'Hours since the centre was empty',
    minutes: 'Minutes since the centre was empty',
    warmUp: 'warm-up',
  },
};

export const zh: typeof en = {
  options: {
    at: '要保持不变的时刻：一天中的时间（10:00）；场景有多天时加上日期（"2026-03-03 10:00"）',
    precision: '区间半宽不超过估计值的百分之多少即算足够精确（默认：5；承诺的各项都足够精确时停止）',
    contacts:
      '计入的长运行最多共有多少次联络（默认：首次判断所需的 8 至 32 倍）；不给 --precision 时全部仿真，只判断一次',
  },
  progress: ({ done, most }) => `${done} / 最多 ${most} 次联络`,
  stopping: '完成手头的一次长运行后停止；再按一次立即停止。',
  faults: {
    at: ({ got }) => `--at 为“${got}”，应为一天中的时间，例如 10:00 或 "2026-03-03 10:00"。`,
    date: ({ days, first, last }) =>
      `--at：场景共 ${days} 天，需给出 ${first} 至 ${last} 之间的日期，例如 --at "${first} 10:00"。`,
    otherDate: ({ first, got, last }) => `--at：${got} 不在场景之内，应为 ${first} 至 ${last} 之间的日期。`,
    noTime: ({ got }) => `--at：因时钟调整，当天没有 ${got} 这一时刻。`,
    nobody: ({ time }) =>
      `${time} 没有联络进入正在营业的业务，或无人在岗，因此谈不上稳定状态。请用 --at 给出营业时间内且排班有人在线的时间。`,
    overload: ({ agents, load, work }) =>
      `永远不会稳定：至少有 ${load} Erlang 的工作量无人放弃等待（${work}），而能处理它们的坐席只有 ${agents} 人，队伍会无限增长。请增加该时刻的坐席，或写明客户愿意等多久（work.<name>.patienceSeconds）。`,
    growing: ({ contacts, end, middle, work }) =>
      `仿真 ${contacts} 次联络后仍未稳定：${work} 的队伍在运行中段平均 ${middle} 个等待，到末段为 ${end} 个。若工作量超出能处理它的人力，就永远不会稳定：请增加该时刻的坐席，或给出 patienceSeconds；若只是较慢，请增大 --contacts。`,
    filling: ({ contacts, time, least }) =>
      `仿真 ${contacts} 次联络后仍未稳定：由先前联络引起的重拨、重复来电、工单等要经过 ${time}才达到应有的数量，而一次长运行须有其四倍长。请试 --contacts ${least}。`,
    endless: '永远不会稳定：平均每次联络会引起一次或更多同样的联络（重拨、后续）。请检查 work.<name>.after。',
    batches: ({ contacts }) =>
      `长度不足：仿真 ${contacts} 次联络后仍看不出预热何时结束，或相邻批次仍然相关，区间会偏窄。请增大 --contacts。`,
    budget: ({ least }) => `--contacts 太小，首次判断约需 ${least} 次联络。`,
  },
  finding: {
    settles: ({ claim, time, when }) => `若${when} ${time} 的状况一直持续：${claim}`,
    others: ({ broken, all }) => `${all} 项承诺中有 ${broken} 项无法兑现`,
    all: ({ all }) => `全部 ${all} 项承诺均可兑现`,
    noPromise: '没有承诺针对此刻，各项数值见下',
    notDecided: ({ contacts }) => `仿真 ${contacts} 次联络后仍无定论`,
  },
  promise: ({ claim, figure, target }) => `${claim}：${figure}；承诺${target}`,
  target: ({ promised, target }) => `${promised} ${target}`,
  figures: {
    'service-level': ({ within }) => `${within}内接通`,
    'wait-probability': '须等待的比例',
    asa: '平均应答速度',
    abandonment: '放弃率',
    blocking: '呼损率',
    queue: '平均等待人数',
    aht: '平均处理时长',
    'first-contact-resolution': '一次性解决率',
    occupancy: '占用率',
  },
  table: {
    figure: '指标',
    simulated: '仿真',
    interval: ({ confidence }) => `${confidence} 区间`,
    erlangC: 'Erlang C',
    erlangA: 'Erlang A',
    work: ({ agents, load, perHour, work }) =>
      `${work}：每小时 ${perHour} 次人工请求，${load} Erlang，分到 ${agents} 名坐席`,
    arisen: ({ perHour, work }) => `${work}：每小时 ${perHour} 件，均由其他工作引起`,
    nothing: ({ work }) => `${work}：没有来量`,
    group: '坐席组',
    agents: ({ count, group }) => `${group}（在线 ${count} 人）`,
  },
  settled: {
    runs: ({ contacts, length, runs }) =>
      `${runs} 次长运行，每次 ${length}，共 ${contacts} 次联络；每次都从空的中心开始`,
    warmUp: ({ warmUp, runOut }) =>
      `每次的前 ${warmUp}为预热，不计入（MSER-5 法，由四次不计入的试运行确定）；最后 ${runOut}也不计入，因为那时到达的联络尚未全部处理完`,
    noWarmUp: ({ runOut }) =>
      `预热短得看不出来（MSER-5 法）；每次的最后 ${runOut}不计入，因为那时到达的联络尚未全部处理完`,
    oneBatch: '每次长运行即一个批次：人员在不同运行之间不同，在一次运行中不变',
    filling: ({ time }) => `重拨和后续工作要经过 ${time}才达到应有的数量，预热至少这么长`,
    batches: ({ batches, correlation, length }) =>
      `以 ${batches} 个长 ${length}的批次代替独立的日子；相邻批次的相关系数最大处为 ${correlation}`,
    reached: ({ precision }) => `各项承诺均有定论，且误差不超过估计值的 ${precision}，故停止`,
    budget: ({ precision }) =>
      `联络次数用完时，承诺尚未全部有定论或误差仍超过估计值的 ${precision}；增大 --contacts 可缩小区间`,
    asked: '按要求的联络次数仿真，只判断一次',
    stopped:
      '由人停止；以下为最近一次计划查看时的结果；若只计划查看一次，则为停止前完成的全部长运行，区间已放宽，无论何时停止都成立',
  },
  changes: {
    busyness: ({ figure }) => `每一刻都与平均日一样忙：当天忙闲的随机波动（变异系数 ${figure}）不再考虑`,
    recorded: ({ names }) => `${names}：记录的数量改为按当时速率的泊松到达`,
    closed: ({ names }) => `当时不营业：${names}；其来访算作营业时间外，由其引起的工作不会发生`,
    attendance: '排班在线的人全部在岗：缺勤、迟到和离席不再考虑',
    shocks: ({ names }) => `当时有效并一直保持：${names}`,
    learning: ({ names }) => `新员工保持当时的熟练程度，不再进步：${names}`,
    quality: '每天一次的质检抽样不再进行；坐席不因辅导而进步，也不因时间而疲劳',
    uncertainty: '输入按所写取值，其不确定性不再考虑',
    promises: ({ names }) => `因针对其他时段、不营业的业务或当时不走的时限而不作判断：${names}`,
    moments: ({ names }) => `以某一时刻为期限的时限，取从当时到该时刻的剩余时间：${names}`,
  },
  held: '保持不变的是当时的速率、人员、营业状态和冲击。真实的一天从不处于平衡，这里显示的是它正在趋向何处。',
  title: (name) => `长期稳定状态：${name}`,
  madeBy: ({ contacts, seed, version }) => `Callfloor ${version} · ${contacts} 次联络 · 随机种子 ${seed}`,
  sections: {
    promises: '承诺',
    figures: '公式与仿真',
    settling: '如何趋于稳定',
    held: '保持了什么',
  },
  tables: {
    promises: '稳定状态下的承诺',
    promise: '承诺',
    promised: '目标',
    judgement: '结论',
  },
  chart: {
    question: '空的中心要多久才稳定？',
    title: ({ warmUp, mean }) => `${warmUp}后稳定在 ${mean} 个在手联络`,
    reading: ({ length, mean, warmUp }) =>
      `四次试运行（每次 ${length}，从空的中心开始）中等待或正由坐席处理的联络数的平均。由此确定前 ${warmUp}不计入；用于判断的其他运行平均为 ${mean}。`,
    axis: '等待或正在处理的联络数，试运行的平均',
    hours: '自中心为空起的小时数',
    minutes: '自中心为空起的分钟数',
    warmUp: '预热',
  },
};
