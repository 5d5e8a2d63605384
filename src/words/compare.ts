/** What `callfloor compare` says: its options and faults, the finding, the lines, tables and charts of a comparison. */

/** A named thing or a sentence that needs values: all values come formatted. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

export const en = {
  positional: 'scenario files; the first is what the others are compared with',
  options: {
    vary: 'compare the scenario with itself where this key has other values, for instance people.groups.both.staff=3,5,6; several give every combination',
    by: 'promise (its id) in which the best is selected, or "all" for the days on which all promises hold (default: the first)',
    matters:
      'differences up to here do not matter: percentage points for shares, else the unit of the measure (default: 0.5 points, 1 s)',
  },
  faults: {
    onlyOne: 'There is nothing to compare: give a second scenario file, or --vary key=values.',
    asInFile: (file: string, changes: string) =>
      `There is nothing to compare: ${file} is already so with ${changes}. Give --vary other values.`,
    tooMany: (count: string, most: string) => `That would be ${count} scenarios; at most ${most} are compared at once.`,
    clock: {
      intervals: (file: string, first: string) =>
        `${file} has other days or planning intervals than ${first}; to be compared, both need the same clock.`,
      start: (file: string, first: string) =>
        `${file} starts on another date than ${first}; to be compared, both need the same clock.`,
      zone: (file: string, first: string) =>
        `${file} is in another time zone than ${first}; to be compared, both need the same clock.`,
    },
    noPromise: (file: string) =>
      `${file} makes no promise, so there is no measure to compare by. Give it promises: answered-within, for instance.`,
    by: (got: string, names: string) => `--by is "${got}", expected one of: ${names}.`,
    byMissing: (file: string, promise: string) =>
      `${file} lacks the work that the promise ${promise} is about; give another one with --by.`,
    varyForm: (got: string) => `--vary is "${got}", expected key=values, for instance people.groups.both.staff=3,5,6.`,
    varyValues: (got: string) =>
      `--vary: "${got}" is no list of values. Separate them by commas, and write them as in a scenario file.`,
    varyOne: '--vary needs exactly one scenario file.',
    varied: (what: string, message: string) => `With ${what}:\n${message}`,
  },
  first: 'first',
  aspects: { allHold: 'All promises on one day', holds: 'The promise on one day' },
  judgements: {
    better: 'better',
    worse: 'worse',
    alike: 'as good',
    identical: 'identical',
    undecided: 'undecided',
    'nothing-to-judge': 'nothing to judge',
  },
  points: (number: string) => `${number} points`,
  difference: ({ value, interval }: Values<'value' | 'interval'>) => `${value} (${interval})`,
  quoted: (name: string) => `"${name}"`,
  finding: {
    best: ({ best, count, claim, difference, first }: Values<'best' | 'count' | 'claim' | 'difference' | 'first'>) =>
      `Of ${count} plans ${best} is the best: ${claim}; that is ${difference} against ${first}`,
    better: ({ best, claim, difference, first }: Values<'best' | 'claim' | 'difference' | 'first'>) =>
      `${best} is better than ${first}: ${claim}; that is ${difference} against it`,
    firstBest: ({ first, claim }: Values<'first' | 'claim'>) => `No other plan is better than ${first}: ${claim}`,
    asGood: ({ best, others, claim, matters }: Values<'best' | 'others' | 'claim' | 'matters'>) =>
      `No plan is better than ${best} by more than ${matters}: ${claim}; ${others} may be as good`,
    undecided: ({ names, runs, claim, best }: Values<'names' | 'runs' | 'claim' | 'best'>) =>
      `Not decided after ${runs} runs which is the best: ${names}; ${best} leads: ${claim}`,
    identical: ({ first, runs, claim }: Values<'first' | 'runs' | 'claim'>) =>
      `No plan differs from ${first} in any of ${runs} runs: ${claim}`,
    pairing: ({ runs, alone }: Values<'runs' | 'alone'>) =>
      `on the same customers ${runs} runs show what ${alone} with customers of their own would`,
  },
  lines: {
    hours: ({ hours }: Values<'hours'>) => `${hours} scheduled agent-hours`,
    hoursOver: ({ hours, difference }: Values<'hours' | 'difference'>) =>
      `${hours} scheduled agent-hours (${difference})`,
    betterIn: ({ ranges }: Values<'ranges'>) => `better ${ranges}`,
    worseIn: ({ ranges }: Values<'ranges'>) => `worse ${ranges}`,
    identicalIn: ({ runs }: Values<'runs'>) => `no difference in any of ${runs} runs`,
    more: ({ count }: Values<'count'>) => `${count} more plans: see the page`,
    promised: ({ promised, target }: Values<'promised' | 'target'>) => `promised ${promised} ${target}`,
  },
  customers: {
    same: 'The customers are the same in every plan, run by run.',
    'same-arrivals': ({ plan, work }: Values<'plan' | 'work'>) =>
      `${plan}: customers of ${work} come at the same moments, but what they bring (talk, patience and the like) differs; the difference contains that.`,
    'other-demand': ({ plan, work }: Values<'plan' | 'work'>) =>
      `${plan}: the demand for ${work} differs, so its customers are not those of the first plan; the difference contains the demand’s.`,
    missing: ({ plan, work }: Values<'plan' | 'work'>) =>
      `${plan}: only one of the two has ${work}; promises about it are not compared.`,
  },
  page: {
    title: ({ first }: Values<'first'>) => `${first} and others – which plan is better?`,
    heading: ({ names }: Values<'names'>) => `Compared: ${names}`,
    sections: {
      plans: 'The plans',
      where: 'Where and when',
      ranking: 'Ranking',
      customers: 'On which customers',
      computed: 'How it was computed',
    },
    changes: 'What the plans say otherwise',
    plan: 'Plan',
    key: 'Key',
    inFirst: 'First plan',
    here: 'Here',
    moreChanges: ({ count }: Values<'count'>) => `and ${count} more`,
    noChanges: 'The scenarios say the same; the files that they name may differ.',
    hours: 'Scheduled agent-hours',
    paid: 'Paid hours',
    runs: 'Runs',
    differenceTo: ({ aspect }: Values<'aspect'>) => `${aspect}: difference from the first`,
    overOthers: 'Against the best of the others',
    gain: 'Runs saved',
    times: ({ number }: Values<'number'>) => `${number}×`,
    candidates: ({ confidence, matters }: Values<'confidence' | 'matters'>) =>
      `With ${confidence} confidence over the whole procedure no plan is better than the one named by more than ${matters}: intervals of all pairs, Bonferroni over the other plans and the looks (Clark and Yang 1986; Nelson and Matejcik 1995). The column “against the best of the others” is Hsu’s (1984): it holds for all plans at once with the same confidence.`,
    candidatesOpen: ({ confidence, matters }: Values<'confidence' | 'matters'>) =>
      `No plan is named the best. One is named once, with ${confidence} confidence over the whole procedure, no other is better than it by more than ${matters}: intervals of all pairs, Bonferroni over the other plans and the looks (Clark and Yang 1986; Nelson and Matejcik 1995). The column “against the best of the others” is Hsu’s (1984): it holds for all plans at once with the same confidence.`,
    gains:
      '“Runs saved” says how many times the runs each difference would need if every plan had customers of its own: the variances of the two figures over the variance of their difference, estimated from these runs.',
    intervals: ({ confidence }: Values<'confidence'>) =>
      `Each difference has an interval of ${confidence}, paired run by run (delta method, Student’s t); a verdict on it is wrong with at most the complement, whatever the number of looks.`,
    again: ({ seed }: Values<'seed'>) => `With seed ${seed} and the same files the same numbers come out again.`,
    endings: {
      decided: 'every difference and the selection were decided',
      'max-runs': 'the greatest number of runs was reached',
      'runs-asked': 'the number of runs asked for was done',
      stopped: 'it was stopped by hand',
    },
    matters: 'Differences that do not matter',
    mattersAre: ({ points, seconds }: Values<'points' | 'seconds'>) => `up to ${points} or ${seconds}`,
    hashes: 'Scenario hashes (SHA-256)',
  },
  charts: {
    ranking: {
      question: 'Which plan is the best, and by how much?',
      title: ({ best, aspect }: Values<'best' | 'aspect'>) => `${aspect}: ${best} leads`,
      axis: ({ aspect, unit, first }: Values<'aspect' | 'unit' | 'first'>) =>
        `${aspect}, difference from ${first} (${unit})`,
      reading: ({ count, better, worse, first }: Values<'count' | 'better' | 'worse' | 'first'>) =>
        `Against ${first}: better ${better}, worse ${worse} of the other plans (${count}); the lines are intervals, a filled dot is a difference that is decided.`,
      notJudged: ({ count, first }: Values<'count' | 'first'>) =>
        `Against ${first} the other plans (${count}) are not judged: stopped before the first look; the lines are intervals, an empty dot is a difference that is not decided.`,
      undecided: ({ count }: Values<'count'>) => `Not decided: ${count}.`,
      more: ({ count }: Values<'count'>) => `${count} more plans are in the table.`,
    },
    differences: {
      question: ({ plan, first }: Values<'plan' | 'first'>) => `When is ${plan} better than ${first}, and when worse?`,
      better: ({ plan, ranges, aspect }: Values<'plan' | 'ranges' | 'aspect'>) =>
        `${plan} is better ${ranges} (${aspect})`,
      worse: ({ plan, ranges, aspect }: Values<'plan' | 'ranges' | 'aspect'>) =>
        `${plan} is worse ${ranges} (${aspect})`,
      both: ({ plan, better, worse, aspect }: Values<'plan' | 'better' | 'worse' | 'aspect'>) =>
        `${plan} is better ${better}, but worse ${worse} (${aspect})`,
      none: ({ plan }: Values<'plan'>) =>
        `No interval shows a difference that matters between ${plan} and the first plan`,
      noneAtLook: ({ plan }: Values<'plan'>) =>
        `At the last look no interval showed a difference that matters between ${plan} and the first plan`,
      notJudged: ({ plan }: Values<'plan'>) => `${plan} and the first plan, not judged: stopped before the first look`,
      reading: ({ aspect, value, interval, time }: Values<'aspect' | 'value' | 'interval' | 'time'>) =>
        `${aspect} differs most at ${time}: ${value} (${interval}).`,
      bands: ({ confidence }: Values<'confidence'>) =>
        `Above the line the plan’s figure is higher than the first plan’s. The band is the ${confidence} interval of the difference on the same customers; green is better, orange worse, grey undecided or as good.`,
      unit: ({ aspect, unit }: Values<'aspect' | 'unit'>) => `${aspect}: difference (${unit})`,
      points: 'percentage points',
    },
  },
  progress: ({ runs, most, plans, undecided }: Values<'runs' | 'most' | 'plans' | 'undecided'>) =>
    `day ${runs} of at most ${most}, ${plans} plans, ${undecided} differences open`,
  report: (path: string) => `Comparison: ${path}`,
};

/** Every text of a comparison in one language. */
export type CompareWords = typeof en;

