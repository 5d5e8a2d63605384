/**
 * Excel workbooks as sheets of text. Values are read, nothing is run: of a formula the result saved with it, of a macro
 * nothing. A merged cell counts for every cell that it covers, as a reader of the page sees it.
 */
import ExcelJS from 'exceljs';
import { clockText } from './roster-clock.ts';
import type { RosterFault } from './roster-error.ts';
import { cellPlace, plainCell, type SheetTable } from './sheet-table.ts';
import type { WorkbookReading } from './workbook-file.ts';

/** Reads every visible sheet of an .xlsx or .xlsm workbook. */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<WorkbookReading> {
  const reading: WorkbookReading = { tables: [], faults: [], notices: [] };
  const workbook = new ExcelJS.Workbook();
  try {
    const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    await workbook.xlsx.load(content);
  } catch {
    // Nothing was read; the sheets are missing.
  }
  if (workbook.worksheets.length === 0) {
    const place = { file, sheet: '', cell: '' };
    reading.faults.push({ place, message: { key: 'notAWorkbook' } });
    return reading;
  }
  if (Buffer.from(bytes).includes('vbaProject.bin')) {
    reading.notices.push({ file, message: { key: 'macros' } });
  }
  let formulas = 0;
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') {
      reading.notices.push({ file, message: { key: 'sheetHidden', values: { sheet: sheet.name } } });
      continue;
    }
    const table: SheetTable = { file, sheet: sheet.name, rows: [], lines: [] };
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        if (cell.type === ExcelJS.ValueType.Formula) formulas++;
        const text = cellText(cell.isMerged ? cell.master.value : cell.value);
        if (typeof text === 'string') {
          cells[column - 1] = text;
        } else {
          cells[column - 1] = '';
          const place = cellPlace(table, number - 1, column - 1);
          reading.faults.push({ place, message: text });
        }
      });
      table.rows[number - 1] = Array.from(cells, (text) => text ?? '');
    });
    table.rows = Array.from(table.rows, (row) => row ?? []);
    reading.tables.push(table);
  }
  if (formulas > 0) reading.notices.push({ file, message: { key: 'formulas', values: { count: formulas } } });
  return reading;
}

/** The text of a value as it would be typed, or what is wrong with it. */
function cellText(value: ExcelJS.CellValue): string | RosterFault['message'] {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return momentText(value);
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  // A guarded CSV that was opened and saved as a workbook keeps its apostrophes as text.
  if (typeof value !== 'object') return plainCell(String(value));
  if ('richText' in value) return plainCell(value.richText.map(({ text }) => text).join(''));
  if ('error' in value) return { key: 'formulaError', values: { got: value.error } };
  if ('hyperlink' in value) return cellText(value.text);
  if ('formula' in value || 'sharedFormula' in value) {
    return value.result === undefined ? { key: 'noCachedValue' } : cellText(value.result);
  }
  return '';
}

/** A spreadsheet keeps times as fractions of a day and dates as days since 1899-12-30; 24:00 is the first day after. */
function momentText(value: Date): string {
  const minutes = Math.round(value.getTime() / 60_000);
  const sinceEpoch = minutes - Date.UTC(1899, 11, 30) / 60_000;
  if (sinceEpoch <= 2 * 1440) return clockText(sinceEpoch);
  const text = new Date(minutes * 60_000).toISOString();
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
