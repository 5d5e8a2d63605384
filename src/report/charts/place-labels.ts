/**
 * Where the name of a line goes in a chart: beside the line itself, where it crosses nothing. A line that has no such place
 * gets none here and is named in the key above the plot.
 */
import { textWidth } from './text-width.ts';

/** A line as drawn: level stretches, in pixels of the plot, y downwards. */
export interface DrawnLine {
  name: string;
  segments: readonly { x1: number; x2: number; y: number }[];
}

export interface PlacedLabel {
  name: string;
  x: number;
  /** Middle of the text. */
  y: number;
}

/** A rectangle of the plot, in pixels. */
export interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** Distance between label and line, and the clearance beyond which more is no better; pixels. */
const offset = 9;
const enough = 36;

/**
 * Places the names of lines.
 * @param lines in the order in which they are named
 * @param size font size of the labels, pixels
 * @param width width of the plot, pixels
 * @param height height of the plot, pixels
 * @param obstacles what else no name may cover
 * @returns one place per line that has one
 */
export function placeLabels(
  lines: readonly DrawnLine[],
  size: number,
  width: number,
  height: number,
  obstacles: readonly Box[] = [],
): PlacedLabel[] {
  const placed: (PlacedLabel & Box)[] = [];
  for (const line of lines) {
    const half = textWidth(line.name, size) / 2 + 2;
    const tall = size / 2 + 1;
    let best: (PlacedLabel & Box) | undefined;
    let bestRoom = 0;
    for (const { x1, x2, y } of line.segments) {
      const x = (x1 + x2) / 2;
      for (const side of [-1, 1]) {
        const middle = y + side * (offset + tall - size / 2);
        const box = { x1: x - half, x2: x + half, y1: middle - tall, y2: middle + tall };
        if (box.x1 < 0 || box.x2 > width || box.y1 < 0 || box.y2 > height) continue;
        if ([...placed, ...obstacles].some((other) => overlap(other, box))) continue;
        const room = clearance(box, line, lines);
        if (room > bestRoom) {
          bestRoom = room;
          best = { name: line.name, x, y: middle, ...box };
        }
      }
    }
    if (best !== undefined) placed.push(best);
  }
  return placed.map(({ name, x, y }) => ({ name, x, y }));
}

function overlap(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/** Least distance from a box to any other line above or below it; 0 when a line, its own too, crosses the box. */
function clearance(box: Box, own: DrawnLine, lines: readonly DrawnLine[]): number {
  let room = enough;
  for (const line of lines) {
    let previous: number | undefined;
    for (const { x1, x2, y } of line.segments) {
      if (x2 < box.x1 || x1 > box.x2) {
        previous = y;
        continue;
      }
      const top = previous === undefined || x1 < box.x1 ? y : Math.min(previous, y);
      const bottom = previous === undefined || x1 < box.x1 ? y : Math.max(previous, y);
      if (bottom >= box.y1 && top <= box.y2) return 0;
      if (line !== own) room = Math.min(room, bottom < box.y1 ? box.y1 - bottom : top - box.y2);
      previous = y;
    }
  }
  return room;
}
