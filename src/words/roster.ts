/** Words about rosters: what is wrong with a roster file, labour rules, the check, the build and the advice. */

type ActivityName = 'break' | 'lunch' | 'training' | 'meeting' | 'coaching' | 'other';
type PersonColumn = 'id' | 'team' | 'site' | 'group' | 'skills' | 'hoursPerWeek' | 'costPerHour' | 'wishes';

interface Sentence {
  expected: string;
  got: string;
  hint?: string | undefined;
}

const say = ({ expected, got, hint }: Sentence) =>
  `expected ${expected}, got ${got}.${hint === undefined ? '' : ` Try ${hint}.`}`;
const sayZh = ({ expected, got, hint }: Sentence) =>
  `应为${spaced(expected)}，实为${spaced(got)}。${hint === undefined ? '' : `建议：${hint}。`}`;
const spaced = (text: string) => (/^[\x21-\x7e]/.test(text) ? ` ${text}` : text);
const list = (items: readonly string[]) => (items.length === 0 ? 'none' : items.join(', '));
const listZh = (items: readonly string[]) => (items.length === 0 ? '无' : items.join('、'));
const meant = (near: string | undefined) => (near === undefined ? undefined : `"${near}"`);
const meantZh = (near: string | undefined) => (near === undefined ? undefined : `“${near}”`);

/** People are told apart by their names. */
const twoNames = 'two different names for two people';
const twoNamesZh = '两人用两个不同的姓名';

