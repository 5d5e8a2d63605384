/** The measures a promise may name. */
import { KindList } from '../kind.ts';
import { type MeasureName, nameMeasure } from './measure-name.ts';

const connectionRate = nameMeasure({
  kind: 'connection-rate',
  hasTiers: true,
  summary: { en: 'how many of those who asked for a person got one', zh: '人工接通率：要求人工的请求中被接通的比例' },
  formulas: {
    'per-attempt': { en: 'answered ÷ requests, every redial a request', zh: '接通 ÷ 人工请求（每次重拨算一次请求）' },
    'without-short-abandons': {
      en: 'answered ÷ (requests − short abandons)',
      zh: '接通 ÷（人工请求 − 短时放弃）',
    },
    'per-caller': { en: 'callers answered in the end ÷ callers', zh: '最终接通的来电人数 ÷ 来电人数' },
    'self-service-counted-in': {
      en: '(completed in self-service + answered) ÷ all contacts',
      zh: '（自助完成 + 接通）÷ 全部来电',
    },
  },
  unit: 'fraction',
  better: 'more',
  shortVariants: ['without-short-abandons'],
});

const answeredWithin = nameMeasure({
  kind: 'answered-within',
  hasTiers: true,
  summary: { en: 'service level: answered within T seconds', zh: 'T 秒接通率（服务水平）' },
  formulas: {
    offered: { en: 'answered within T ÷ (answered + abandoned)', zh: 'T 秒内接通 ÷（接通 + 放弃）' },
    answered: { en: 'answered within T ÷ answered', zh: 'T 秒内接通 ÷ 接通' },
    'abandons-met': {
      en: '(answered within T + abandoned within T) ÷ (answered + abandoned)',
      zh: '（T 秒内接通 + T 秒内放弃）÷（接通 + 放弃）',
    },
    'short-abandons-excluded': {
      en: 'answered within T ÷ (answered + abandoned − abandoned within T)',
      zh: 'T 秒内接通 ÷（接通 + 放弃 − T 秒内放弃）',
    },
    'very-short-abandons-met': {
      en: '(answered within T + very short abandons) ÷ (answered + abandoned)',
      zh: '（T 秒内接通 + 极短时放弃）÷（接通 + 放弃）',
    },
  },
  unit: 'fraction',
  better: 'more',
  hasThreshold: true,
  shortVariants: ['very-short-abandons-met'],
});

const asa = nameMeasure({
  kind: 'asa',
  hasTiers: true,
  summary: { en: 'average speed of answer', zh: '平均应答速度' },
  formulas: { answered: { en: 'total wait of answered contacts ÷ answered', zh: '接通者等待总时长 ÷ 接通' } },
  unit: 'seconds',
  better: 'less',
});

const meanWait = nameMeasure({
  kind: 'mean-wait',
  hasTiers: true,
  summary: { en: 'mean wait of all who queued', zh: '全部排队者的平均等待' },
  formulas: {
    queued: { en: 'total wait ÷ all who queued, abandoners included', zh: '等待总时长 ÷ 全部排队者（含放弃者）' },
  },
  unit: 'seconds',
  better: 'less',
});

const abandonment = nameMeasure({
  kind: 'abandonment',
  hasTiers: true,
  summary: { en: 'how many gave up waiting', zh: '放弃率' },
  formulas: { requests: { en: 'abandoned ÷ requests', zh: '放弃 ÷ 人工请求' } },
  unit: 'fraction',
  better: 'less',
});

const balking = nameMeasure({
  kind: 'balking',
  hasTiers: true,
  summary: { en: 'how many left at once on hearing that there is a queue', zh: '听到排队提示即离开的比例' },
  formulas: { requests: { en: 'balked ÷ requests', zh: '即时离开 ÷ 人工请求' } },
  unit: 'fraction',
  better: 'less',
});

const blocking = nameMeasure({
  kind: 'blocking',
  hasTiers: true,
  summary: { en: 'how many found no line or no room to wait', zh: '呼损率：无可用线路或等待位' },
  formulas: { requests: { en: 'blocked ÷ requests', zh: '呼损 ÷ 人工请求' } },
  unit: 'fraction',
  better: 'less',
});

