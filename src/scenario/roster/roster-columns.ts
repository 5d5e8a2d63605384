/**
 * The names under which planners and workforce systems write the columns and codes of a roster, in English and Chinese.
 * Case, spaces, hyphens, underscores, dots and what stands in brackets do not matter.
 */
import type { Activity } from './roster.ts';

/** Columns that mean the same whatever the row holds. */
export const columnNames = {
  name: [
    'name',
    'agent',
    'agent name',
    'employee',
    'employee name',
    'person',
    'staff',
    'staff name',
    'resource',
    'full name',
    '姓名',
    '员工',
    '员工姓名',
    '坐席',
    '座席',
    '坐席姓名',
    '座席姓名',
    '客服',
    '客服姓名',
    '人员',
    '话务员',
  ],
  id: [
    'id',
    'agent id',
    'employee id',
    'staff id',
    'employee number',
    'personnel number',
    'login',
    'login id',
    '工号',
    '员工号',
    '员工编号',
    '坐席工号',
    '座席工号',
    '编号',
  ],
  count: [
    'agents',
    'number',
    'number of agents',
    'count',
    'headcount',
    'people',
    'resources',
    '人数',
    '坐席数',
    '座席数',
    '数量',
  ],
  team: ['team', 'supervisor', 'team name', 'unit', '团队', '小组', '班', '科室', '部门', '所属团队'],
  site: ['site', 'location', 'office', 'centre', 'center', 'city', '职场', '地点', '场地', '中心', '城市'],
  group: ['group', 'agent group', 'profile', 'skill profile', 'staff group', '班组', '坐席组', '座席组', '组别'],
  skills: ['skills', 'skill', 'skill set', 'queues', 'work', '技能', '技能组', '业务', '队列'],
  hoursPerWeek: [
    'hours a week',
    'hours per week',
    'contract hours',
    'weekly hours',
    'contract',
    'contracted hours',
    '周工时',
    '合同工时',
    '每周工时',
    '合同小时',
  ],
  costPerHour: [
    'cost per hour',
    'hourly cost',
    'cost',
    'wage',
    'hourly wage',
    'rate',
    '时薪',
    '小时成本',
    '每小时成本',
    '成本',
  ],
  wishes: ['wishes', 'wish', 'preferences', 'preference', '意愿', '偏好', '愿望'],
  date: ['date', 'day', 'shift date', 'work date', 'weekday', '日期', '班次日期', '上班日期', '工作日期', '星期'],
  endDate: ['end date', 'date to', '结束日期', '下班日期'],
  start: [
    'start',
    'from',
    'begin',
    'start time',
    'shift start',
    'begins',
    'clock in',
    'time from',
    'start date time',
    '开始',
    '开始时间',
    '上班',
    '上班时间',
    '班次开始',
    '起始时间',
    '起',
  ],
  end: [
    'end',
    'to',
    'finish',
    'end time',
    'shift end',
    'ends',
    'stop',
    'clock out',
    'time to',
    'end date time',
    'until',
    '结束',
    '结束时间',
    '下班',
    '下班时间',
    '班次结束',
    '终止时间',
    '止',
  ],
  activity: [
    'activity',
    'activity code',
    'code',
    'status',
    'type',
    'event',
    'shift',
    'shift code',
    'shift name',
    '活动',
    '状态',
    '类型',
    '班次',
    '班次代码',
    '代码',
    '班别',
  ],
  break: ['break', 'breaks', 'rest', 'pause', '小休', '休息', '休息时间', '小休时间'],
  lunch: ['lunch', 'meal', 'lunch break', 'dinner', '午餐', '午休', '用餐', '就餐', '午餐时间', '用餐时间'],
  training: ['training', '培训', '学习'],
  meeting: ['meeting', 'meetings', '会议', '班会', '例会'],
  coaching: ['coaching', '辅导', '面谈'],
  other: ['other', 'admin', 'project', '其他', '其它'],
  only: ['only', 'required skill', 'limited to', '限定技能', '指定业务'],
  pinned: ['pinned', 'locked', 'fixed', '锁定', '固定'],
} as const satisfies Record<string, readonly string[]>;
export type ColumnName = keyof typeof columnNames;

/** What a code in a cell stands for. `off` is a day without work. */
export type CodeMeaning = Activity | 'on-queue' | 'leave' | 'off';

const codes: Record<CodeMeaning, readonly string[]> = {
  'on-queue': [
    'q',
    'on queue',
    'on phone',
    'phone',
    'phones',
    'available',
    'work',
    'working',
    'w',
    'x',
    '1',
    'calls',
    'inbound',
    'shift',
    '在线',
    '接线',
    '话务',
    '上班',
    '班',
    '在岗',
    '工作',
    '通话',
    '热线',
    '班次',
    '√',
    '✓',
  ],
  break: ['b', 'br', 'break', 'pause', '小休', '休息', '茶歇'],
  lunch: ['l', 'lunch', 'meal', 'dinner', '午餐', '午饭', '午休', '用餐', '就餐', '晚餐', '餐'],
  training: ['t', 'training', 'trn', '培训', '学习', '训'],
  meeting: ['m', 'meeting', 'mtg', 'briefing', '会议', '例会', '班会', '会'],
  coaching: ['c', 'coaching', '1:1', 'feedback', '辅导', '面谈'],
  other: ['other', 'admin', 'project', 'back office', '其他', '其它', '后台'],
  leave: [
    'leave',
    'al',
    'annual leave',
    'pto',
    'vacation',
    'holiday',
    'sick',
    'sick leave',
    'sl',
    '年假',
    '请假',
    '病假',
    '事假',
    '休假',
    '调休',
    '婚假',
    '产假',
    '假',
  ],
  off: ['off', 'o', 'day off', 'do', 'rdo', 'free', '0', '-', '/', '—', '休', '公休', '轮休', '不排'],
};

/** The plain form of a header or code: what distinguishes two writings of the same word is taken off. */
export function plainForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_.:：*·-]+/g, '');
}

function lookUp<Key extends string>(table: Readonly<Record<Key, readonly string[]>>): Map<string, Key> {
  const found = new Map<string, Key>();
  for (const key of Object.keys(table) as Key[]) {
    for (const name of table[key]) found.set(plainForm(name) || name, key);
  }
  return found;
}

const columnsByName = lookUp<ColumnName>(columnNames);
const codesByName = lookUp<CodeMeaning>(codes);

/** The column a header stands for, if it is one. */
export function columnOf(header: string): ColumnName | undefined {
  return columnsByName.get(plainForm(header));
}

/**
 * What a code stands for.
 * @param dayOff true where a cell holds a whole day: there 休息 is a day off, within a day it is a break
 */
export function meaningOf(code: string, dayOff = false): CodeMeaning | undefined {
  const plain = plainForm(code) || code.trim();
  return dayOff && (plain === '休息' || plain === 'rest') ? 'off' : codesByName.get(plain);
}

/** Codes to name in a message. */
export const knownCodes: readonly string[] = (Object.keys(codes) as CodeMeaning[]).map(
  (meaning) => codes[meaning][1] ?? '',
);
