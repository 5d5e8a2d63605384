/** Scenarios written as objects, resolved as a file would be. */
import { parse } from '../../../src/scenario/parse.ts';
import { resolve } from '../../../src/scenario/resolve.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** Resolves a scenario; it names no files. */
export function resolveText(written: object): Scenario {
  return resolve(parse(JSON.stringify(written), 'centre.yaml'), {
    name: 'centre',
    reader: { size: () => undefined, read: () => new Uint8Array() },
  });
}
