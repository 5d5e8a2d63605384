/** The lesson as one HTML file that needs nothing else: what to take away, then one idea after another, each with its picture. */
import { erlangB } from '../../math/erlang-b.ts';
import { fewMore } from '../../plan/lesson/knee.ts';
import { type LessonMeasures, loadOf, measureQueue } from '../../plan/lesson/lesson-queue.ts';
import { type Lang, words } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import type { DrawnChart } from '../charts/draw-charts.ts';
import { html, type Markup } from '../html.ts';
import { renderFigure, renderPage } from '../page.ts';
import { dataTable } from '../table.ts';
import { nameVariant, sayDifferences } from '../wording.ts';
import type { LessonPictureDrawn, LessonPictureName } from './draw-lesson.ts';
import type { Lesson } from './lesson.ts';
import { showTarget, showWithin } from './lesson-values.ts';
import { erlangCommand, headLesson, plainNumber, reserveOf, sayFinding } from './say-lesson.ts';

type SectionName = Exclude<keyof ReturnType<typeof words>['lesson']['sections'], 'computed'>;

/** The parts of a lesson and their pictures. */
const parts: readonly { name: SectionName; pictures: readonly LessonPictureName[] }[] = [
  { name: 'day', pictures: ['steps'] },
  { name: 'numbers', pictures: [] },
  { name: 'knee', pictures: ['knee'] },
  { name: 'pooling', pictures: ['pooling'] },
  { name: 'squareRoot', pictures: ['squareRoot'] },
  { name: 'variability', pictures: ['busyDays', 'handling'] },
  { name: 'patience', pictures: ['patience', 'patienceShape'] },
  { name: 'lag', pictures: ['lag'] },
  { name: 'redials', pictures: ['redials'] },
];

/**
 * Renders the page.
 *
 * @param lesson what to show
 * @param pictures drawn from the same lesson in the same language
 * @param formulas the chart of the scenario's report that shows the formulas beside the simulation; null without a scenario
 * @param lang the reader's language
 * @returns a whole HTML document
 */
export function renderLesson(
  lesson: Lesson,
  pictures: readonly LessonPictureDrawn[],
  formulas: DrawnChart | null,
  lang: Lang,
): string {
  const text = words(lang).lesson;
  const heading = headLesson(lesson, lang);
  const sections = parts.map(({ name, pictures: shown }) => {
    const figures = pictures
      .filter(({ picture }) => shown.includes(picture))
      .map((picture) => renderFigure(text.charts[picture.picture].question, picture));
    const empty = name === 'day' ? lesson.day === null : shown.length > 0 && figures.length === 0;
    const { title, intro, keep } = text.sections[name];
    const extra = name === 'numbers' ? numbers(lesson, lang) : name === 'day' ? ofDay(lesson, formulas, lang) : null;
    const body = html`<p>${intro}</p>${figures}${extra}<p><strong>${text.page.keep}</strong> ${keep}</p>${tryIt(lesson, name, lang)}`;
    return { id: name, title, body: empty ? null : body };
  });
  return renderPage({
    lang,
    version: lesson.version,
    title: text.page.title({ name: lesson.day?.report.scenario.name ?? heading }),
    heading,
    madeBy: text.page.madeBy({
      version: lesson.version,
      runs: formatNumber(lang, lesson.runs),
      seed: lesson.seed,
    }),
    finding: sayFinding(lesson, lang),
    judgement: null,
    sections: [...sections, { id: 'computed', title: text.sections.computed.title, body: computed(lesson, lang) }],
  });
}

/** A command that shows the idea in numbers. */
function tryIt(lesson: Lesson, name: SectionName, lang: Lang): Markup | null {
  const { queue } = lesson.subject;
  const commands: Partial<Record<SectionName, string>> = {
    knee: erlangCommand(lesson, { agents: queue.agents + fewMore }),
    squareRoot: erlangCommand(lesson, { calls: 4 * 3600 * queue.arrivalRate }),
    patience: erlangCommand(lesson, { patience: 2 * queue.meanPatienceSeconds }),
  };
  const command = commands[name];
  if (command === undefined) return null;
  // A line may end between the words of a command only, not at the hyphens of an option.
  const parts = command.split(' ').map((word, i) => html`${i === 0 ? '' : ' '}<span>${word}</span>`);
  return html`<p>${words(lang).lesson.page.tryIt} <code>${parts}</code></p>`;
}

