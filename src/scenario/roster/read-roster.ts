/** Reads a roster from whatever file a planner has: the format is found from the content, not from the name. */

import { finishRoster, type RosterContext } from './finish-roster.ts';
import { readCalendar } from './read-calendar.ts';
import { readSheets } from './read-sheets.ts';
import { readSolverJson } from './read-solver-json.ts';
import type { Roster } from './roster.ts';
import { RosterDraft } from './roster-draft.ts';
import { RosterError, type RosterNotice } from './roster-error.ts';
import { decodeText, readCsv } from './sheet-table.ts';
import { compoundFault, isCompoundFile, isZip, type WorkbookReading } from './workbook-file.ts';

/** A file as the disk gives it. */
export interface RosterFile {
  name: string;
  bytes: Uint8Array;
  /** The sheets, where the file is a workbook that was opened before. */
  workbook?: WorkbookReading | undefined;
}

export interface RosterReading {
  roster: Roster;
  notices: RosterNotice[];
  /** Agents that each type of work needs, all the time, as an optimiser's file states them beside its solution. */
  needs?: Readonly<Record<string, number>>;
}

/**
 * Reads one roster from one or several files (for instance a list of people beside a list of shifts).
 *
 * @param files CSV in UTF-8, UTF-16 or GBK; an .xlsx or .xlsm workbook; iCal; the JSON of pyworkforce or Timefold
 * @param context the scenario's days and names to check against
 * @throws RosterError with every fault at once
 */
export async function readRoster(files: readonly RosterFile[], context: RosterContext): Promise<RosterReading> {
  return readOpenedRoster(await Promise.all(files.map(openWorkbook)), context);
}

/** Opens a workbook; any other file stays as it is. The reader of workbooks is loaded only when there is one. */
export async function openWorkbook(file: RosterFile): Promise<RosterFile> {
  if (!isZip(file.bytes)) return file;
  const { readWorkbook } = await import('./read-workbook.ts');
  return { ...file, workbook: await readWorkbook(file.name, file.bytes) };
}

/**
 * As {@link readRoster}, at once: workbooks among the files were opened before.
 *
 * @throws RosterError with every fault at once
 */
export function readOpenedRoster(files: readonly RosterFile[], context: RosterContext): RosterReading {
  const draft = new RosterDraft(context.timeZone, context.days[0]);
  for (const file of files) readFile(file, context, draft);
  const roster = finishRoster(draft, context, files.map(({ name }) => name).join(', '));
  if (roster === undefined) throw new RosterError(draft.faults);
  return { roster, notices: draft.notices, ...(draft.needs === undefined ? {} : { needs: draft.needs }) };
}

function readFile({ name, bytes, workbook }: RosterFile, context: RosterContext, draft: RosterDraft): void {
  const place = { file: name, sheet: '', cell: '' };
  if (workbook !== undefined) {
    draft.faults.push(...workbook.faults);
    draft.notices.push(...workbook.notices);
    if (workbook.tables.length > 0) readSheets(workbook.tables, draft, context.headers);
    return;
  }
  if (isCompoundFile(bytes)) {
    draft.faults.push(compoundFault(name, bytes));
    return;
  }
  const text = decodeText(bytes);
  const start = text.slice(0, 200).trimStart();
  if (start === '') draft.fault(place, { key: 'empty' });
  else if (start.startsWith('{') || start.startsWith('[')) readSolverJson(name, text, context, draft);
  else if (/^BEGIN:VCALENDAR/i.test(start)) readCalendar(name, text, context, draft);
  else if (text.includes('\0')) draft.fault(place, { key: 'unknownFormat' });
  else {
    const table = readCsv(name, text);
    if (typeof table === 'number') draft.fault({ file: name, sheet: '', cell: `${table}` }, { key: 'quoteOpen' });
    else readSheets([table], draft, context.headers);
  }
}