const occupancy = nameMeasure({
  kind: 'occupancy',
  summary: { en: 'share of their time on queue that agents spend on contacts', zh: '坐席占用率' },
  formulas: { 'logged-in': { en: 'handling ÷ (handling + available)', zh: '处理时长 ÷（处理 + 空闲）' } },
  unit: 'fraction',
  better: 'less',
  senses: ['at-most', 'at-least'],
});

const utilization = nameMeasure({
  kind: 'utilization',
  summary: { en: 'share of their paid time that agents spend on contacts', zh: '工时利用率' },
  formulas: { paid: { en: 'handling ÷ paid time', zh: '处理时长 ÷ 带薪时长' } },
  unit: 'fraction',
  better: 'more',
  senses: ['at-least', 'at-most'],
});

const breaksOnTime = nameMeasure({
  kind: 'breaks-on-time',
  summary: {
    en: 'how many breaks of named people begin when the roster has them',
    zh: '休息准时率：按排班时间开始的休息的比例',
  },
  formulas: {
    'within-5-minutes': {
      en: 'breaks begun at most 5 minutes after their time ÷ breaks planned',
      zh: '晚于计划不超过 5 分钟开始的休息 ÷ 计划的休息',
    },
    taken: { en: 'breaks begun before the shift ended ÷ breaks planned', zh: '下班前开始的休息 ÷ 计划的休息' },
  },
  unit: 'fraction',
  better: 'more',
});

const aht = nameMeasure({
  kind: 'aht',
  hasTiers: true,
  summary: { en: 'average handle time', zh: '平均处理时长' },
  formulas: { handled: { en: '(talk + hold + wrap-up) ÷ handled', zh: '（通话 + 保持 + 话后处理）÷ 已处理' } },
  unit: 'seconds',
  better: 'less',
  senses: ['at-most', 'at-least'],
});

const onTime = nameMeasure({
  kind: 'on-time',
  hasTiers: true,
  summary: { en: 'how many clocks stopped in time', zh: '时限达成率：在时限内完成的比例' },
  formulas: {
    decided: {
      en: 'stopped in time ÷ (stopped in time + late), open ones within their time left out',
      zh: '按时 ÷（按时 + 超时），尚在时限内的不计',
    },
    started: { en: 'stopped in time ÷ all that started', zh: '按时 ÷ 全部启动的时限' },
  },
  unit: 'fraction',
  better: 'more',
  hasClock: true,
});

const firstContactResolution = nameMeasure({
  kind: 'first-contact-resolution',
  summary: { en: 'matters settled at the first contact', zh: '一次性解决率' },
  formulas: {
    handled: { en: 'settled at the first contact ÷ first contacts handled', zh: '首次即解决 ÷ 已处理的首次联系' },
    all: { en: 'contacts that settled their matter ÷ contacts handled', zh: '已解决 ÷ 已处理' },
  },
  unit: 'fraction',
  better: 'more',
});

const satisfactionPoints = nameMeasure({
  kind: 'satisfaction',
  summary: { en: 'mean points that customers give, as a fraction of 100', zh: '客户满意度（百分制得分 ÷ 100）' },
  formulas: { rated: { en: 'points ÷ (100 × customers who gave points)', zh: '得分合计 ÷（100 × 参评客户数）' } },
  unit: 'fraction',
  better: 'more',
});

const dissatisfaction = nameMeasure({
  kind: 'dissatisfaction',
  summary: { en: 'how many customers give few points', zh: '不满意率' },
  formulas: { rated: { en: 'dissatisfied ÷ customers who gave points', zh: '不满意客户 ÷ 参评客户' } },
  unit: 'fraction',
  better: 'less',
});

const searchSuccess = nameMeasure({
  kind: 'search-success',
  summary: { en: 'how many searches in the knowledge base find what is needed', zh: '知识库检索成功率' },
  formulas: { searches: { en: 'successful searches ÷ searches', zh: '成功检索 ÷ 检索次数' } },
  unit: 'fraction',
  better: 'more',
});

