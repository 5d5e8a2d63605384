/** What can be wrong with a drill or the log of one, said as `expected …, got …. Try ….`. */
import type { Choice } from './faults.ts';

const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));
const listZh = (items: readonly string[]) => (items.length === 0 ? '无' : items.join('、'));
const near = (name: string | undefined) => (name === undefined ? '' : ` Try ${name}.`);
const nearZh = (name: string | undefined) => (name === undefined ? '' : `建议：${name}。`);

type Why = 'form' | 'quantity' | 'share' | 'unit' | 'rolling';

const conditionHints: Record<Why, string> = {
  form: '"queue > 60 for 5 min and occupancy > 95 %"',
  quantity:
    'one of queue, longest wait, service level, connected, abandoned, occupancy, idle, lines (or 排队, 最长等待, 服务水平, 接通率, 放弃率, 占用率, 空闲, 中继占用率)',
  share: 'a share of at most 100 %',
  unit: 'a % behind shares, s or min behind the longest wait, a bare number behind queue and idle',
  rolling: '"over" only with service level, connected, abandoned or occupancy; "for 5 min" says how long it must last',
};
const conditionHintsZh: Record<Why, string> = {
  form: '“排队 > 60 持续 5 分钟 且 占用率 > 95%”',
  quantity: '排队、最长等待、服务水平、接通率、放弃率、占用率、空闲、中继占用率之一（或其英文写法）',
  share: '不超过 100% 的比例',
  unit: '比例后写 %，最长等待后写秒或分钟，排队与空闲只写数字',
  rolling: '“近 … 分钟”只用于服务水平、接通率、放弃率与占用率；“持续 5 分钟”表示须保持多久',
};

export const en = {
  windowOrder: (v: { from: string; to: string }) =>
    `expected an end after the start (${v.from}), got ${v.to}. Try a later "to"; a drill plays within one day.`,
  injectOrder: (v: { at: string; before: string }) =>
    `expected injects in order of time, got ${v.at} after ${v.before}. Try to move it up.`,
  injectOutside: (v: { at: string; from: string; to: string }) =>
    `expected a time within the exercise (${v.from} to ${v.to}), got ${v.at}.`,
  shockBeforeInject: (v: { at: string; from: string }) =>
    `expected a shock that begins with its inject (${v.at}) or after it, got ${v.from}.`,
  unknownLever: (v: Choice) =>
    `expected the name of a lever (${list(v.allowed)}), "release" and a lever, "level II" or "stand down", got "${v.got}".${near(v.near)}`,
  beyondCapacity: (v: { lever: string; got: number; most: number }) =>
    `expected 1 to ${v.most} agents of ${v.lever}, got ${v.got}.`,
  notCounted: (v: { lever: string; got: number }) =>
    `expected ${v.lever} without a number, since it is on or off, got ${v.got}.`,
  namedGroup: (v: { group: string }) =>
    `expected a group of head-counts, got ${v.group}, whose people have names and breaks of their own. Try another group.`,
  toldBeforeInject: (v: { at: string; told: string }) =>
    `expected a time from ${v.at} on, when it happens, got ${v.told}.`,
  nobodyListens: (v: { work: string }) =>
    `expected work in which customers wait and hear what is said, got ${v.work}, which waits by itself.`,
  skillKnown: (v: { group: string; work: string }) =>
    `expected work that ${v.group} does not do on ordinary days, got ${v.work}, which it does.`,
  levelPulls: (v: { level: string; got: string }) =>
    `expected levers that level ${v.level} pulls, got "${v.got}". Leaving the level ends them by itself.`,
  levelMissing: (v: { got: string }) => `expected a level of the plan, got ${v.got}. Try to write it under "levels".`,
  levelContradicts: (v: { level: string; enter: string; leave: string }) =>
    `expected a condition that cannot hold while level ${v.level} is entered (${v.enter}), got "${v.leave}": the level would be entered and left without end. Try the same quantity on the other side, with a distance: enter "queue > 60 for 5 min", leave "queue < 20 for 15 min".`,
  levelFlaps: (v: { level: string; enter: string; leave: string; proposal: string }) =>
    `expected a distance between entering level ${v.level} (${v.enter}) and leaving it, got "${v.leave}": chance would carry it to and fro. Try "${v.proposal}".`,
  rulesContradict: (v: { lever: string; one: string; other: string }) =>
    `expected rules that cannot hold at once, since one pulls ${v.lever} and one releases it, got "${v.one}" and "${v.other}". Try a distance between them.`,
  rulesFlap: (v: { lever: string; one: string; other: string; proposal: string }) =>
    `expected a distance between the rule that pulls ${v.lever} ("${v.one}") and the one that releases it, got "${v.other}": chance would carry it to and fro. Try "${v.proposal}".`,
  scriptOrder: (v: { at: string; before: string }) =>
    `expected decisions in order of time, got ${v.at} after ${v.before}. Try to move it up.`,
  scriptOutside: (v: { at: string; from: string; to: string }) =>
    `expected a time within the exercise (${v.from} to ${v.to}), got ${v.at}.`,
  badCondition: (v: { got: string; why: Why }) => `expected a condition, got "${v.got}". Try ${conditionHints[v.why]}.`,
  unknownPlan: (v: { got: string; allowed: readonly string[] }) =>
    `expected the name of a plan (${list(v.allowed)}), got "${v.got}".`,
  oneMeasure: (v: { got: number }) =>
    `expected one of promise, response and recoveredWithinMinutes, got ${v.got === 0 ? 'none' : `${v.got} of them`}.`,
  noSuchInject: (v: { got: number; count: number }) => `expected an inject from 1 to ${v.count}, got ${v.got}.`,

  notALog: (v: { got: string }) =>
    `expected the log of a drill, as callfloor drill run writes it, got ${v.got}. Try the file decisions.jsonl.`,
  logEdited: (v: { line: number }) =>
    `expected a log as it was written, got one in which line ${v.line} was changed, added or taken out. Nothing in it can be relied on from there.`,
  logCut: (_: Record<never, never>) => 'expected a log to its last line, got one whose end is missing.',
  logOfOther: (v: { drill: string; got: string; other: string | null }) =>
    `expected a log of the drill ${v.drill} as it is now, got one of ${v.got}. Try ${v.other === null ? 'the drill file as it was then' : `the file of the drill ${v.other}`}.`,
  logOfVersion: (v: { got: string; version: string }) =>
    `expected a log written by Callfloor ${v.version}, got one by ${v.got}: another version may simulate differently.`,
  logReplaysOtherwise: (_: Record<never, never>) =>
    'expected the results that the log names, got others: the drill or Callfloor is not what it was.',
};