/** What is wrong with a roster file; values come with the fault. */
const faults = {
  empty: () => say({ expected: 'a roster', got: 'an empty file', hint: 'a row of headers and a row per shift' }),
  password: () =>
    say({
      expected: 'a workbook that can be opened',
      got: 'one protected by a password',
      hint: 'to save it without password',
    }),
  oldExcel: () =>
    say({ expected: 'an .xlsx workbook', got: 'the format of Excel 97–2003', hint: 'to save it as .xlsx' }),
  notAWorkbook: () =>
    say({ expected: 'an .xlsx workbook', got: 'a file that is none', hint: 'to save it as .xlsx again' }),
  allEmpty: (v: { sheets: readonly string[] }) =>
    say({ expected: 'a sheet with a roster', got: `nothing in ${list(v.sheets)}` }),
  noRoster: (v: { found: readonly string[] }) =>
    say({
      expected: 'headers of a roster: a name with a start and an end, or a name with times or dates across',
      got: list(v.found),
      hint: 'headers such as name, date, start, end',
    }),
  quoteOpen: () =>
    say({
      expected: 'a quote that is closed',
      got: 'none up to the end',
      hint: 'to close or remove the " in this line',
    }),
  noShifts: (v: { headers: readonly string[] }) =>
    v.headers.length === 0
      ? say({ expected: 'at least one shift', got: 'none' })
      : say({
          expected: 'at least one shift',
          got: `none: of these headers the meaning is unknown: ${list(v.headers)}`,
          hint: 'dates such as 2026-03-02 across, or the columns date, start and end',
        }),
  unknownFormat: () =>
    say({
      expected: 'CSV, an .xlsx workbook, iCal (.ics) or the JSON of pyworkforce or Timefold',
      got: 'none of these',
    }),
  headerTwice: (v: { header: string; first: string }) =>
    say({ expected: 'each column once', got: `"${v.header}", which means the same as "${v.first}"` }),
  noHeader: (v: { got: string; near?: string | undefined }) =>
    say({
      expected: 'a column with the header that the scenario states',
      got: `none called "${v.got}"`,
      hint: meant(v.near),
    }),
  noName: () => say({ expected: 'a name or a number of agents', got: 'an empty cell' }),
  noTime: () => say({ expected: 'a time of day', got: 'an empty cell', hint: '08:30' }),
  badTime: (v: { got: string }) =>
    say({ expected: 'a time of day', got: `"${v.got}"`, hint: '08:30, with 24:00 for the midnight that ends the day' }),
  badDay: (v: { got: string }) =>
    say({ expected: 'a date or weekday', got: `"${v.got}"`, hint: 'year-month-day, such as 2026-03-02' }),
  dayOrder: (v: { got: string }) =>
    say({
      expected: 'a date with the year first',
      got: `"${v.got}", whose day and month could change places`,
      hint: '2026-03-02',
    }),
  noDate: () =>
    say({
      expected: 'a date, or a scenario whose days the roster is for',
      got: 'neither',
      hint: '--scenario, or a column date',
    }),
  emptyShift: (v: { got: string }) => say({ expected: 'an end after the start', got: v.got }),
  longShift: (v: { hours: string }) =>
    say({ expected: 'a shift of at most 24 hours', got: v.hours, hint: 'to look whether the dates are in order' }),
  badRanges: (v: { got: string }) =>
    say({ expected: 'times from-to', got: `"${v.got}"`, hint: '10:00-10:15, several joined by |' }),
  unknownCode: (v: { got: string; near?: string | undefined; allowed: readonly string[] }) =>
    say({
      expected: `an activity (${list(v.allowed)}), a shift such as 08:00-17:00 or a code of a sheet "codes"`,
      got: `"${v.got}"`,
      hint: meant(v.near),
    }),
  unknownSkill: (v: { got: string; near?: string | undefined; allowed: readonly string[] }) =>
    say({ expected: `a skill of the scenario (${list(v.allowed)})`, got: `"${v.got}"`, hint: meant(v.near) }),
  unknownGroup: (v: { got: string; near?: string | undefined; allowed: readonly string[] }) =>
    say({ expected: `a group of the scenario (${list(v.allowed)})`, got: `"${v.got}"`, hint: meant(v.near) }),
  noSkills: (v: { person: string; allowed: readonly string[] }) =>
    say({
      expected: `skills of ${v.person}, or a group (${list(v.allowed)})`,
      got: 'neither',
      hint: 'a column skills or group, or a sheet of people',
    }),
  badNumber: (v: { got: string }) => say({ expected: 'a number of at least 0', got: `"${v.got}"`, hint: '37.5' }),
  badWish: (v: { got: string }) =>
    say({
      expected: 'a wish: early, late, a weekday or a date off',
      got: `"${v.got}"`,
      hint: 'early; sat; 2026-03-07',
    }),
  badSpeed: (v: { got: string }) =>
    say({
      expected: 'skills, each with a speed above 0 if it is not 1',
      got: `"${v.got}"`,
      hint: 'inquiry=0.9; complaint',
    }),
  agentTwice: (v: { person: string; first: string }) =>
    say({ expected: 'each person in one row', got: `${v.person} again, first in ${v.first}`, hint: twoNames }),
  differs: (v: { person: string; what: PersonColumn; got: string; first: string }) =>
    say({
      expected: `one ${columns[v.what]} of ${v.person}`,
      got: `"${v.got}" beside "${v.first}"`,
      hint: twoNames,
    }),
  overlap: (v: { person: string; first: string; place: string }) =>
    say({
      expected: `shifts of ${v.person} that do not overlap`,
      got: `one over ${v.first} (${v.place})`,
      hint: `other times, or ${twoNames}`,
    }),
  activitiesOverlap: (v: { person: string; first: string; place: string }) =>
    say({ expected: `one activity of ${v.person} at a time`, got: `one over ${v.first} (${v.place})` }),
  outsideShift: (v: { person: string; activity: ActivityName; at: string }) =>
    say({ expected: `an activity within a shift of ${v.person}`, got: `${columns[v.activity]} ${v.at}` }),
  onLeave: (v: { person: string; leave: string }) =>
    say({ expected: `${v.person} not on leave`, got: `a shift during leave (${v.leave})` }),
  outsideDays: (v: { covers: string; days: string }) =>
    say({ expected: `shifts within the days of the scenario (${v.days})`, got: `a roster for ${v.covers}` }),
  formulaError: (v: { got: string }) =>
    say({ expected: 'a value', got: `the spreadsheet error ${v.got}`, hint: 'to mend the formula' }),
  noCachedValue: () =>
    say({
      expected: 'a formula with its result',
      got: 'one without; formulas are read, never run',
      hint: 'to open and save the workbook in a spreadsheet program',
    }),
  badJson: (v: { got: string }) => say({ expected: 'correct JSON', got: `text at which the reader says: ${v.got}` }),
  badCalendar: (v: { got: string }) => say({ expected: 'a correct iCal file', got: v.got }),
  noAttendee: () =>
    say({
      expected: 'an event of somebody: an attendee, an organizer, or a calendar with a name',
      got: 'none of them',
      hint: 'a line ATTENDEE;CN=Ann:mailto:ann@example.com in the event',
    }),
  wholeDays: (v: { got: string }) =>
    say({
      expected: 'an event with times of day',
      got: `one that lasts whole days (${v.got})`,
      hint: 'to give it a start and an end, or the category "leave" if nobody works then',
    }),
  repeatsTooOften: (v: { got: string; most: number }) =>
    say({
      expected: `an event that repeats at most ${v.most} times up to the end of the roster`,
      got: `more repetitions of "${v.got}"`,
      hint: 'to let it begin later, or to repeat it by the day',
    }),
  solverFields: (v: { solver: string; needs: string }) =>
    say({ expected: `${v.needs} in the JSON of ${v.solver}`, got: 'none' }),
  solverShape: (v: { path: string; expected: string }) =>
    say({ expected: v.expected, got: `something else at ${v.path}` }),
  unknownShift: (v: { got: string; near?: string | undefined; allowed: readonly string[] }) =>
    say({ expected: `a shift that is described (${list(v.allowed)})`, got: `"${v.got}"`, hint: meant(v.near) }),
};

