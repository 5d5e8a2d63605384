/** All pictures of a lesson, each in two widths: for a page and for a phone. */
import type { Lang } from '../../words/dictionary.ts';
import type { Chart, ChartSetting } from '../charts/chart.ts';
import { renderSvgs } from '../charts/render-svg.ts';
import { drawPatience, drawPatienceShape, drawRedials } from './caller-charts.ts';
import { drawSteps } from './day-charts.ts';
import type { Lesson } from './lesson.ts';
import { drawKnee, drawPooling, drawSquareRoot } from './service-charts.ts';
import { drawBusyDays, drawHandling, drawLag } from './variation-charts.ts';

/** A picture, drawn. */
export interface LessonPictureDrawn {
  /** Also the name of its file: `square-root`. */
  readonly name: string;
  readonly picture: LessonPictureName;
  readonly title: string;
  readonly reading: string;
  /** 800 pixels wide. */
  readonly svg: string;
  /** 340 pixels wide. */
  readonly narrowSvg: string;
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
  const found = lessonPictureNames.flatMap((picture) => {
    const wide = drawPicture(lesson, picture, { lang, width: 800 });
    const narrow = drawPicture(lesson, picture, { lang, width: 340 });
    return wide === null || narrow === null ? [] : [{ picture, wide, narrow }];
  });
  const charts = found.flatMap(({ wide, narrow }) => [wide, narrow]);
  const svgs = await renderSvgs(charts, lang, threads);
  return found.map(({ picture, wide: { name, title, reading } }, i) => {
    const [svg, narrowSvg] = svgs.slice(2 * i);
    return { name, picture, title, reading, svg, narrowSvg };
  });
}
