/** What is wrong with a roster file: every fault at once, each with its place, worded in the reader's language. */
import { type Lang, words } from '../../words/dictionary.ts';
import type { RosterMessage, RosterNoticeMessage } from '../../words/roster.ts';

/** Where something stands in a file; `sheet` and `cell` are '' where the file has none. */
export interface RosterPlace {
  file: string;
  sheet: string;
  /** `B4` in a workbook, `4:2` (line and column) in a text file, a path in JSON, a summary in a calendar. */
  cell: string;
}

/** One thing that is wrong. */
export interface RosterFault {
  place: RosterPlace;
  message: RosterMessage;
}

/** Something worth knowing that is not wrong. */
export interface RosterNotice {
  file: string;
  message: RosterNoticeMessage;
}

/** A roster file that cannot be used. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
  readonly faults: readonly RosterFault[];

  constructor(faults: readonly RosterFault[]) {
    super(faults.map((fault) => faultText(fault, 'en')).join('\n'));
    this.faults = faults;
  }

  /** All faults in one language, a line each. */
  tell(lang: Lang): string {
    return this.faults.map((fault) => faultText(fault, lang)).join('\n');
  }
}

/** A place as people write it: `roster.xlsx, sheet "Monday", cell B4` is `roster.xlsx!Monday!B4`. */
export function placeText({ file, sheet, cell }: RosterPlace): string {
  if (sheet !== '') return [file, sheet, cell].filter((part) => part !== '').join('!');
  return cell === '' ? file : `${file}:${cell}`;
}

/** A fault in words: `file!sheet!cell expected …, got …. Try ….` */
export function faultText({ place, message }: RosterFault, lang: Lang): string {
  const sentence: (values: never) => string = words(lang).roster.faults[message.key];
  return `${placeText(place)} ${sentence(('values' in message ? message.values : undefined) as never)}`;
}

/** A notice in words. */
export function noticeText({ file, message }: RosterNotice, lang: Lang): string {
  const sentence: (values: never) => string = words(lang).roster.notices[message.key];
  return `${file}: ${sentence(('values' in message ? message.values : undefined) as never)}`;
}