/** The facts of the queue, and its service by each formula and by simulation. */
function numbers(lesson: Lesson, lang: Lang): Markup {
  const { numbers: text } = words(lang).lesson;
  const { facts } = text;
  const { queue } = lesson.subject;
  const patience = queue.meanPatienceSeconds;
  const rows: [string, string][] = [
    [facts.calls, plainNumber(3600 * queue.arrivalRate, lang)],
    [facts.aht, formatDuration(lang, queue.meanHandleSeconds)],
    ...(queue.ringSeconds > 0 ? [[facts.ring, formatDuration(lang, queue.ringSeconds)] as [string, string]] : []),
    [facts.load, facts.erlangs({ load: formatNumber(lang, loadOf(queue), 1) })],
    [facts.agents, formatNumber(lang, queue.agents)],
    [facts.reserve, formatNumber(lang, reserveOf(lesson), 1)],
    [facts.patience, patience === Infinity ? facts.never : formatDuration(lang, patience)],
    [facts.promise, facts.promised({ target: showTarget(lesson, lang), within: showWithin(lesson, lang) })],
    [facts.definition, nameVariant(lesson.subject.variantName, lang)],
  ];
  return html`<dl>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>${besideTable(lesson, lang)}`;
}

function besideTable(lesson: Lesson, lang: Lang): Markup {
  const { numbers: text } = words(lang).lesson;
  const { queue } = lesson.subject;
  const row = (name: string, { serviceLevel, abandonment, asaSeconds, occupancy }: LessonMeasures): string[] => [
    name,
    formatPercent(lang, serviceLevel, 1),
    formatPercent(lang, abandonment, 1),
    formatDuration(lang, asaSeconds ?? Infinity),
    formatPercent(lang, occupancy, 1),
  ];
  const lost = erlangB(loadOf(queue), queue.agents);
  const point = lesson.simulated.knee.find(({ at }) => at === queue.agents);
  const between = ({ value, low, high }: { value: number; low: number; high: number }): string =>
    `${formatPercent(lang, value, 1)} (${words(lang).report.interval(formatPercent(lang, low, 1), formatPercent(lang, high, 1))})`;
  const busy = formatPercent(lang, (loadOf(queue) * (1 - lost)) / queue.agents, 1);
  return dataTable({
    caption: text.caption,
    head: [text.model, text.inTime({ within: showWithin(lesson, lang) }), text.lost, text.asa, text.occupancy],
    rows: [
      [text.erlangB, formatPercent(lang, 1 - lost, 1), formatPercent(lang, lost, 1), formatDuration(lang, 0), busy],
      row(text.erlangC, measureQueue({ ...queue, meanPatienceSeconds: Infinity })),
      ...(queue.meanPatienceSeconds < Infinity ? [row(text.erlangA, lesson.figures.queue)] : []),
      ...(point ? [[text.simulated, between(point.serviceLevel), between(point.abandonment), '–', '–']] : []),
    ],
    textColumns: [0],
  });
}

/** The formulas beside the simulation over the day, and why they differ. */
function ofDay({ day }: Lesson, formulas: DrawnChart | null, lang: Lang): Markup | null {
  if (day === null) return null;
  const text = words(lang).report;
  return html`${formulas && renderFigure(text.charts.erlang.question, formulas)}<h3>${text.differences.title}</h3><ul>${sayDifferences(day.report, lang).map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function computed(lesson: Lesson, lang: Lang): Markup {
  const { computed: text } = words(lang).lesson.sections;
  const runs = formatNumber(lang, lesson.runs);
  const { place, queue } = lesson.subject;
  const scheduled = place?.scheduled ?? queue.agents;
  const sentences = [
    text.formulas,
    text.points({ runs, confidence: formatPercent(lang, 0.95) }),
    ...(lesson.day === null ? [text.made] : [text.steps({ runs })]),
    ...(Number.isInteger(scheduled)
      ? []
      : [text.fraction({ scheduled: formatNumber(lang, scheduled, 1), agents: formatNumber(lang, queue.agents) })]),
    text.again,
  ];
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}
