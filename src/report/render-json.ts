/** A report as data, in the shape of its schema in `schemas/`. */

/**
 * Renders a report as JSON; its keys stand in the order of the schema, so the same report gives the same bytes.
 * @param report plain data without infinities or NaN
 * @returns text with two spaces of indentation, ended by a line feed
 */
export function renderJson(report: object): string {
  return [...jsonParts(report)].join('');
}

/** How deep a report is taken apart: what lies deeper is small. */
const deepest = 3;

/** What {@link renderJson} renders, part by part: a report of weeks is tens of megabytes, and never needed as a whole. */
export function* jsonParts(report: object): Generator<string> {
  yield* partsOf(report, '\n', 0);
  yield '\n';
}

/** @param line how a line of what holds the value begins */
function* partsOf(value: unknown, line: string, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null || depth === deepest) {
    // A string has no line feed in JSON: every one belongs to the setting.
    yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', line);
    return;
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value).filter(([, one]) => isList || one !== undefined);
  const inner = `${line}  `;
  yield isList ? '[' : '{';
  for (const [i, [key, one]] of entries.entries()) {
    yield `${i === 0 ? '' : ','}${inner}${isList ? '' : `${JSON.stringify(key)}: `}`;
    yield* partsOf(one, inner, depth + 1);
  }
  yield `${entries.length === 0 ? '' : line}${isList ? ']' : '}'}`;
}
