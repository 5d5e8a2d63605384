// Makes the tables beside the scenarios: `node scenarios/data/make-data.mjs` writes them anew, always the same bytes.
// Nothing in them was measured. Demand is a sum of humps over the day; head-counts follow the square-root rule (offered load
// plus a margin of some standard deviations); the days of the bank vary by a factor and by Poisson noise from a fixed seed.
import { writeFileSync } from 'node:fs';
import seedrandom from 'seedrandom';

const time = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const write = (name, rows) => writeFileSync(new URL(name, import.meta.url), `${rows.join('\n')}\n`);

/** Demand per minute at a time of day, relative: humps in the morning, the afternoon and the evening. */
function demandAt(minutes) {
  const hump = (middle, width) => Math.exp(-(((minutes - middle * 60) / (width * 60)) ** 2) / 2);
  return hump(10.3, 1.5) + 0.85 * hump(15.2, 2) + 0.4 * hump(19.8, 1.3) + 0.06;
}

/** Splits a day's total over intervals by the shape of demand. */
function profile(total, from, to, minutes, shape = demandAt) {
  const starts = Array.from({ length: (to - from) / minutes }, (_, index) => from + index * minutes);
  const weights = starts.map((start) => shape(start + minutes / 2));
  const sum = weights.reduce((a, b) => a + b, 0);
  return starts.map((start, index) => ({ start, offered: Math.round((total * weights[index]) / sum) }));
}

/** Agents for contacts of an interval by the square-root rule. */
function agentsFor(contacts, handleSeconds, minutes, margin) {
  const load = (contacts * handleSeconds) / (minutes * 60);
  return Math.ceil(load + margin * Math.sqrt(load));
}

// The provincial hotline: three types of contact, three groups, half-hours from 08:00 to 22:00.
const day = { from: 8 * 60, to: 22 * 60, minutes: 30 };
const inquiry = profile(9000, day.from, day.to, day.minutes);
const business = profile(1900, day.from, day.to, day.minutes);
const fault = profile(900, day.from, day.to, day.minutes);
write('monday.csv', [
  'start,inquiry,business,fault',
  ...inquiry.map(({ start, offered }, i) => [time(start), offered, business[i].offered, fault[i].offered].join(',')),
]);
// 35 % of inquiries end in self-service; handle times 225, 380 and 300 s. The all-round agents are the
// margin of all three, two more in the evening, when everything is small and varies most.
write('monday-staff.csv', [
  'start,tariff,service,all-round',
  ...inquiry.map(({ start, offered }, i) => {
    const services = (business[i].offered * 380 + fault[i].offered * 300) / 1800;
    return [
      time(start),
      agentsFor(offered * 0.65, 225, 30, 0.6),
      Math.ceil(services + 0.6 * Math.sqrt(services)),
      agentsFor(offered * 0.65 + business[i].offered + fault[i].offered, 30, 30, 1.3) + (start >= 20 * 60 ? 2 : 0),
    ].join(',');
  }),
]);

// The bank: business days of five-minute counts from 07:00 to 21:05; Monday is the busiest.
const random = seedrandom('a made bank');
const poisson = (mean) => {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
};
const bankShape = (minutes) => {
  const hours = minutes / 60;
  const rise = 1 / (1 + Math.exp(-(hours - 8.3) / 0.45));
  const fall = 1 / (1 + Math.exp((hours - 17.2) / 1));
  return 0.2 + 0.8 * rise * fall * (1 - 0.028 * (hours - 10));
};
const bankDays = [40_000, 33_500, 31_500, 31_000, 32_500];
write('bank-calls.csv', [
  'day,start,offered',
  ...bankDays.flatMap((total, index) =>
    profile(total, 7 * 60, 21 * 60 + 5, 5, bankShape).map(({ start, offered }) =>
      [index + 1, time(start), poisson(offered)].join(','),
    ),
  ),
]);
write('bank-staff.csv', [
  'start,agents',
  ...profile(41_500, 7 * 60, 21 * 60 + 30, 30, bankShape).map(({ start, offered }) =>
    [time(start), agentsFor(offered, 240, 30, 2.2)].join(','),
  ),
]);

