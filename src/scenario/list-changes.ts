/** What one scenario says otherwise than another, key by key. */

import { showPath } from './parse.ts';
import type { CompleteScenario } from './schema.ts';

/** One key that differs; a side on which it does not stand is empty. */
export interface Change {
  path: string;
  first: string;
  own: string;
}

/** A value is shown up to here. */
const longestShown = 60;

/**
 * The keys in which two scenarios differ, in the order of the first, defaults included; what only changes the words about a
 * scenario is left out.
 */
export function listChanges(first: CompleteScenario, own: CompleteScenario): Change[] {
  const changes: Change[] = [];
  compare({ ...first, summary: '' }, { ...own, summary: '' }, [], changes);
  return changes;
}

function compare(first: unknown, own: unknown, path: (string | number)[], changes: Change[]): void {
  if (isMap(first) && isMap(own)) {
    for (const key of new Set([...Object.keys(first), ...Object.keys(own)])) {
      compare(first[key], own[key], [...path, key], changes);
    }
  } else if (JSON.stringify(first) !== JSON.stringify(own)) {
    changes.push({ path: showPath(path), first: show(first), own: show(own) });
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