export const zh: CompareWords = {
  positional: '场景文件；其余各场景都与第一个比较',
  options: {
    vary: '让场景与自身比较，其中某个键取其他值，例如 people.groups.both.staff=3,5,6；可多次使用，将比较所有组合',
    by: '按哪项承诺（其 id）选出最佳方案；“all”表示全部承诺同日达标的天数（默认：第一项）',
    matters: '不超过此值的差别无关紧要：比例以百分点计，其余按指标单位（默认：0.5 个百分点、1 秒）',
  },
  faults: {
    onlyOne: '没有可比较的对象：请再给出一个场景文件，或使用 --vary 键=值。',
    asInFile: (file, changes) => `没有可比较的对象：${file} 本来就是 ${changes}。请为 --vary 给出其他值。`,
    tooMany: (count, most) => `这将是 ${count} 个场景；一次最多比较 ${most} 个。`,
    clock: {
      intervals: (file, first) => `${file} 的日期或计划时段与 ${first} 不同；比较要求两者时钟一致。`,
      start: (file, first) => `${file} 的起始日期与 ${first} 不同；比较要求两者时钟一致。`,
      zone: (file, first) => `${file} 的时区与 ${first} 不同；比较要求两者时钟一致。`,
    },
    noPromise: (file) => `${file} 没有作出承诺，因此没有可比较的指标。请为其加上承诺，例如 answered-within。`,
    by: (got, names) => `--by 为“${got}”，应为以下之一：${names}。`,
    byMissing: (file, promise) => `${file} 缺少承诺 ${promise} 所涉及的业务；请用 --by 另选一项。`,
    varyForm: (got) => `--vary 为“${got}”，应写作 键=值，例如 people.groups.both.staff=3,5,6。`,
    varyValues: (got) => `--vary：“${got}”不是值的列表。请用逗号分隔，写法与场景文件相同。`,
    varyOne: '--vary 只能配一个场景文件。',
    varied: (what, message) => `当 ${what} 时：\n${message}`,
  },
  first: '基准',
  aspects: { allHold: '全部承诺同日达标', holds: '单日达标' },
  judgements: {
    better: '更好',
    worse: '更差',
    alike: '相当',
    identical: '完全相同',
    undecided: '未定',
    'nothing-to-judge': '无可判定',
  },
  points: (number) => `${number} 个百分点`,
  difference: ({ value, interval }) => `${value}（${interval}）`,
  quoted: (name) => `“${name}”`,
  finding: {
    best: ({ best, count, claim, difference, first }) =>
      `${count} 个方案中${best}最好：${claim}；与${first}相比 ${difference}`,
    better: ({ best, claim, difference, first }) => `${best}优于${first}：${claim}；两者相差 ${difference}`,
    firstBest: ({ first, claim }) => `没有方案优于${first}：${claim}`,
    asGood: ({ best, others, claim, matters }) => `没有方案比${best}好出 ${matters}以上：${claim}；${others}可能同样好`,
    undecided: ({ names, runs, claim, best }) =>
      `经 ${runs} 次仿真尚未分出最佳方案：${names}；目前${best}领先：${claim}`,
    identical: ({ first, runs, claim }) => `${runs} 次仿真中，各方案与${first}毫无差别：${claim}`,
    pairing: ({ runs, alone }) => `用同一批客户仿真 ${runs} 次，所见相当于各用各的客户仿真 ${alone} 次`,
  },
  lines: {
    hours: ({ hours }) => `排班 ${hours} 坐席小时`,
    hoursOver: ({ hours, difference }) => `排班 ${hours} 坐席小时（${difference}）`,
    betterIn: ({ ranges }) => `${ranges} 更好`,
    worseIn: ({ ranges }) => `${ranges} 更差`,
    identicalIn: ({ runs }) => `${runs} 次仿真中均无差别`,
    more: ({ count }) => `另有 ${count} 个方案，见报告页面`,
    promised: ({ promised, target }) => `承诺${promised} ${target}`,
  },
  customers: {
    same: '每次仿真中，各方案面对的客户完全相同。',
    'same-arrivals': ({ plan, work }) =>
      `${plan}：${work}的客户在相同时刻到来，但其通话时长、耐心等有所不同；差别中含有这一部分。`,
    'other-demand': ({ plan, work }) =>
      `${plan}：${work}的话务量不同，因此客户不是基准方案的客户；差别中含有话务量的差别。`,
    missing: ({ plan, work }) => `${plan}：两者中只有一个有${work}；与之有关的承诺不作比较。`,
  },
  page: {
    title: ({ first }) => `${first} 与其他方案：哪个更好？`,
    heading: ({ names }) => `方案比较：${names}`,
    sections: {
      plans: '各方案',
      where: '何时有差别',
      ranking: '排名',
      customers: '面对哪些客户',
      computed: '计算方式',
    },
    changes: '各方案的不同之处',
    plan: '方案',
    key: '键',
    inFirst: '基准方案',
    here: '本方案',
    moreChanges: ({ count }) => `另有 ${count} 处`,
    noChanges: '场景内容相同；所引用的文件可能不同。',
    hours: '排班坐席小时',
    paid: '计薪小时',
    runs: '仿真次数',
    differenceTo: ({ aspect }) => `${aspect}：与基准之差`,
    overOthers: '与其余方案中最佳者之差',
    gain: '节省的仿真',
    times: ({ number }) => `${number} 倍`,
    candidates: ({ confidence, matters }) =>
      `就整个过程而言，有 ${confidence} 的把握：没有方案比所选者好出 ${matters}以上。依据是所有方案两两之间的区间，并按其余方案数与查看次数作 Bonferroni 校正（Clark 与 Yang 1986；Nelson 与 Matejcik 1995）。“与其余方案中最佳者之差”一列按 Hsu（1984）计算，以同样的把握对所有方案同时成立。`,
    candidatesOpen: ({ confidence, matters }) =>
      `尚未选出最佳方案。须就整个过程有 ${confidence} 的把握认定没有其他方案比某一方案好出 ${matters}以上，才会选出它。依据是所有方案两两之间的区间，并按其余方案数与查看次数作 Bonferroni 校正（Clark 与 Yang 1986；Nelson 与 Matejcik 1995）。“与其余方案中最佳者之差”一列按 Hsu（1984）计算，以同样的把握对所有方案同时成立。`,
    gains:
      '“节省的仿真”表示：若各方案各用各的客户，得出同样精确的差别需要多少倍的仿真次数，即两个指标方差之和与差别方差之比，由这些仿真估计。',
    intervals: ({ confidence }) =>
      `每项差别都有 ${confidence} 的区间，按同一次仿真配对计算（delta 法，t 分布）；无论查看多少次，对它的判定出错的概率不超过其余量。`,
    again: ({ seed }) => `用随机种子 ${seed} 和相同的文件，会得到相同的数字。`,
    endings: {
      decided: '所有差别与最佳方案均已判定',
      'max-runs': '已达最多仿真次数',
      'runs-asked': '已完成指定的仿真次数',
      stopped: '被手动停止',
    },
    matters: '无关紧要的差别',
    mattersAre: ({ points, seconds }) => `不超过 ${points}或 ${seconds}`,
    hashes: '场景指纹（SHA-256）',
  },
  charts: {
    ranking: {
      question: '哪个方案最好，好多少？',
      title: ({ best, aspect }) => `${aspect}：${best}领先`,
      axis: ({ aspect, unit, first }) => `${aspect}，与${first}之差（${unit}）`,
      reading: ({ count, better, worse, first }) =>
        `其余 ${count} 个方案中，${better} 个优于${first}，${worse} 个劣于它；横线为区间，实心点表示差别已判定。`,
      notJudged: ({ count, first }) =>
        `其余 ${count} 个方案与${first}孰优孰劣尚未判定：在首次查看之前已停止；横线为区间，空心点表示差别未定。`,
      undecided: ({ count }) => `未定：${count} 个。`,
      more: ({ count }) => `另有 ${count} 个方案见表格。`,
    },
    differences: {
      question: ({ plan, first }) => `${plan}何时优于${first}，何时劣于它？`,
      better: ({ plan, ranges, aspect }) => `${plan}在 ${ranges} 更好（${aspect}）`,
      worse: ({ plan, ranges, aspect }) => `${plan}在 ${ranges} 更差（${aspect}）`,
      both: ({ plan, better, worse, aspect }) => `${plan}在 ${better} 更好，但在 ${worse} 更差（${aspect}）`,
      none: ({ plan }) => `没有任何时段显出${plan}与基准方案有值得在意的差别`,
      noneAtLook: ({ plan }) => `上次查看时，没有任何时段显出${plan}与基准方案有值得在意的差别`,
      notJudged: ({ plan }) => `${plan}与基准方案，尚未判定：在首次查看之前已停止`,
      reading: ({ aspect, value, interval, time }) => `${aspect}在 ${time} 差别最大：${value}（${interval}）。`,
      bands: ({ confidence }) =>
        `线以上表示该方案的数值高于基准方案。色带是同一批客户上差别的 ${confidence} 区间；绿色更好，橙色更差，灰色未定或相当。`,
      unit: ({ aspect, unit }) => `${aspect}：差别（${unit}）`,
      points: '百分点',
    },
  },
  progress: ({ runs, most, plans, undecided }) =>
    `第 ${runs} 天，最多 ${most} 天，${plans} 个方案，${undecided} 项差别未定`,
  report: (path) => `比较报告：${path}`,
};