const faultsZh: typeof faults = {
  empty: () => sayZh({ expected: '班表', got: '空文件', hint: '一行表头，每个班次一行' }),
  password: () => sayZh({ expected: '可打开的工作簿', got: '有密码保护的工作簿', hint: '另存为无密码的文件' }),
  oldExcel: () => sayZh({ expected: ' .xlsx 工作簿', got: ' Excel 97–2003 格式', hint: '另存为 .xlsx' }),
  notAWorkbook: () => sayZh({ expected: ' .xlsx 工作簿', got: '其他文件', hint: '重新另存为 .xlsx' }),
  allEmpty: (v) => sayZh({ expected: '有内容的工作表', got: `空表 ${listZh(v.sheets)}` }),
  noRoster: (v) =>
    sayZh({
      expected: '班表表头：姓名加开始与结束，或姓名加横排的时刻或日期',
      got: `：${listZh(v.found)}`,
      hint: '表头用 姓名、日期、开始、结束',
    }),
  quoteOpen: () => sayZh({ expected: '成对的引号', got: '直到文件末尾都未闭合', hint: '闭合或删去该行的引号 "' }),
  noShifts: (v) =>
    v.headers.length === 0
      ? sayZh({ expected: '至少一个班次', got: '没有' })
      : sayZh({
          expected: '至少一个班次',
          got: `没有；以下表头含义不明：${listZh(v.headers)}`,
          hint: '横排日期写作 2026-03-02，或用 日期、开始、结束 各列',
        }),
  unknownFormat: () =>
    sayZh({ expected: ' CSV、.xlsx 工作簿、iCal（.ics）或 pyworkforce、Timefold 的 JSON', got: '其他格式' }),
  headerTwice: (v) => sayZh({ expected: '每列只出现一次', got: `“${v.header}”与“${v.first}”同义` }),
  noHeader: (v) => sayZh({ expected: '有场景所写表头的列', got: `没有“${v.got}”列`, hint: meantZh(v.near) }),
  noName: () => sayZh({ expected: '姓名或人数', got: '空单元格' }),
  noTime: () => sayZh({ expected: '时刻', got: '空单元格', hint: '08:30' }),
  badTime: (v) => sayZh({ expected: '时刻', got: `“${v.got}”`, hint: '08:30，当天结束的午夜写 24:00' }),
  badDay: (v) => sayZh({ expected: '日期或星期', got: `“${v.got}”`, hint: '年-月-日，例如 2026-03-02' }),
  dayOrder: (v) => sayZh({ expected: '年份在前的日期', got: `“${v.got}”，日与月可能颠倒`, hint: '2026-03-02' }),
  noDate: () => sayZh({ expected: '日期，或班表所属的场景', got: '两者皆无', hint: '--scenario，或增加日期列' }),
  emptyShift: (v) => sayZh({ expected: '结束晚于开始', got: ` ${v.got}` }),
  longShift: (v) => sayZh({ expected: '不超过 24 小时的班次', got: ` ${v.hours}`, hint: '检查日期先后' }),
  badRanges: (v) => sayZh({ expected: '起止时刻', got: `“${v.got}”`, hint: '10:00-10:15，多个之间用 | 分隔' }),
  unknownCode: (v) =>
    sayZh({
      expected: `活动（${listZh(v.allowed)}）、08:00-17:00 这样的班次或“codes”表中的代码`,
      got: `“${v.got}”`,
      hint: meantZh(v.near),
    }),
  unknownSkill: (v) =>
    sayZh({ expected: `场景中的技能（${listZh(v.allowed)}）`, got: `“${v.got}”`, hint: meantZh(v.near) }),
  unknownGroup: (v) =>
    sayZh({ expected: `场景中的班组（${listZh(v.allowed)}）`, got: `“${v.got}”`, hint: meantZh(v.near) }),
  noSkills: (v) =>
    sayZh({
      expected: `${v.person} 有技能或班组（${listZh(v.allowed)}）`,
      got: '两者皆无',
      hint: '增加技能列或班组列，或一张人员表',
    }),
  badNumber: (v) => sayZh({ expected: '不小于 0 的数字', got: `“${v.got}”`, hint: '37.5' }),
  badWish: (v) =>
    sayZh({ expected: '意愿：早班、晚班，或想休的星期或日期', got: `“${v.got}”`, hint: '早班；周六；2026-03-07' }),
  badSpeed: (v) => sayZh({ expected: '技能，速度不为 1 时写大于 0 的数', got: `“${v.got}”`, hint: '咨询=0.9；投诉' }),
  agentTwice: (v) => sayZh({ expected: '每人一行', got: `${v.person} 再次出现，首见于 ${v.first}`, hint: twoNamesZh }),
  differs: (v) =>
    sayZh({
      expected: `${v.person} 的${columnsZh[v.what]}一致`,
      got: `“${v.got}”与“${v.first}”`,
      hint: twoNamesZh,
    }),
  overlap: (v) =>
    sayZh({
      expected: `${v.person} 的班次互不重叠`,
      got: `与 ${v.first} 重叠（${v.place}）`,
      hint: `改时间，或${twoNamesZh}`,
    }),
  activitiesOverlap: (v) =>
    sayZh({ expected: `${v.person} 同一时间只有一项活动`, got: `与 ${v.first} 重叠（${v.place}）` }),
  outsideShift: (v) => sayZh({ expected: `活动在 ${v.person} 的班次之内`, got: `${columnsZh[v.activity]} ${v.at}` }),
  onLeave: (v) => sayZh({ expected: `${v.person} 不在休假`, got: `休假（${v.leave}）期间的班次` }),
  outsideDays: (v) => sayZh({ expected: `场景日期（${v.days}）之内的班次`, got: ` ${v.covers} 的班表` }),
  formulaError: (v) => sayZh({ expected: '有值', got: `表格错误 ${v.got}`, hint: '修正公式' }),
  noCachedValue: () =>
    sayZh({ expected: '带结果的公式', got: '没有结果的公式（只读取，不运行）', hint: '在表格软件中打开并保存' }),
  badJson: (v) => sayZh({ expected: '正确的 JSON', got: `解析出错（${v.got}）` }),
  badCalendar: (v) => sayZh({ expected: '正确的 iCal 文件', got: `解析出错（${v.got}）` }),
  noAttendee: () =>
    sayZh({
      expected: '事件属于某人：有参加者、组织者，或日历有名称',
      got: '都没有',
      hint: '在事件中写一行 ATTENDEE;CN=张三:mailto:zhangsan@example.com',
    }),
  wholeDays: (v) =>
    sayZh({
      expected: '事件有起止时刻',
      got: `全天事件（${v.got}）`,
      hint: '写明开始和结束时刻；若当天不上班，把类别写成“请假”',
    }),
  repeatsTooOften: (v) =>
    sayZh({
      expected: `到班表结束为止，事件至多重复 ${v.most} 次`,
      got: `“${v.got}”重复更多次`,
      hint: '推迟它的开始日期，或改为按天重复',
    }),
  solverFields: (v) => sayZh({ expected: `${v.solver} 的 JSON 含 ${v.needs}`, got: '没有' }),
  solverShape: (v) => sayZh({ expected: ` ${v.expected}`, got: ` ${v.path} 处的其他内容` }),
  unknownShift: (v) =>
    sayZh({ expected: `已说明的班次（${listZh(v.allowed)}）`, got: `“${v.got}”`, hint: meantZh(v.near) }),
};

