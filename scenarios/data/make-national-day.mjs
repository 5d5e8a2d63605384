// Makes the scenario of a national operator's day: `node scenarios/data/make-national-day.mjs` writes national-day.yaml and its two
// tables anew, always the same bytes. Nothing in it was measured. Five million calls over the twelve lines of a hotline; 31 provincial
// centres with two groups each, sized by the province's population (Seventh National Population Census, 2020, in millions),
// twenty thousand agents in all at the busiest half-hour.
import { writeFileSync } from 'node:fs';

const write = (name, text) => writeFileSync(new URL(name, import.meta.url), text);
const time = (i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
const hump = (hour, middle, width) => Math.exp(-(((hour - middle) / width) ** 2) / 2);
const shape = Array.from({ length: 48 }, (_, i) => {
  const hour = i / 2 + 0.25;
  return 0.05 + hump(hour, 10.3, 2) + 0.9 * hump(hour, 15.4, 2.3) + 0.7 * hump(hour, 20, 1.6);
});
const shapeSum = shape.reduce((a, b) => a + b, 0);
const shapeMost = Math.max(...shape);

/** Population by province, ISO 3166-2:CN. */
const provinces = {
  ...{ BJ: 21.9, TJ: 13.9, HE: 74.6, SX: 34.9, NM: 24, LN: 42.6, JL: 24.1, HL: 31.9, SH: 24.9, JS: 84.7, ZJ: 64.6 },
  ...{ AH: 61, FJ: 41.5, JX: 45.2, SD: 101.5, HA: 99.4, HB: 57.8, HN: 66.4, GD: 126, GX: 50.1, HI: 10.1, CQ: 32.1 },
  ...{ SC: 83.7, GZ: 38.6, YN: 47.2, XZ: 3.6, SN: 39.5, GS: 25, QH: 5.9, NX: 7.2, XJ: 25.9 },
};
const people = Object.values(provinces).reduce((a, b) => a + b, 0);

/** Lines: share of the calls, share ended in self-service, mean talk in seconds, whether specialists answer. */
const lines = {
  bill: [0.2, 0.4, 150, false],
  tariff: [0.16, 0.3, 160, false],
  data: [0.12, 0.35, 150, false],
  'top-up': [0.1, 0.5, 120, false],
  roaming: [0.05, 0.2, 170, false],
  'sim-card': [0.08, 0.2, 160, false],
  broadband: [0.1, 0.15, 190, true],
  fault: [0.08, 0.1, 210, true],
  complaint: [0.04, 0, 260, true],
  business: [0.03, 0, 230, true],
  porting: [0.02, 0.1, 200, true],
  fraud: [0.02, 0, 180, true],
};
const calls = 5_000_000;
const agents = 20_000;
const wrapUp = 20;

write(
  'national-day.csv',
  [
    `start,${Object.keys(lines).join(',')}`,
    ...shape.map((weight, i) =>
      [time(i), ...Object.values(lines).map(([share]) => Math.round((calls * share * weight) / shapeSum))].join(','),
    ),
  ].join('\n') + '\n',
);

/** Share of the work that generalists and specialists have. */
const load = { general: 0, special: 0 };
for (const [share, selfServed, talk, isSpecial] of Object.values(lines)) {
  load[isSpecial ? 'special' : 'general'] += share * (1 - selfServed) * (talk + wrapUp);
}
const total = load.general + load.special;
const groups = Object.entries(provinces).flatMap(([province, population]) =>
  Object.entries(load).map(([sort, share]) => ({
    name: `${province}-${sort}`,
    sort,
    share: (population / people) * (share / total),
  })),
);
write(
  'national-day-staff.csv',
  [
    `start,${groups.map(({ name }) => name).join(',')}`,
    ...shape.map((weight, i) => {
      // A night shift keeps a tenth of the day's strength.
      const strength = agents * Math.max(0.1, weight / shapeMost);
      return [time(i), ...groups.map(({ share }) => Math.max(1, Math.round(strength * share)))].join(',');
    }),
  ].join('\n') + '\n',
);

const names = (special) =>
  Object.entries(lines)
    .filter(([, line]) => line[3] === special)
    .map(([name]) => name);
const skills = { general: names(false), special: names(true) };
write(
  '../national-day.yaml',
  `# yaml-language-server: $schema=../schemas/scenario.schema.json
# Made by data/make-national-day.mjs; nothing in it was measured. Five million calls on twelve lines, twenty thousand agents in
# 31 provincial centres of two groups each. Learn: what a day of this size costs to simulate (seconds, and little memory).
summary: A national operator's day, five million calls
clock: { start: 2026-03-02, timeZone: Asia/Shanghai, intervalMinutes: 30 }
busyness: { cv: 0.02 }

work:
${Object.entries(lines)
  .map(
    ([name, [, selfServed, talk]]) => `  ${name}:
    hours: "00:00-24:00"
    arrivals: { kind: interval-profile, file: data/national-day.csv, columns: { offered: ${name} } }
    selfService: { completed: ${selfServed}, seconds: { kind: exponential, mean: 40 } }
    ringSeconds: 3
    talkSeconds: { kind: log-normal, mean: ${talk}, cv: 1 }
    wrapUpSeconds: { kind: exponential, mean: ${wrapUp} }
    patienceSeconds: { kind: weibull, mean: 150, shape: 1.3 }
    after:
      abandoned: { redial: { fraction: 0.5, afterSeconds: { kind: exponential, mean: 300 } } }`,
  )
  .join('\n')}

people:
  groups:
${groups
  .map(
    ({ name, sort }) =>
      `    ${name}: { skills: { ${skills[sort].map((skill) => `${skill}: 1`).join(', ')} }, staff: { file: data/national-day-staff.csv, columns: { agents: ${name} } } }`,
  )
  .join('\n')}

routing: { kind: longest-wait }

promises:
  - { id: hotline.connect, measure: connection-rate, atLeast: 0.9 }
  - { id: hotline.answer, measure: answered-within, seconds: 15, atLeast: 0.9 }

precision: { minRuns: 2, maxRuns: 8 }
`,
);
