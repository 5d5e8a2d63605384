/** A table of the report page: caption, headers and rows, in a box that scrolls sideways where it is too wide. */
import { html, type Markup } from './html.ts';

/** What a table shows; the first cell of a row is its header. */
export interface DataTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns of text, aligned left; all others are figures. The first column always is. */
  textColumns?: readonly number[];
  /** The first cell of a row is a text that may take several lines. */
  wraps?: boolean | undefined;
  /** Cells to set off, by row and column. */
  alarms?: (row: number, column: number) => boolean;
}

/** Renders a table. */
export function dataTable({ caption, head, rows, textColumns = [], wraps = false, alarms }: DataTable): Markup {
  const look = (row: number, column: number) => {
    const names = [
      textColumns.includes(column) || column === 0 ? 'text' : '',
      alarms?.(row, column) === true ? 'broken' : '',
    ];
    return names.filter((name) => name !== '').join(' ');
  };
  return html`<div class="scroll${rows.length <= 16 ? ' short' : ''}" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map(
    (name, column) =>
      html`<th scope="col" class="${textColumns.includes(column) || column === 0 ? 'text' : ''}">${name}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells, row) =>
      html`<tr>${cells.map((cell, column) =>
        column === 0
          ? wraps
            ? html`<th scope="row" class="wraps">${cell}</th>`
            : html`<th scope="row">${cell}</th>`
          : html`<td class="${look(row, column)}">${cell}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}
