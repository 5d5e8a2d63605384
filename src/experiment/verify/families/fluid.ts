/** The fluid path of a day whose inputs stand in the file of the time-varying case that the row names. */
import { fluidDay } from '../../../math/fluid.ts';
import type { ReferenceFamily } from '../reference-family.ts';
import { FieldReader, isFields, ReferenceFileError, UnsupportedReference } from '../reference-file.ts';
import { readDay } from '../time-varying/day-inputs.ts';
import { relative } from '../tolerance.ts';

/** Where the file of a case may lie, relative to the rows that name it. */
const folders = ['timevarying/', ''];

export const fluidFamily: ReferenceFamily = {
  names: ['fluid'],
  async compute(input, { read }) {
    const name = input.text('case');
    let file: unknown;
    for (const folder of folders) file ??= await read(`${folder}${name}.json`);
    if (file === undefined) throw new UnsupportedReference(`the file of case "${name}" is not beside this one`);
    const faults: string[] = [];
    const day = readDay(new FieldReader(name, isFields(file) ? file : {}, faults).object('inputs'));
    if (faults.length > 0) throw new ReferenceFileError(faults);
    return {
      out: {
        intervals: fluidDay(day).intervals.map((interval, i) => ({
          interval: i,
          staff: interval.agents,
          x_end: interval.contentAtEnd,
          queue_end: interval.queueAtEnd,
          abandoned: interval.abandoned,
          mean_queue: interval.meanQueue,
        })),
      },
    };
  },
  tolerance: () => relative(1e-7),
};
