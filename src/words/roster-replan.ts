/** What `callfloor roster replan` says: what can still be moved today, and what the cheapest mend is. */
import { formatNumber, formatPercent } from './format.ts';

const hours = (lang: 'en' | 'zh', v: number) => formatNumber(lang, v, v % 1 === 0 ? 0 : 2);

/** Contacts below the target, where there are any to speak of. */
const short = (lang: 'en' | 'zh', v: number) => {
  if (v < 0.05) return '';
  return lang === 'zh' ? `，平均每天差 ${formatNumber(lang, v, 1)} 个` : `, ${formatNumber(lang, v, 1)} short a day`;
};

export const en = {
  command: 'somebody is missing today: the cheapest mend out of breaks, lunches, meetings, overtime and people at home',
  rosterFiles: 'the roster, as for `roster check`; without it the people of the scenario',
  options: {
    scenario: 'the scenario with the demand, the work and the promises',
    at: 'the time now, such as 08:10: whatever has begun stays',
    date: 'the day, such as 2026-03-02 (the first of the scenario unless given)',
    absent: 'who does not come, by name, joined by ";"; with a time (Ann@11:30) who leaves then',
    callIn: 'who at home may be called in, by name, joined by ";", or all',
    callInHours: 'how long somebody who is called in stays, hours',
    overtime: 'how many minutes a shift may begin earlier or end later at most; 0: not at all',
    overtimeFactor: 'price of an hour of overtime ÷ that of a usual hour',
    move: 'how many minutes a break or a lunch may move at most; 0: not at all',
    notice: 'how many minutes before somebody must know that he starts earlier or is called in',
    keepMeetings: 'leave meetings, training and coaching where they are',
    runs: 'simulated days on which moves are tried; the mend is judged on as many others',
    json: 'print the result as one JSON object instead of text',
  },
  progress: {
    now: () => 'the day as planned and as struck',
    try: (v: { done: string; of: string }) => `${v.done} of ${v.of} moves tried`,
    together: (v: { done: string; of: string }) => `${v.done} of ${v.of} sets of moves tried together`,
    judge: (v: { done: string; of: string }) => `judging on other days: ${v.done} of ${v.of}`,
  },
  heading: (v: { name: string }) => `Re-planned day – ${v.name}`,
  madeBy: (v: { version: string; seed: string; runs: string; tried: string; possible: string }) =>
    `Callfloor ${v.version}, seed ${v.seed}: ${v.possible} moves were possible, ${v.tried} were simulated; judged on ${v.runs} other days`,
  finding: {
    mended: (v: { moves: number; cost: string }) =>
      `Mended: with ${v.moves === 1 ? '1 move' : `${v.moves} moves`} (${v.cost}) every promise holds, or does as well as planned.`,
    'not-needed': () => 'Nothing has to be moved: without them every promise still holds, or does as well as planned.',
    'not-mended': (v: { moves: number; cost: string }) =>
      v.moves === 0
        ? 'Not mended: nothing that may be moved helps.'
        : `Not mended: with ${v.moves === 1 ? '1 move' : `${v.moves} moves`} (${v.cost}) more is kept, but not as much as planned.`,
  },
  hint: 'More could be allowed: --overtime, --call-in, a longer --move.',
  moves: {
    'shift-activity': (v: { what: string; from: string; to: string }) => `${v.what} at ${v.to} instead of ${v.from}`,
    'drop-activity': (v: { what: string; from: string }) => `no ${v.what} at ${v.from}: on queue instead`,
    'free-skills': () => 'takes everything that he can do',
    'start-earlier': (v: { from: string; to: string }) => `starts at ${v.to} instead of ${v.from}`,
    'end-later': (v: { from: string; to: string }) => `stays until ${v.to} instead of ${v.from}`,
    'call-in': (v: { from: string; to: string }) => `comes from ${v.from} to ${v.to}`,
  },
  table: {
    moves: 'What to change',
    person: 'who',
    move: 'what',
    hours: 'paid hours',
    cost: 'cost',
    stands: 'What the promises come to, on the same customers',
    promise: 'promise',
    planned: 'as planned',
    struck: 'without them',
    mended: 'mended',
    together: 'all promises of the day together',
    none: 'nothing',
  },
  share: {
    day: (v: { share: number; low: number; high: number; short: number }) =>
      `${formatPercent('en', v.share, 0)} of days (${formatPercent('en', v.low, 0)} to ${formatPercent('en', v.high, 0)})${short('en', v.short)}`,
    interval: (v: { share: number; short: number }) =>
      `${formatPercent('en', v.share, 0)} of intervals${short('en', v.short)}`,
  },
  sections: {
    moves: 'What to change',
    stands: 'Does it hold?',
    staff: 'Who is there when',
    computed: 'How this was computed',
  },
  absent: (v: { names: string }) => `Missing: ${v.names}.`,
  since: (v: { name: string; time: string }) => `${v.name} (from ${v.time})`,
  cost: (v: { hours: number; cost: number }) =>
    `${hours('en', v.hours)} paid hours, ${formatNumber('en', v.cost, 2)} in all`,
  method: (v: { runs: string; now: string; confidence: string }): readonly string[] => [
    `Everything that begins after ${v.now} and is not pinned could be moved, a thing a person, as far as hard labour rules allow.`,
    `Each move was tried on ${v.runs} simulated days with the same customers; those that help most were put together, free ones first and then the cheapest for what they gain, until every promise is kept or does as well as planned; then what is not needed was taken back, the dearest first.`,
    `The figures are of ${v.runs} other days, by which nothing was chosen; shares of days with Wilson’s interval at ${v.confidence}. Whether the day is mended is judged by these days as they came. It is the cheapest mend that was found, not proven to be the cheapest there is.`,
  ],
  faults: {
    time: (v: { option: string; got: string }) =>
      `--${v.option}: expected a time of day such as 08:10, got "${v.got}".`,
    date: (v: { got: string; from: string; to: string }) =>
      `--date: expected a day of the scenario (${v.from} to ${v.to}), got "${v.got}".`,
    nobody: () => '--absent: expected at least one name.',
    twice: (v: { option: string; name: string }) => `--${v.option}: ${v.name} is named twice.`,
    unknown: (v: { option: string; name: string; near: string | undefined }) =>
      `--${v.option}: expected the name of somebody on the roster, got "${v.name}".${v.near === undefined ? '' : ` Try "${v.near}".`}`,
    noShift: (v: { name: string; date: string; now: string }) =>
      `--absent: expected somebody with a shift on ${v.date} that goes on after ${v.now}, got "${v.name}".`,
    notHome: (v: { name: string; date: string }) =>
      `--call-in: expected somebody with neither a shift nor leave on ${v.date}, got "${v.name}".`,
    noPromises: (v: { file: string }) =>
      `${v.file}: expected promises, by which a mend is judged, got none. Try "promises: [{ measure: answered-within, seconds: 20, atLeast: 0.8 }]".`,
    noPeople: (v: { file: string }) =>
      `${v.file}: expected a roster with named people, got head-counts. Try to name the roster's file after the command.`,
  },
  written: (v: { path: string }) => `Roster and page: ${v.path}`,
};

