/**
 * Measures workloads in several rounds, each in a process of its own because two processes of Node run the same work at different
 * speeds, and holds them against the baseline, a committed file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { measureApart } from './measure-apart.ts';
import type { Workload } from './workloads.ts';

/** The measured file lies in `dist/bench`, the baseline beside the sources. */
const baselineFile = join(import.meta.dirname, '../../bench/baseline.json');

/** Contacts per second of processor time: the median of the rounds, the least and the greatest. */
interface Figure {
  median: number;
  least: number;
  most: number;
}
interface Baseline {
  processor: string;
  node: string;
  rounds: number;
  figures: Record<string, Figure>;
}

/** What changed between two figures. */
export type Movement = 'faster' | 'slower' | 'within the noise';

/**
 * A figure has moved when the ranges of its rounds do not touch and its median differs by more than 5 %: of five rounds against
 * five of the same speed, the ranges lie apart in 2 of 252 orders.
 */
export function judgeMovement(before: Figure, now: Figure): Movement {
  const ratio = now.median / before.median;
  if (now.least > before.most && ratio > 1.05) return 'faster';
  if (now.most < before.least && ratio < 0.95) return 'slower';
  return 'within the noise';
}

/** Prints the table; with `save` the measurement becomes the baseline. */
export function compareWithBaseline(workloads: readonly Workload[], rounds: number, save: boolean): void {
  const seen = new Map<string, number[]>(workloads.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name } of workloads) seen.get(name)?.push(measureApart(name).contactsPerCpuSecond);
  }
  const processor = cpus()[0].model;
  const baseline: Baseline = existsSync(baselineFile)
    ? JSON.parse(readFileSync(baselineFile, 'utf8'))
    : { processor, node: process.version, rounds, figures: {} };
  console.log(
    `${'work'.padEnd(6)}${'million contacts/s'.padStart(20)}${'rounds'.padStart(16)}${'÷ baseline'.padStart(12)}`,
  );
  for (const { name, what } of workloads) {
    const figure = summarize(seen.get(name) ?? []);
    const before = baseline.figures[name];
    const ratio = before === undefined ? '–' : (figure.median / before.median).toFixed(3);
    const moved = before === undefined ? 'no baseline' : judgeMovement(before, figure);
    const range = `${millions(figure.least)}–${millions(figure.most)}`;
    console.log(
      `${name.padEnd(6)}${millions(figure.median).padStart(20)}${range.padStart(16)}${ratio.padStart(12)}  ${moved}: ${what}`,
    );
    if (save) baseline.figures[name] = figure;
  }
  if (baseline.processor !== processor || baseline.node !== process.version) {
    console.log(
      `The baseline was measured on ${baseline.processor}, Node ${baseline.node}: ratios to it say little here.`,
    );
  }
  if (!save) return;
  const saved = { ...baseline, processor, node: process.version, rounds };
  writeFileSync(baselineFile, `${JSON.stringify(saved, null, 2)}\n`);
}

function summarize(values: readonly number[]): Figure {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted[sorted.length - 1] };
}

const millions = (value: number) => (value / 1e6).toFixed(2);
