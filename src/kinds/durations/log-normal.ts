/** A duration whose logarithm is normal: what talk times in call centres look like (Brown et al. 2005). */
import { regularizedGammaUpper } from '../../math/gamma-functions.ts';
import { fillNormal } from '../../random/samplers.ts';
import type { DurationKind } from './duration-kind.ts';
import { meanAndCv } from './mean-and-cv.ts';

const schema = meanAndCv(1.1);

/** Log-normal with the given `mean` and `cv`. */
export const logNormal: DurationKind<typeof schema> = {
  kind: 'log-normal',
  summary: { en: 'Log-normal, the usual shape of talk times', zh: '对数正态分布，通话时长的常见形态' },
  schema,
  resolve: ({ mean, cv }, unitSeconds) => {
    const variance = Math.log1p(cv * cv);
    return {
      parameters: [Math.log(mean * unitSeconds) - variance / 2, Math.sqrt(variance)],
      mean: mean * unitSeconds,
      cv,
    };
  },
  fill: ([mu, sigma], stream, out, from, to) => {
    fillNormal(stream, out, from, to);
    for (let i = from; i < to; i++) out[i] = Math.exp(mu + sigma * out[i]);
  },
  survival: ([mu, sigma], seconds) => {
    if (seconds <= 0) return 1;
    const z = (Math.log(seconds) - mu) / sigma;
    // The normal tail is half an incomplete gamma function of shape 1/2.
    const tail = regularizedGammaUpper(0.5, (z * z) / 2) / 2;
    return z > 0 ? tail : 1 - tail;
  },
};
