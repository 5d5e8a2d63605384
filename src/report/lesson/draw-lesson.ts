/** All pictures of a lesson, each in two widths: for a page and for a phone. */
import type { Lang } from '../../words/dictionary.ts';
import type { Chart, ChartSetting } from '../charts/chart.ts';
import { type DrawnChart, drawPictures } from '../charts/draw-charts.ts';
import { drawPatience, drawPatienceShape, drawRedials } from './caller-charts.ts';
import { drawSteps } from './day-charts.ts';
import type { Lesson } from './lesson.ts';
import { drawKnee, drawPooling, drawSquareRoot } from './service-charts.ts';
import { drawBusyDays, drawHandling, drawLag } from './variation-charts.ts';

/** A picture, drawn; its name is also that of its file: `square-root`. */
export interface LessonPictureDrawn extends DrawnChart<string> {
  readonly picture: LessonPictureName;
}

const pictures = {
  steps: drawSteps,
  knee: drawKnee,
  pooling: drawPooling,
  squareRoot: drawSquareRoot,
  busyDays: drawBusyDays,
  handling: drawHandling,
  patience: drawPatience,
  patienceShape: drawPatienceShape,
  lag: drawLag,
  redials: drawRedials,
} satisfies Record<string, (lesson: Lesson, setting: ChartSetting) => Chart | null>;

export type LessonPictureName = keyof typeof pictures;

/** The names of all pictures, in the order in which they are read. */
export const lessonPictureNames = Object.keys(pictures) as readonly LessonPictureName[];

/** A picture of a lesson; null where the lesson has nothing for it. */
export function drawPicture(lesson: Lesson, name: LessonPictureName, setting: ChartSetting): Chart | null {
  return pictures[name](lesson, setting);
}

/**
 * Draws every picture that the lesson has something for.
 *
 * @param threads whole, at least 1: as many draw at most
 */
export async function drawLesson(lesson: Lesson, lang: Lang, threads = 1): Promise<LessonPictureDrawn[]> {
  const wanted = lessonPictureNames.map((name) => ({
    name,
    draw: (setting: ChartSetting) => drawPicture(lesson, name, setting),
  }));
  const drawn = await drawPictures(wanted, lang, threads);
  return drawn.map((chart) => ({ ...chart, picture: chart.name, name: fileName(chart.name) }));
}

function fileName(picture: LessonPictureName): string {
  return picture.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
