/** Work that agents lay aside for customers who wait, and for urgent work. */
import { channels } from '../kinds/channels/index.ts';
import type { Resolution } from './resolution.ts';
import type { WorkType } from './scenario.ts';

/** Whether a type of work is such; a fault where its channel, its hours or its conversations do not allow it. */
export function resolveInterruptible(
  name: string,
  closing: WorkType['closing'],
  resolution: Resolution,
): Pick<WorkType, 'interruptible'> {
  const { channel, concurrency, consults, interrupts, interruptible, lines } = resolution.written.work[name];
  if (!interruptible) return {};
  const path = ['work', name, 'interruptible'];
  const allowed = channels
    .all()
    .filter((one) => one.canBeLaidAside)
    .map(({ kind }) => kind);
  const against = [
    ...(closing === 'keep' ? [] : [`closing: ${closing}`]),
    ...(concurrency === undefined ? [] : ['concurrency']),
    ...(lines === undefined ? [] : ['lines']),
    ...(interrupts ? ['interrupts'] : []),
    ...(Object.keys(consults).length === 0 ? [] : ['consults']),
  ];
  if (!allowed.includes(channel)) resolution.fault(path, { key: 'notLaidAside', values: { channel, allowed } });
  else if (against.length > 0) resolution.fault(path, { key: 'laidAsideAlone', values: { got: against } });
  return { interruptible: true };
}
