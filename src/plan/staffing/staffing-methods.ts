/** The ways from demand to agents, from the plainest on. */
export const staffingMethods = ['erlang-c', 'erlang-a', 'lagged', 'modified-offered-load'] as const;
/** A way from demand to agents. */
export type StaffingMethod = (typeof staffingMethods)[number];
