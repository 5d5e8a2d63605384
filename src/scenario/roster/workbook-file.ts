/** What can be told of a workbook from its first bytes, and what reading one gives; the reader itself is loaded when one is met. */
import type { RosterFault, RosterNotice } from './roster-error.ts';
import type { SheetTable } from './sheet-table.ts';

/** What a workbook holds. */
export interface WorkbookReading {
  tables: SheetTable[];
  faults: RosterFault[];
  notices: RosterNotice[];
}

/** True for the first bytes of a zip file, which an .xlsx workbook is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** True for a compound file: an .xls workbook or one with a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** What is wrong with a compound file: a password, or the format of Excel 97–2003. */
export function compoundFault(file: string, bytes: Uint8Array): RosterFault {
  // An encrypted workbook keeps its content in a stream of this name, written in UTF-16.
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return {
    place: { file, sheet: '', cell: '' },
    message: { key: encrypted ? 'password' : 'oldExcel' },
  };
}
