/**
 * What a wall board sums over: the work in which somebody waits, and the people who serve it. Cases and messages wait by themselves;
 * a hundred of them are no hundred customers in the queue.
 */
import { channels } from '../kinds/channels/index.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Work and groups by index. */
export interface FrontLine {
  types: number[];
  groups: number[];
}

/** Finds them; where nobody waits in any work, all work and all groups. */
export function frontLineOf({ groups, work }: Pick<Scenario, 'groups' | 'work'>): FrontLine {
  const live = work.flatMap(({ channel }, type) => (channels.get(channel).customerWaits ? [type] : []));
  const types = live.length > 0 ? live : work.map((_, type) => type);
  const serving = groups.flatMap(({ speeds }, group) => (types.some((type) => speeds[type] > 0) ? [group] : []));
  return { types, groups: serving };
}
