/** Which groups have breaks that the simulation can see: those of people whom a roster names. */
import type { AgentGroup } from './scenario.ts';

/** Whether somebody of the group has a break on the roster. */
export function hasBreaks({ staff }: Pick<AgentGroup, 'staff'>): boolean {
  return staff.source === 'named' && staff.agents.some(({ breaks }) => breaks.length > 0);
}
