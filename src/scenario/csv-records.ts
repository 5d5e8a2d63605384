/** How every CSV file is split into records that know their line. */
import Papa from 'papaparse';

/** A record of a CSV file. */
export interface CsvRecord {
  /** The line on which it starts. */
  line: number;
  cells: string[];
}

/** The records of a CSV file. */
export interface CsvRecords {
  /** Those that are not empty. */
  records: CsvRecord[];
  /** The line of the record with a quote that is never closed: what follows it is one cell. */
  openQuote: number | undefined;
}

/**
 * Splits CSV text.
 *
 * @param delimiter between cells
 * @param firstLine number of the first line of the text in its file
 */
export function splitCsv(text: string, delimiter: string, firstLine = 1): CsvRecords {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const unclosed = errors.find(({ type }) => type === 'Quotes')?.row;
  const records: CsvRecord[] = [];
  let openQuote: number | undefined;
  let line = firstLine;
  for (const [row, cells] of data.entries()) {
    if (row === unclosed) openQuote = line;
    if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells });
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
  }
  return { records, openQuote };
}