const repeatRate = nameMeasure({
  kind: 'repeat-rate',
  summary: { en: 'how many contacts come back because of an earlier one', zh: '重复来电率：由先前联系引起的比例' },
  formulas: {
    arrived: { en: 'contacts that arose of other work ÷ all contacts', zh: '由其他业务衍生的联系 ÷ 全部联系' },
  },
  unit: 'fraction',
  better: 'less',
});

const complaintRate = nameMeasure({
  kind: 'complaint-rate',
  summary: { en: 'how many contacts are followed by a complaint', zh: '投诉率：引起投诉的联系的比例' },
  formulas: {
    contacts: {
      en: 'contacts after which a complaint arises ÷ all contacts',
      zh: '引起投诉的联系 ÷ 全部联系',
    },
  },
  unit: 'fraction',
  better: 'less',
});

const quality = nameMeasure({
  kind: 'quality',
  summary: { en: 'mean true quality of what is handled, as a fraction of 100', zh: '真实服务质量（百分制得分 ÷ 100）' },
  formulas: { handled: { en: 'true points ÷ (100 × contacts handled)', zh: '真实得分合计 ÷（100 × 已处理）' } },
  unit: 'fraction',
  better: 'more',
});

const poorQuality = nameMeasure({
  kind: 'poor-quality',
  summary: { en: 'how many contacts are truly below the pass mark', zh: '真实不合格率' },
  formulas: { handled: { en: 'truly below the mark ÷ contacts handled', zh: '真实低于合格线 ÷ 已处理' } },
  unit: 'fraction',
  better: 'less',
});

const evaluationShare = nameMeasure({
  kind: 'evaluation-share',
  summary: { en: 'how many contacts are drawn for evaluation, or evaluated', zh: '抽检率、完成率' },
  formulas: {
    drawn: { en: 'drawn ÷ contacts handled', zh: '抽中 ÷ 已处理' },
    evaluated: { en: 'evaluated ÷ contacts handled', zh: '已评 ÷ 已处理' },
    done: { en: 'evaluated ÷ drawn', zh: '已评 ÷ 抽中' },
  },
  unit: 'fraction',
  better: 'more',
});

const qaPassRate = nameMeasure({
  kind: 'qa-pass-rate',
  summary: { en: 'how many evaluations pass', zh: '质检合格率' },
  formulas: {
    evaluated: { en: 'first scores at or above the mark ÷ contacts evaluated', zh: '首评达到合格线 ÷ 已评' },
  },
  unit: 'fraction',
  better: 'more',
});

const findingRepeatRate = nameMeasure({
  kind: 'finding-repeat-rate',
  summary: {
    en: 'how many findings come back with the same agent after they were talked over',
    zh: '同类问题重复率：辅导后同一坐席再犯的比例',
  },
  formulas: {
    'next-review': {
      en: 'findings talked over whose cause shows in the agent’s next evaluated contact ÷ findings with a next one',
      zh: '辅导后下一次被评联系中再现同一原因的问题 ÷ 有下一次被评联系的问题',
    },
    'within-28-days': {
      en: 'findings whose cause shows in any evaluation of the agent within 28 days of the talk ÷ findings talked over 28 days before the end or earlier',
      zh: '辅导后 28 天内任一次质检再现同一原因的问题 ÷ 仿真结束至少 28 天前辅导过的问题',
    },
  },
  unit: 'fraction',
  better: 'less',
});

/** Every measure by name. */
export const measureNames = new KindList<MeasureName>('measures', [
  connectionRate,
  answeredWithin,
  asa,
  meanWait,
  abandonment,
  balking,
  blocking,
  occupancy,
  utilization,
  breaksOnTime,
  aht,
  onTime,
  firstContactResolution,
  satisfactionPoints,
  dissatisfaction,
  searchSuccess,
  repeatRate,
  complaintRate,
  quality,
  poorQuality,
  evaluationShare,
  qaPassRate,
  findingRepeatRate,
]);