// The night desk: ten people, half of them from 20:00 to 04:00, half from 00:00 to 08:00, with two breaks each.
write('night-roster.csv', [
  'name,group,start,end,break',
  ...['Bai', 'Cao', 'Deng', 'Fang', 'Guo'].map((name, i) => {
    const breaks = [22 * 60 + 15 * i, 24 * 60 + 30 * i].map(
      (start) => `${time(start % 1440)}-${time((start + 20) % 1440)}`,
    );
    return [name, 'night desk', '20:00', '04:00', breaks.join('|')].join(',');
  }),
  ...['Han', 'Jiang', 'Kong', 'Lin'].map((name, i) => {
    const breaks = [2 * 60 + 15 * i, 5 * 60 + 30 * i].map((start) => `${time(start)}-${time(start + 20)}`);
    return [name, 'night desk', '00:00', '08:00', breaks.join('|')].join(',');
  }),
]);

// A month of evaluations: 40 agents, three a week each, every tenth recording scored by two of four evaluators, of whom one is
// severe. Three agents are truly weak. Scores: true quality, the contact, the evaluator, rounded and kept within 0 to 100.
const judge = seedrandom('made evaluations');
const normal = (spread) => spread * Math.sqrt(-2 * Math.log(1 - judge())) * Math.cos(2 * Math.PI * judge());
const pick = (list) => list[Math.floor(judge() * list.length)];
const agents = Array.from({ length: 40 }, (_, i) => ({
  name: `A${String(i + 1).padStart(2, '0')}`,
  quality: [7, 19, 33].includes(i) ? 74 : 88 + normal(4),
}));
const evaluators = [
  { name: 'Wang', severity: 0 },
  { name: 'Li', severity: 1 },
  { name: 'Zhang', severity: -5 },
  { name: 'Zhao', severity: 0.5 },
];
const reviews = [];
for (let day = 0; day < 20; day++) {
  const date = new Date(Date.UTC(2026, 2, 2 + day + 2 * Math.floor(day / 5))).toISOString().slice(0, 10);
  for (const [i, { name, quality }] of agents.entries()) {
    if ((day + i) % 5 > 2) continue;
    const contact = quality + normal(8);
    const first = pick(evaluators);
    const second = judge() < 0.1 ? pick(evaluators.filter((one) => one !== first)) : undefined;
    const item = `R${String(reviews.length + 1).padStart(4, '0')}`;
    for (const evaluator of [first, second]) {
      if (evaluator === undefined) continue;
      const score = Math.round(Math.min(100, Math.max(0, contact + evaluator.severity + normal(4))));
      const cause = score < 80 ? pick(['wording', 'wording', 'wrong answer', 'process', 'confidentiality']) : '';
      reviews.push([name, date, item, evaluator.name, score, cause].join(','));
    }
  }
}
write('qa-scores.csv', ['agent,date,item,evaluator,score,causes', ...reviews]);

// A week at a contact centre with three skills: cards, loans and complaints, quieter at the weekend; 150 people of whom most do one
// thing, some two, a few all. The counts are means of half-hours.
const weekDates = Array.from({ length: 7 }, (_, day) =>
  new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10),
);
const weekFactors = [1.15, 1.02, 1, 0.98, 1.05, 0.72, 0.55];
const weekTotals = { cards: 3700, loans: 1300, complaints: 620 };
write('week-calls.csv', [
  'date,start,cards,loans,complaints',
  ...weekDates.flatMap((date, day) => {
    const of = (name) => profile(weekTotals[name] * weekFactors[day], 8 * 60, 20 * 60, 30);
    const [cards, loans, complaints] = ['cards', 'loans', 'complaints'].map(of);
    return cards.map(({ start, offered }, i) =>
      [date, time(start), offered, loans[i].offered, complaints[i].offered].join(','),
    );
  }),
]);
const weekGroups = [
  { group: 'cards', people: 70, partTime: 10 },
  { group: 'loans', people: 24, partTime: 4 },
  { group: 'complaints', people: 16, partTime: 2 },
  { group: 'cards and loans', people: 28, partTime: 4 },
  { group: 'all three', people: 12, partTime: 0 },
];
let weekPerson = 0;
write('week-people.csv', [
  'name,team,group,hours a week',
  ...weekGroups.flatMap(({ group, people, partTime }) =>
    Array.from({ length: people }, (_, i) => {
      weekPerson++;
      const name = `P${String(weekPerson).padStart(3, '0')}`;
      return [name, `team ${1 + ((weekPerson - 1) % 10)}`, group, i < people - partTime ? 40 : 24].join(',');
    }),
  ),
]);
