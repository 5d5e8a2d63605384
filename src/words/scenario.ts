/** Words about scenario files: what is wrong with one, and what to try. */
export const en = {
  title: 'Scenario',
};

export const zh: typeof en = {
  title: '场景',
};
