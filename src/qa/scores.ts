/** Real evaluations as a table: one row a review, whatever the quality system calls its columns. */
import type { ColumnWanted } from '../kinds/resolving.ts';
import { type Fault, ScenarioError } from '../scenario/scenario-error.ts';
import { readTable } from '../scenario/table.ts';

/** One evaluation. */
export interface Review {
  readonly agent: string;
  /** `2026-03-02`. */
  readonly date: string;
  /** The recording or ticket; undefined where the table does not say. */
  readonly item: string | undefined;
  readonly evaluator: string | undefined;
  /** Points, 0–100. */
  readonly score: number;
  readonly causes: readonly string[];
}

const columns = {
  agent: {
    cells: 'text',
    headers: [
      'agent',
      'agent name',
      'employee',
      'name',
      '坐席',
      '座席',
      '坐席姓名',
      '座席姓名',
      '客服',
      '员工',
      '姓名',
      '工号',
    ],
  },
  date: {
    cells: 'date',
    headers: ['date', 'evaluation date', 'evaluated on', '日期', '质检日期', '评分日期', '评估日期'],
  },
  item: {
    cells: 'text',
    headers: [
      'item',
      'recording',
      'call id',
      'contact id',
      'ticket',
      '录音',
      '录音编号',
      '流水号',
      '工单号',
      '通话编号',
    ],
    optional: true,
  },
  evaluator: {
    cells: 'text',
    headers: ['evaluator', 'reviewer', 'grader', 'qa', '质检员', '质检人', '评分人', '评审员'],
    optional: true,
  },
  score: {
    cells: 'count',
    headers: ['score', 'total', 'points', 'total score', '得分', '分数', '总分', '质检得分', '评分'],
  },
  causes: {
    cells: 'text',
    headers: ['causes', 'cause', 'errors', 'findings', '原因', '扣分原因', '问题', '差错', '差错类型'],
    optional: true,
  },
} as const satisfies Record<string, ColumnWanted>;

/** Between two causes in a cell. */
const separators = /\s*[|;；、/]\s*/;

/**
 * Reads a table of evaluations.
 *
 * @param bytes CSV in UTF-8 or GBK, with headers in English or Chinese
 * @param file its name, as faults print it
 * @throws ScenarioError with every fault at once: a score outside 0–100, none above 1, the same evaluator twice on one item, an evaluator who
 * scores himself, and whatever is wrong with the table
 */
export function readScores(bytes: Uint8Array, file: string): Review[] {
  const faults: Fault[] = [];
  const table = readTable(bytes, file, columns, {}, faults);
  if (table === undefined) throw new ScenarioError(faults.map(forTables));
  const [first] = table.rows;
  if (table.rows.every(({ score }) => score <= 1)) {
    table.fault(first.line, 'score', { key: 'scoreScale', values: { got: `${first.score}` } });
  }
  const seen = new Map<string, number>();
  for (const { agent, evaluator, item, line, score } of table.rows) {
    if (score > 100) table.fault(line, 'score', { key: 'scoreBeyond', values: { got: `${score}` } });
    if (evaluator !== undefined && evaluator === agent) {
      table.fault(line, 'evaluator', { key: 'ownScore', values: { got: evaluator } });
    }
    if (item === undefined) continue;
    const review = JSON.stringify([item, evaluator]);
    const before = seen.get(review);
    if (before === undefined) seen.set(review, line);
    else table.fault(line, 'item', { key: 'itemTwice', values: { got: item, line: before } });
  }
  if (faults.length > 0) throw new ScenarioError(faults);
  return table.rows.map(({ agent, causes, date, evaluator, item, score }) => ({
    agent,
    date,
    item,
    evaluator,
    score,
    causes: (causes ?? '').split(separators).filter((cause) => cause !== ''),
  }));
}

/** No scenario names the columns of such a table: its headers have to be known ones. */
function forTables(fault: Fault): Fault {
  const { message } = fault;
  return message.key === 'noColumn' ? { ...fault, message: { ...message, key: 'noColumnHeader' } } : fault;
}