/** What a reader of a roster file should know though nothing is wrong. */
const notices = {
  macros: () => 'The workbook holds macros: its values were read, nothing was run.',
  formulas: (v: { count: number }) =>
    `${v.count} cells are formulas: the results saved with them were read, nothing was run.`,
  sheetSkipped: (v: { sheet: string }) => `Sheet "${v.sheet}" holds no roster and was left out.`,
  sheetHidden: (v: { sheet: string }) => `Sheet "${v.sheet}" is hidden and was left out.`,
  daysOutside: (v: { count: number; days: string }) =>
    v.count === 1
      ? `1 shift lies wholly outside ${v.days} and was left out.`
      : `${v.count} shifts lie wholly outside ${v.days} and were left out.`,
  shiftName: (v: { got: string }) =>
    `"${v.got}" is no activity that is known: with its start and end it was taken for the name of a shift.`,
  everyDay: () => 'The roster names no dates: its shifts were taken for every day of the scenario.',
};

const noticesZh: typeof notices = {
  macros: () => '工作簿含宏：只读取了数值，未运行任何内容。',
  formulas: (v) => `${v.count} 个单元格为公式：读取了随文件保存的结果，未运行任何内容。`,
  sheetSkipped: (v) => `工作表“${v.sheet}”不含班表，已略过。`,
  sheetHidden: (v) => `工作表“${v.sheet}”已隐藏，已略过。`,
  daysOutside: (v) => `${v.count} 个班次完全在 ${v.days} 之外，已略过。`,
  shiftName: (v) => `“${v.got}”不是已知的活动：因写有开始与结束时间，视为班次名称。`,
  everyDay: () => '班表未写日期：其班次用于场景的每一天。',
};

