import { describe, expect, it } from 'vitest';
import { simulateLesson } from '../../../src/experiment/lesson/simulate-lesson.ts';
import { lessonFigures } from '../../../src/plan/lesson/lesson-figures.ts';
import type { LessonQueue } from '../../../src/plan/lesson/lesson-queue.ts';
import { subjectOfQueue } from '../../../src/plan/lesson/lesson-subject.ts';
import { renderSvg } from '../../../src/report/charts/render-svg.ts';
import { drawLesson, drawPicture, lessonPictureNames } from '../../../src/report/lesson/draw-lesson.ts';
import type { Lesson } from '../../../src/report/lesson/lesson.ts';
import { renderLesson } from '../../../src/report/lesson/render-lesson.ts';
import { textsOf } from '../charts/texts-of.ts';

const usual: LessonQueue = {
  arrivalRate: 120 / 3600,
  meanHandleSeconds: 200,
  agents: 8,
  meanPatienceSeconds: 90,
  target: 0.8,
  answerWithinSeconds: 20,
  ringSeconds: 0,
  variant: 'offered',
  shortAbandonSeconds: 5,
};

/** A queue of ordinary size, and the ends of what may be asked: one agent, overload, plenty, patient callers, a large centre. */
const queues: Record<string, LessonQueue> = {
  usual,
  one: { ...usual, arrivalRate: 3 / 3600, agents: 1 },
  overload: { ...usual, arrivalRate: 400 / 3600 },
  plenty: { ...usual, agents: 60 },
  patient: { ...usual, meanPatienceSeconds: Infinity },
  large: { ...usual, arrivalRate: 2, agents: 420 },
  'nobody waits': { ...usual, meanPatienceSeconds: 1 },
};

async function lessonOn(queue: LessonQueue): Promise<Lesson> {
  const subject = subjectOfQueue(queue, 1);
  const simulated = await simulateLesson({ ...subject }, { seed: '1', runs: 2 });
  if (simulated === undefined) throw new Error('stopped');
  return { version: '0', seed: '1', runs: 2, subject, figures: lessonFigures(subject), simulated, day: null };
}

describe('drawPicture', () => {
  for (const [name, queue] of Object.entries(queues)) {
    it(`drawPicture(lesson, …) keeps every text inside the picture, both languages and widths: ${name}`, async () => {
      const lesson = await lessonOn(queue);
      for (const picture of lessonPictureNames) {
        for (const [lang, width] of [
          ['en', 340],
          ['zh', 800],
        ] as const) {
          const chart = drawPicture(lesson, picture, { lang, width });
          if (chart === null) continue;
          const svg = await renderSvg(chart, lang);
          expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
          for (const { x, y, text } of textsOf(svg)) {
            const where = `${picture} ${lang} ${width}: ${text}`;
            expect(x, where).toBeGreaterThanOrEqual(0);
            expect(x, where).toBeLessThanOrEqual(width);
            expect(y, where).toBeGreaterThan(0);
            expect(y, where).toBeLessThan(chart.height);
          }
        }
      }
    });
  }

  it('drawPicture(lesson, …) has nothing to say of patience where nobody hangs up', async () => {
    const lesson = await lessonOn(queues.patient);
    const drawn = lessonPictureNames.filter((name) => drawPicture(lesson, name, { lang: 'en', width: 800 }) !== null);
    expect(drawn).toEqual(['knee', 'pooling', 'squareRoot', 'busyDays', 'handling', 'lag']);
  });
});

describe("drawPicture(lesson, 'handling', …)", () => {
  it('claims a difference between calls alike and calls that differ only where their intervals lie apart', async () => {
    const lesson = await lessonOn(usual);
    const title = (values: readonly number[], half: number): string | undefined => {
      const handling = lesson.simulated.handling.map((point, i, { length }) => {
        const value = values[i === length - 1 ? 1 : 0];
        return { ...point, serviceLevel: { value, low: value - half, high: value + half } };
      });
      const changed = { ...lesson, simulated: { ...lesson.simulated, handling } };
      return drawPicture(changed, 'handling', { lang: 'en', width: 800 })?.title;
    };
    expect(title([0.75, 0.8], 0.01)).toContain('All calls alike: 75 % in time');
    expect(title([0.75, 0.8], 0.03)).toContain('too few to tell');
    expect(title([0.75, 0.76], 0.03)).toContain('hardly matters');
  });
});

describe('renderLesson', () => {
  it('renderLesson(lesson, pictures) is one page with a section for each picture and a word for each idea', async () => {
    const lesson = await lessonOn(usual);
    for (const lang of ['en', 'zh'] as const) {
      const page = renderLesson(lesson, await drawLesson(lesson, lang), null, lang);
      expect([...page.matchAll(/<figure>/g)]).toHaveLength(9);
      expect([...page.matchAll(/<section /g)]).toHaveLength(9);
      expect(page).not.toMatch(/NaN|undefined|https?:\/\/(?!www\.w3\.org)/);
    }
  });
});
