/** Durations as the files write them: patience and handle times alike. */
import type { Patience } from '../../../math/patience.ts';
import { type FieldReader, UnsupportedReference } from '../reference-file.ts';

/**
 * Reads a distribution.
 *
 * @param input `dist` and its parameters, seconds
 * @throws UnsupportedReference for a `dist` of another name
 */
export function readDistribution(input: FieldReader): Patience {
  const dist = input.text('dist');
  switch (dist) {
    case 'exp':
      return { kind: 'exponential', meanSeconds: input.number('mean') };
    case 'det':
      return { kind: 'deterministic', seconds: input.number(input.has('value') ? 'value' : 'mean') };
    case 'erlang':
      return { kind: 'erlang', stages: input.number('k'), meanSeconds: input.number('mean') };
    case 'hyperexp2': {
      const share = input.number('p1');
      const meansSeconds = [input.number('mean1'), input.number('mean2')];
      return { kind: 'hyperexponential', shares: [share, 1 - share], meansSeconds };
    }
    case 'lognormal':
      return { kind: 'log-normal', meanSeconds: input.number('mean'), cv: input.number('cv') };
    case 'weibull':
      return { kind: 'weibull', shape: input.number('shape'), scaleSeconds: input.number('scale') };
    default:
      throw new UnsupportedReference(`distribution "${dist}" is not supported`);
  }
}
