/** A report as data, in the shape of its schema in `schemas/`. */

/**
 * Renders a report as JSON; its keys stand in the order of the schema, so the same report gives the same bytes.
 * @param report plain data without infinities or NaN
 * @returns text with two spaces of indentation, ended by a line feed
 */
export function renderJson(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