export const zh: typeof en = {
  command: '当天有人缺勤：用休息、午餐、会议、加班和在家人员找出最便宜的补救',
  rosterFiles: '班表，同 `roster check`；不给则用场景中的人员',
  options: {
    scenario: '含需求、业务与承诺的场景',
    at: '现在的时间，例如 08:10：已经开始的都不动',
    date: '哪一天，例如 2026-03-02（不给则为场景的第一天）',
    absent: '不来的人，写姓名，用“;”分隔；加时间（Ann@11:30）表示那时离开',
    callIn: '可以叫来的在家人员，写姓名，用“;”分隔，或 all',
    callInHours: '被叫来的人工作多久，小时',
    overtime: '班次最多可提前或延后多少分钟；0 表示不可',
    overtimeFactor: '加班一小时的价格 ÷ 平时一小时的价格',
    move: '休息或午餐最多可移动多少分钟；0 表示不可',
    notice: '提前上班或被叫来的人至少要提前多少分钟知道',
    keepMeetings: '会议、培训与辅导保持不动',
    runs: '试行各项调整的模拟天数；补救方案另用同样多的天数判定',
    json: '输出一个 JSON 对象，而非文字',
  },
  progress: {
    now: () => '按计划与缺勤后的一天',
    try: (v) => `已试 ${v.done} / ${v.of} 项调整`,
    together: (v) => `已合并试 ${v.done} / ${v.of} 组调整`,
    judge: (v) => `用其他日子判定：${v.done} / ${v.of}`,
  },
  heading: (v) => `当日重排 – ${v.name}`,
  madeBy: (v) =>
    `Callfloor ${v.version}，随机种子 ${v.seed}：可行调整 ${v.possible} 项，仿真 ${v.tried} 项；另用 ${v.runs} 天判定`,
  finding: {
    mended: (v) => `已补救：用 ${v.moves} 项调整（${v.cost}），每项承诺都兑现，或不逊于计划。`,
    'not-needed': () => '无需调整：缺了这些人，每项承诺仍兑现，或不逊于计划。',
    'not-mended': (v) =>
      v.moves === 0
        ? '未能补救：允许的调整都无帮助。'
        : `未能补救：用 ${v.moves} 项调整（${v.cost}），有所改善，但不及计划。`,
  },
  hint: '可以放宽：--overtime、--call-in、更大的 --move。',
  moves: {
    'shift-activity': (v) => `${v.what}由 ${v.from} 改到 ${v.to}`,
    'drop-activity': (v) => `取消 ${v.from} 的${v.what}，改为在线`,
    'free-skills': () => '承接其会做的全部业务',
    'start-earlier': (v) => `由 ${v.from} 提前到 ${v.to} 上班`,
    'end-later': (v) => `由 ${v.from} 延后到 ${v.to} 下班`,
    'call-in': (v) => `${v.from} 至 ${v.to} 来上班`,
  },
  table: {
    moves: '调整内容',
    person: '人员',
    move: '调整',
    hours: '带薪工时',
    cost: '成本',
    stands: '同样的客户下各项承诺的结果',
    promise: '承诺',
    planned: '按计划',
    struck: '缺勤后',
    mended: '补救后',
    together: '当日全部承诺同时兑现',
    none: '无',
  },
  share: {
    day: (v) =>
      `${formatPercent('zh', v.share, 0)} 的天数（${formatPercent('zh', v.low, 0)} 至 ${formatPercent('zh', v.high, 0)}）${short('zh', v.short)}`,
    interval: (v) => `${formatPercent('zh', v.share, 0)} 的时段${short('zh', v.short)}`,
  },
  sections: { moves: '调整什么', stands: '能守住吗？', staff: '何时有谁在', computed: '如何得出' },
  absent: (v) => `缺勤：${v.names}。`,
  since: (v) => `${v.name}（${v.time} 起）`,
  cost: (v) => `带薪 ${hours('zh', v.hours)} 小时，合计 ${formatNumber('zh', v.cost, 2)}`,
  method: (v) => [
    `${v.now} 之后开始且未锁定的都可以调整，每人至多一项，并不违反硬性劳动规则。`,
    `每项调整在 ${v.runs} 个模拟日、同样的客户上试行；把帮助最大的合在一起，先用免费的，再用单位收益最便宜的，直到每项承诺兑现或不差于计划；然后从最贵的开始撤回不需要的。`,
    `图表数字来自另外 ${v.runs} 天，未用于挑选；天数占比附 ${v.confidence} 的 Wilson 区间。是否补救成功按这些天的实际结果判定。这是找到的最便宜的补救，并未证明是最便宜的。`,
  ],
  faults: {
    time: (v) => `--${v.option}：应为一天中的时间，例如 08:10，实为“${v.got}”。`,
    date: (v) => `--date：应为场景中的一天（${v.from} 至 ${v.to}），实为“${v.got}”。`,
    nobody: () => '--absent：应至少有一个姓名。',
    twice: (v) => `--${v.option}：${v.name} 写了两次。`,
    unknown: (v) =>
      `--${v.option}：应为班表上某人的姓名，实为“${v.name}”。${v.near === undefined ? '' : `建议：“${v.near}”。`}`,
    noShift: (v) => `--absent：应为 ${v.date} 有班且 ${v.now} 之后仍在班的人，实为“${v.name}”。`,
    notHome: (v) => `--call-in：应为 ${v.date} 既无班也不休假的人，实为“${v.name}”。`,
    noPromises: (v) =>
      `${v.file}：应有承诺，据此判定补救，实为没有。建议：“promises: [{ measure: answered-within, seconds: 20, atLeast: 0.8 }]”。`,
    noPeople: (v) => `${v.file}：应为有具名人员的班表，实为人数。建议：在命令后写上班表文件。`,
  },
  written: (v) => `班表与页面：${v.path}`,
};
