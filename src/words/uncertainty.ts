/** What a report says of inputs that are not known exactly. */

/** A sentence that needs values: all values come formatted. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

export const en = {
  title: 'If the inputs are not exactly these',
  intro: ({ factors, draws, runs }: Values<'factors' | 'draws' | 'runs'>) =>
    `Not known exactly: ${factors}. The days were simulated again under ${draws} sets of inputs, ${runs} runs each, on the same customers.`,
  plusMinus: ({ name, size }: Values<'name' | 'size'>) => `${name} (±${size})`,
  cv: ({ name, size }: Values<'name' | 'size'>) => `${name} (coefficient of variation ${size})`,
  line: ({ promise, low, high, share }: Values<'promise' | 'low' | 'high' | 'share'>) =>
    `Inputs not known exactly: ${promise} lies between ${low} and ${high} in 9 of 10 cases; it is kept in ${share} of them all`,
  caption: 'What is ignorance of the inputs, and what the chance of the day',
  promise: 'Promise',
  likely: 'Expectation, in 9 of 10 cases',
  keptIf: 'Cases in which it is kept',
  dayHolds: 'Days on which it holds',
  fromInputs: 'Spread from the inputs (sd)',
  fromChance: 'Spread from chance (sd)',
  mostly: 'Goes most with',
  meaning:
    'The expectation is what endless runs would show if the inputs were known: more runs do not narrow its range, better inputs do. The spread from chance is how days differ though the inputs are known: neither narrows it.',
};

/** Every text about uncertain inputs in one language. */
export type UncertaintyWords = typeof en;

export const zh: UncertaintyWords = {
  title: '如果输入并非恰好如此',
  intro: ({ factors, draws, runs }) =>
    `不确切知道的输入：${factors}。在 ${draws} 组输入下各重新仿真 ${runs} 次，客户相同。`,
  plusMinus: ({ name, size }) => `${name}（±${size}）`,
  cv: ({ name, size }) => `${name}（变异系数 ${size}）`,
  line: ({ promise, low, high, share }) =>
    `输入并不确切：10 种情形中有 9 种${promise}介于 ${low} 与 ${high} 之间；全部情形中有 ${share} 兑现承诺`,
  caption: '哪些源于输入不确切，哪些源于当日的偶然',
  promise: '承诺',
  likely: '期望值（10 种情形中的 9 种）',
  keptIf: '兑现承诺的情形',
  dayHolds: '达标的天数',
  fromInputs: '源于输入的离散（标准差）',
  fromChance: '源于偶然的离散（标准差）',
  mostly: '主要取决于',
  meaning:
    '期望值是在输入确知时无限次仿真所得：再多仿真也不会缩小其范围，更好的输入才会。源于偶然的离散是输入确知时各天之间的差别：两者都不能使其缩小。',
};
