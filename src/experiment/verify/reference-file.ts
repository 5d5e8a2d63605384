/**
 * Reference files: exact values of a model, computed elsewhere, one family a file. A stationary family is
 * `{ family, rows: [{ in, out }] }`; a time-varying day is `{ family, inputs, results }`. What is not of that shape is refused
 * with every fault named.
 */

/** A value in a reference file. */
export type ReferenceValue = number | string | boolean | null | ReferenceValue[] | { [field: string]: ReferenceValue };

/** The fields of one object of a reference file. */
export type ReferenceFields = Record<string, ReferenceValue>;

/** A row: what goes into the model, and one or more named sets of what comes out (`out` and others). */
export interface ReferenceRow {
  in: ReferenceFields;
  out: Record<string, ReferenceFields>;
}

/** A file that is not what its family says: the user's fault. */
export class ReferenceFileError extends Error {
  override readonly name = 'ReferenceFileError';
  readonly faults: readonly string[];

  /** @param faults each `path: expected …, got …` */
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** A row or file that is well-formed but asks for something that Callfloor does not compute. */
export class UnsupportedReference extends Error {
  override readonly name = 'UnsupportedReference';
}

/** True for a JSON object. */
export function isFields(value: unknown): value is ReferenceFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A short text of any JSON value for a message. */
export function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}

/**
 * The name of the family that a parsed file belongs to; a bare list belongs to none.
 *
 * @throws ReferenceFileError when the file is no object or names none
 */
export function familyOf(file: unknown): string {
  if (Array.isArray(file)) return 'none';
  if (!isFields(file)) throw new ReferenceFileError([`file: expected an object with "family", got ${showValue(file)}`]);
  if (typeof file.family !== 'string') {
    throw new ReferenceFileError([`family: expected the name of a family, got ${showValue(file.family)}`]);
  }
  return file.family;
}

/** How many rows a file of an unknown family has, whatever their shape; a file without a list is one. */
export function countRows(file: unknown): number {
  const rows = isFields(file) ? file.rows : file;
  return Array.isArray(rows) ? Math.max(1, rows.length) : 1;
}

/**
 * The rows of a stationary file.
 *
 * @throws ReferenceFileError with all faults when `rows` is missing, empty or holds anything but `{ in, out }`
 */
export function rowsOf(file: unknown): ReferenceRow[] {
  const rows = isFields(file) ? file.rows : undefined;
  if (!Array.isArray(rows) || rows.length === 0) {
    throw new ReferenceFileError([`rows: expected a list with at least one row, got ${showValue(rows)}`]);
  }
  const faults: string[] = [];
  const read = rows.map((row, index): ReferenceRow => {
    if (!isFields(row)) {
      faults.push(`rows[${index}]: expected { in, out }, got ${showValue(row)}`);
      return { in: {}, out: {} };
    }
    const { in: input, ...out } = row;
    if (!isFields(input)) faults.push(`rows[${index}].in: expected an object, got ${showValue(input)}`);
    if (!isFields(out.out)) faults.push(`rows[${index}].out: expected an object, got ${showValue(out.out)}`);
    const sets = Object.entries(out).filter((entry): entry is [string, ReferenceFields] => isFields(entry[1]));
    return { in: isFields(input) ? input : {}, out: Object.fromEntries(sets) };
  });
  if (faults.length > 0) throw new ReferenceFileError(faults);
  return read;
}

/** Reads typed fields of an object and collects what is wrong with them. */
export class FieldReader {
  readonly path: string;
  /** The object itself. */
  readonly fields: ReferenceFields;
  readonly #faults: string[];
  readonly #read = new Set<string>();
  readonly #inner: FieldReader[] = [];

  /**
   * @param path where the object stands in the file
   * @param fields the object
   * @param faults takes the faults found
   */
  constructor(path: string, fields: ReferenceFields, faults: string[]) {
    this.path = path;
    this.fields = fields;
    this.#faults = faults;
  }

  #refuse(name: string, expected: string): void {
    this.#faults.push(`${this.path}.${name}: expected ${expected}, got ${showValue(this.fields[name])}`);
  }

  #get(name: string): ReferenceValue | undefined {
    this.#read.add(name);
    return this.fields[name];
  }

  /** Paths of the fields that hold something and that nobody has asked for: inputs of another model. */
  unread(): string[] {
    const own = Object.keys(this.fields).filter((name) => !this.#read.has(name) && this.fields[name] !== null);
    return [...own.map((name) => `${this.path}.${name}`), ...this.#inner.flatMap((reader) => reader.unread())];
  }

  /** A finite number; 0 and a fault when it is none. */
  number(name: string): number {
    const value = this.#get(name);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.#refuse(name, 'a number');
    return 0;
  }

  /** A finite number, or null where the file says null or leaves it out. */
  numberOrNull(name: string): number | null {
    const value = this.#get(name);
    return value === null || value === undefined ? null : this.number(name);
  }

  /** A text. */
  text(name: string): string {
    const value = this.#get(name);
    if (typeof value === 'string') return value;
    this.#refuse(name, 'a text');
    return '';
  }

  /** A list of numbers. */
  numbers(name: string): number[] {
    const value = this.#get(name);
    if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value as number[];
    this.#refuse(name, 'a list of numbers');
    return [];
  }

  /** An object, read by a reader of its own. */
  object(name: string): FieldReader {
    const value = this.#get(name);
    if (!isFields(value)) this.#refuse(name, 'an object');
    const inner = new FieldReader(`${this.path}.${name}`, isFields(value) ? value : {}, this.#faults);
    this.#inner.push(inner);
    return inner;
  }

  /** A list of objects, each read by a reader of its own. */
  objects(name: string): FieldReader[] {
    const value = this.#get(name);
    if (!Array.isArray(value)) this.#refuse(name, 'a list of objects');
    const readers = (Array.isArray(value) ? value : []).map((item, i) => {
      const path = `${this.path}.${name}[${i}]`;
      if (!isFields(item)) this.#faults.push(`${path}: expected an object, got ${showValue(item)}`);
      return new FieldReader(path, isFields(item) ? item : {}, this.#faults);
    });
    this.#inner.push(...readers);
    return readers;
  }

  /** An object, or null where the file says null or leaves it out. */
  objectOrNull(name: string): FieldReader | null {
    const value = this.#get(name);
    return value === null || value === undefined ? null : this.object(name);
  }

  /** Refuses a field that does not go with the others. */
  require(name: string, holds: boolean, expected: string): void {
    if (!holds) this.#refuse(name, expected);
  }

  /** Marks a field as known though nothing is computed from it. */
  note(name: string): void {
    this.#get(name);
  }

  /** True when the object has the field and it is not null. */
  has(name: string): boolean {
    const value = this.#get(name);
    return value !== undefined && value !== null;
  }
}
