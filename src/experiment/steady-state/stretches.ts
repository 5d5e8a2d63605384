/** The long run of a held instant in stretches of equal length: what each counted, and several of them as the record of one hour. */
import {
  broughtOffset,
  histogramOffset,
  queueColumns,
  queueOffset,
  type RunLayout,
  type RunRecord,
  teamOffset,
  tierOffset,
  waitBins,
} from '../../sim/run.ts';

/** Columns that hold states at the end of a stretch: of several stretches they are the mean. */
const endColumns = ['queueAtEnd', 'over24Hours', 'over48Hours'] as const;

/**
 * Stretches of a run as one record of another layout with a single interval: the columns summed and brought to the length of that interval, so that a
 * count is what such an interval has in the mean. Numbers waiting at an end are means, the greatest number waiting is the greatest; the
 * distribution of waits, which a run keeps only as a whole, is left empty.
 *
 * @param record a run
 * @param single the layout of the same scenario with one interval
 * @param from first stretch
 * @param count stretches, at least 1
 * @param scale length of the single interval ÷ length of all the stretches
 */
export function joinStretches(
  { data, layout }: RunRecord,
  single: RunLayout,
  from: number,
  count: number,
  scale: number,
): RunRecord {
  const joined = new Float64Array(single.length);
  for (const { blocks, source, target } of columnBlocks(layout, single)) {
    for (let block = 0; block < blocks; block++) {
      const at = source + block * layout.intervals + from;
      let sum = 0;
      for (let i = at; i < at + count; i++) sum += data[i];
      joined[target + block] = sum * scale;
    }
  }
  for (let type = 0; type < layout.types; type++) {
    for (const column of endColumns) {
      if (queueColumns.indexOf(column) < single.kept.queue) joined[queueOffset(single, type, column)] /= scale * count;
    }
    const most = queueOffset(layout, type, 'queueMax') + from;
    joined[queueOffset(single, type, 'queueMax')] = Math.max(...data.subarray(most, most + count));
  }
  return { layout: single, runs: 1, data: joined };
}

/** The parts of a record that have one number an interval: how many columns, and where they begin in both layouts, which keep the same columns. */
function columnBlocks(layout: RunLayout, single: RunLayout): { blocks: number; source: number; target: number }[] {
  const afterWaits = (one: RunLayout) => histogramOffset(one, one.types, 'answered');
  const tiers = (one: RunLayout) => (one.extras.tiers === 0 ? broughtOffset(one, 0) : tierOffset(one, 0, 0, 'arrived'));
  const waits = single.types * 2 * (waitBins.length + 1);
  return [
    { blocks: afterWaits(single) - waits, source: 0, target: 0 },
    { blocks: teamOffset(single) - afterWaits(single), source: afterWaits(layout), target: afterWaits(single) },
    { blocks: single.length - tiers(single), source: tiers(layout), target: tiers(single) },
  ];
}