export const zh: typeof en = {
  windowOrder: (v) => `应为晚于开始（${v.from}）的结束时间，实为 ${v.to}。建议：推迟“to”；演练在一天之内进行。`,
  injectOrder: (v) => `情况注入应按时间先后排列，实为 ${v.before} 之后的 ${v.at}。建议：把它移到前面。`,
  injectOutside: (v) => `应为演练时间内（${v.from} 至 ${v.to}）的时间，实为 ${v.at}。`,
  shockBeforeInject: (v) => `冲击应与其注入（${v.at}）同时或稍后开始，实为 ${v.from}。`,
  unknownLever: (v) =>
    `应为处置手段的名称（${listZh(v.allowed)}）、“release”加名称、“level II”或“stand down”，实为“${v.got}”。${nearZh(v.near)}`,
  beyondCapacity: (v) => `${v.lever} 应为 1 至 ${v.most} 人，实为 ${v.got}。`,
  notCounted: (v) => `${v.lever} 只有启用与停用，不应带数字，实为 ${v.got}。`,
  namedGroup: (v) => `应为按人数排班的班组，实为 ${v.group}，其人员有各自的姓名与休息。建议：换一个班组。`,
  toldBeforeInject: (v) => `应不早于事情发生的 ${v.at}，实为 ${v.told}。`,
  nobodyListens: (v) => `应为客户在线等待、能听到播报的业务，实为 ${v.work}，该业务无客户在线等待。`,
  skillKnown: (v) => `应为 ${v.group} 平日不做的业务，实为 ${v.work}，该班组本来就做。`,
  levelPulls: (v) => `${v.level} 级响应下应列出要启用的手段，实为“${v.got}”。退出该级时会自行结束。`,
  levelMissing: (v) => `应为该预案已有的响应级别，实为 ${v.got}。建议：写入“levels”。`,
  levelContradicts: (v) =>
    `退出条件不应与 ${v.level} 级的进入条件（${v.enter}）同时成立，实为“${v.leave}”：该级别会不断进入又退出。建议：对同一指标留出间距，如进入“排队 > 60 持续 5 分钟”，退出“排队 < 20 持续 15 分钟”。`,
  levelFlaps: (v) =>
    `进入 ${v.level} 级（${v.enter}）与退出之间应有间距，实为“${v.leave}”：偶然波动就会使其反复。建议：“${v.proposal}”。`,
  rulesContradict: (v) =>
    `一条规则启用 ${v.lever}、另一条停用它，两者不应同时成立，实为“${v.one}”与“${v.other}”。建议：留出间距。`,
  rulesFlap: (v) =>
    `启用 ${v.lever} 的规则（“${v.one}”）与停用它的规则之间应留出间距，实为“${v.other}”：会反复启停。建议：“${v.proposal}”。`,
  scriptOrder: (v) => `决策应按时间先后排列，实为 ${v.before} 之后的 ${v.at}。建议：把它移到前面。`,
  scriptOutside: (v) => `应为演练时间内（${v.from} 至 ${v.to}）的时间，实为 ${v.at}。`,
  badCondition: (v) => `应为条件，实为“${v.got}”。建议：${conditionHintsZh[v.why]}。`,
  unknownPlan: (v) => `应为预案名称（${listZh(v.allowed)}），实为“${v.got}”。`,
  oneMeasure: (v) =>
    `应为 promise、response、recoveredWithinMinutes 三者之一，实为${v.got === 0 ? '没有' : `其中 ${v.got} 项`}。`,
  noSuchInject: (v) => `应为 1 至 ${v.count} 的注入序号，实为 ${v.got}。`,

  notALog: (v) => `应为 callfloor drill run 写出的演练记录，实为${v.got}。建议：使用 decisions.jsonl 文件。`,
  logEdited: (v) => `应为原样的记录，实为第 ${v.line} 行被改动、增添或删去的记录。自此处起均不可信。`,
  logCut: () => '应为完整的记录，实为结尾缺失的记录。',
  logOfOther: (v) =>
    `应为演练 ${v.drill} 当前版本的记录，实为 ${v.got} 的记录。建议：使用${v.other === null ? '当时的演练文件' : `演练 ${v.other} 的文件`}。`,
  logOfVersion: (v) => `应为 Callfloor ${v.version} 写出的记录，实为 ${v.got} 写出的：不同版本的仿真可能不同。`,
  logReplaysOtherwise: () => '应为记录所载的结果，实为其他结果：演练文件或 Callfloor 已与当时不同。',
};

type Entries = typeof en;

/** A fault of a drill as data: its key and the values that its sentence needs. */
export type DrillMessage = {
  [Key in keyof Entries]: { readonly key: Key; readonly values: Parameters<Entries[Key]>[0] };
}[keyof Entries];
