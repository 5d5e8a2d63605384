/** A thread that helps to draw: it takes one chart after the other until none is left. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ChartDrawn, drawMarks, type SharedDrawing, takeCharts } from './draw-marks.ts';

const drawing = workerData as SharedDrawing;
for (const index of takeCharts(drawing)) {
  const drawn: ChartDrawn = { index, svg: await drawMarks(drawing.charts[index]) };
  parentPort?.postMessage(drawn);
}