const columns = {
  name: 'name',
  id: 'id',
  team: 'team',
  site: 'site',
  group: 'group',
  skills: 'skills',
  hoursPerWeek: 'hours a week',
  costPerHour: 'cost per hour',
  wishes: 'wishes',
  date: 'date',
  start: 'start',
  end: 'end',
  break: 'break',
  lunch: 'lunch',
  training: 'training',
  meeting: 'meeting',
  coaching: 'coaching',
  other: 'other',
  leave: 'leave',
  off: 'off',
  onQueue: 'on queue',
  only: 'only',
  pinned: 'pinned',
  activity: 'activity',
  yes: 'yes',
  hours: 'hours',
  shift: 'Shift',
};

const columnsZh: typeof columns = {
  name: '姓名',
  id: '工号',
  team: '团队',
  site: '职场',
  group: '班组',
  skills: '技能',
  hoursPerWeek: '周工时',
  costPerHour: '时薪',
  wishes: '意愿',
  date: '日期',
  start: '开始',
  end: '结束',
  break: '小休',
  lunch: '午餐',
  training: '培训',
  meeting: '会议',
  coaching: '辅导',
  other: '其他',
  leave: '休假',
  off: '休',
  onQueue: '在线',
  only: '限定技能',
  pinned: '锁定',
  activity: '活动',
  yes: '是',
  hours: '小时',
  shift: '班次',
};

export const en = { faults, notices, columns };
export const zh: typeof en = { faults: faultsZh, notices: noticesZh, columns: columnsZh };

/** A fault or notice as data: which sentence, with which values. */
type Message<Entries extends Record<string, (values: never) => string>> = {
  [Key in keyof Entries]: Parameters<Entries[Key]> extends [infer Values]
    ? { readonly key: Key; readonly values: Values }
    : { readonly key: Key };
}[keyof Entries];
export type RosterMessage = Message<typeof faults>;
export type RosterNoticeMessage = Message<typeof notices>;
