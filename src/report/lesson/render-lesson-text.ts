/** The lesson on the terminal: what to take away, and the finding of each picture. */
import { type Lang, words } from '../../words/dictionary.ts';
import type { LessonPictureDrawn } from './draw-lesson.ts';
import type { Lesson } from './lesson.ts';
import { headLesson, sayFinding } from './say-lesson.ts';

/**
 * Renders the summary.
 *
 * @param lesson what to show
 * @param pictures drawn from the same lesson in the same language
 * @param lang the reader's language
 * @returns lines, without one for the place of the page
 */
export function renderLessonText(lesson: Lesson, pictures: readonly LessonPictureDrawn[], lang: Lang): string {
  const { charts } = words(lang).lesson;
  const findings = pictures.flatMap(({ picture, title }) => [`  ${charts[picture].question}`, `    ${title}`]);
  return [headLesson(lesson, lang), '', sayFinding(lesson, lang), '', ...findings].join('\n');
}
