/**
 * What every *kind* shares. A kind is a named choice in a scenario (`kind: longest-wait`); one kind is one file of that
 * name plus one line in its family's list. Types, JSON schema, messages, `--help` and the reference page read the lists.
 */
import type { TObject } from 'typebox';

/**
 * The schema of whatever kind, for the lists of families. Together with `in out` on a family's parameter it spares the compiler
 * the comparison of schemas with each other, nine tenths of all the types it made.
 */
// biome-ignore lint/suspicious/noExplicitAny: a kind takes what its own schema has checked, which a list cannot name
export type AnySchema = any;

/** One named choice within a family of kinds. */
export interface Kind {
  /** The name as written in a scenario: kebab-case, unique within the family. */
  readonly kind: string;
  /** One line for `--help` and the reference page, in both languages. */
  readonly summary: { readonly en: string; readonly zh: string };
  /** The fields written beside `kind`; `additionalProperties` is false; defaults stand in the schema. */
  readonly schema: TObject;
}

/** The kinds of one family, in the order in which they were added. */
export class KindList<K extends Kind> {
  readonly family: string;
  readonly #kinds = new Map<string, K>();

  /**
   * @param family the family's name as the reference page prints it, for instance `durations`
   * @param kinds the kinds that Callfloor ships
   */
  constructor(family: string, kinds: readonly K[]) {
    this.family = family;
    for (const kind of kinds) this.add(kind);
  }

  /**
   * Adds a kind of a program's own; from then on scenarios may name it.
   * @throws RangeError when the name is taken
   */
  add(kind: K): void {
    if (this.#kinds.has(kind.kind)) throw new RangeError(`kind: ${this.family} already has a kind "${kind.kind}"`);
    this.#kinds.set(kind.kind, kind);
  }

  /**
   * The kind of that name.
   * @throws RangeError when there is none; a parsed scenario never names one
   */
  get(name: string): K {
    const kind = this.#kinds.get(name);
    if (kind === undefined) {
      throw new RangeError(`kind: ${this.family} has no kind "${name}", only ${[...this.#kinds.keys()].join(', ')}`);
    }
    return kind;
  }

  /** All kinds in order. */
  all(): K[] {
    return [...this.#kinds.values()];
  }
}
