/** The measures that promises can name, each with its computation. */
import { KindList } from '../kinds/kind.ts';
import { measureNames } from '../kinds/measures/measure-names.ts';
import { abandonment } from './abandonment.ts';
import { aht } from './aht.ts';
import { answeredWithin } from './answered-within.ts';
import { asa } from './asa.ts';
import { balking } from './balking.ts';
import { blocking } from './blocking.ts';
import { breaksOnTime } from './breaks-on-time.ts';
import { complaintRate } from './complaint-rate.ts';
import { connectionRate } from './connection-rate.ts';
import { dissatisfaction } from './dissatisfaction.ts';
import { evaluationShare } from './evaluation-share.ts';
import { findingRepeatRate } from './finding-repeat-rate.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { meanWait } from './mean-wait.ts';
import type { MeasureKind } from './measure.ts';
import { occupancy } from './occupancy.ts';
import { onTime } from './on-time.ts';
import { poorQuality } from './poor-quality.ts';
import { qaPassRate } from './qa-pass-rate.ts';
import { quality } from './quality.ts';
import { repeatRate } from './repeat-rate.ts';
import { satisfaction } from './satisfaction.ts';
import { searchSuccess } from './search-success.ts';
import { utilization } from './utilization.ts';

/** A program's own measure becomes a name that promises may use as well. */
class MeasureList extends KindList<MeasureKind> {
  override add(kind: MeasureKind): void {
    super.add(kind);
    if (!measureNames.all().some((name) => name.kind === kind.kind)) measureNames.add(kind);
  }
}

/** Every measure. */
export const measures: KindList<MeasureKind> = new MeasureList('measures', [
  connectionRate,
  answeredWithin,
  asa,
  meanWait,
  abandonment,
  blocking,
  balking,
  occupancy,
  utilization,
  breaksOnTime,
  aht,
  onTime,
  firstContactResolution,
  satisfaction,
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
