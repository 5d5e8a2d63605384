/** Agents' scores with their intervals, a row an agent, lowest first. */
import type { AgentScore, ScoreJudgement } from '../../qa/judge-scores.ts';
import { words } from '../../words/dictionary.ts';
import { formatNumber } from '../../words/format.ts';
import { listedAgents } from '../scores-words.ts';
import { assembleChart, type Chart, type ChartSetting, frameOf, type Layer, type Note, palette } from './chart.ts';
import { textWidth } from './text-width.ts';

/** Height of a row, pixels. */
const row = 18;
const colours: Readonly<Record<AgentScore['finding'], string>> = {
  below: palette.alarm,
  unclear: palette.muted,
  above: palette.served,
};

/** Draws the chart. */
export function drawAgentScores(judged: ScoreJudgement, setting: ChartSetting): Chart {
  const { lang } = setting;
  const text = words(lang).qa.scores.chart;
  const { plot } = frameOf(setting);
  const agents = listedAgents(judged.agents);
  const height = agents.length * row;
  const names = Math.min(plot * 0.35, 12 + Math.max(...agents.map(({ agent }) => textWidth(agent, 11))));
  const from = Math.floor(Math.min(judged.pass, ...agents.map(({ low, mean }) => Math.min(low, mean))) / 5) * 5;
  const to = Math.ceil(Math.max(judged.pass, ...agents.map(({ high, mean }) => Math.max(high, mean))) / 5) * 5;
  const toX = (score: number) => names + ((score - from) / (to - from)) * (plot - names);
  const rows = agents.map((one, i) => ({
    y: (i + 0.5) * row,
    low: toX(one.low),
    high: toX(one.high),
    estimate: toX(one.estimate),
    mean: toX(one.mean),
    colour: colours[one.finding],
  }));
  const place = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  const colour = { field: 'colour', type: 'nominal' as const, scale: null, legend: null };
  const layers: Layer[] = [
    {
      data: { values: rows },
      mark: { type: 'rule', strokeWidth: 3, opacity: 0.55 },
      encoding: { x: place('low'), x2: { field: 'high' }, y: place('y'), color: colour },
    },
    {
      data: { values: rows },
      mark: { type: 'point', shape: 'cross', size: 26, filled: true, color: palette.ink, opacity: 0.75 },
      encoding: { x: place('mean'), y: place('y') },
    },
    {
      data: { values: rows },
      mark: { type: 'point', shape: 'circle', size: 48, filled: true, opacity: 1 },
      encoding: { x: place('estimate'), y: place('y'), color: colour },
    },
  ];
  const notes: Note[] = agents.map(({ agent }, i) => ({
    text: agent,
    x: names - 8,
    y: (i + 0.5) * row,
    align: 'right',
    colour: palette.ink,
    size: 11,
  }));
  const step = to - from > 40 ? 10 : 5;
  for (let score = from; score <= to; score += step) {
    notes.push({ text: `${score}`, x: toX(score), y: height + 12, align: 'center', colour: palette.muted, size: 11 });
  }
  notes.push({ text: text.x, x: (names + plot) / 2, y: height + 30, align: 'center', colour: palette.muted });
  notes.push({ text: text.mark, x: toX(judged.pass) + 5, y: -8, align: 'left', colour: palette.ink, size: 11 });
  const count = (finding: AgentScore['finding']) =>
    formatNumber(lang, judged.agents.filter((one) => one.finding === finding).length);
  const mark = toX(judged.pass);
  return assembleChart(
    {
      name: 'agents',
      title: text.title(count('below'), count('unclear')),
      reading: text.reading(`${formatNumber(lang, agents.length)} / ${formatNumber(lang, judged.agents.length)}`),
      panels: [
        {
          height,
          axisTitle: ' ',
          layers,
          notes,
          rules: [{ x: mark, x2: mark, y: 0, y2: height, colour: palette.ink, width: 1, dash: [5, 3] }],
        },
      ],
      bottom: 42,
    },
    setting,
  );
}
