/**
 * Samplers that fill a stretch of a column from a stream. They work on blocks because the kind of a distribution is then looked
 * at once per block and not once per draw.
 */
import { nextBits, nextUniform, type Stream } from './stream.ts';

/**
 * Fills `out[from..to)` with numbers uniform on (0, 1).
 */
export function fillUniform(stream: Stream, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[i] = nextUniform(stream);
}

/** Layers of a ziggurat: `edge[i]` is the width of layer i, `height[i]` the density there. */
interface Ziggurat {
  edge: Float64Array;
  height: Float64Array;
}

/**
 * Cuts a decreasing density into 256 layers of equal area.
 * Source: Marsaglia and Tsang (2000), The ziggurat method for generating random variables.
 */
function cutZiggurat(
  tail: number,
  area: number,
  density: (x: number) => number,
  inverse: (y: number) => number,
): Ziggurat {
  const edge = new Float64Array(257);
  edge[0] = area / density(tail);
  edge[1] = tail;
  for (let i = 2; i < 256; i++) edge[i] = inverse(density(edge[i - 1]) + area / edge[i - 1]);
  return { edge, height: edge.map(density) };
}

const exponential = cutZiggurat(
  7.69711747013105,
  0.003949659822581557,
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
);
const normal = cutZiggurat(
  3.654152885361009,
  0.004928673233974652,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
);

/** A draw that fell outside the quick part of its layer: the wedge, the tail or another try. */
function finishExponential(stream: Stream, layer: number, x: number): number {
  let tailStart = 0;
  for (;;) {
    if (layer === 0) tailStart += exponential.edge[1];
    else {
      const low = exponential.height[layer];
      if (low + nextUniform(stream) * (exponential.height[layer + 1] - low) < Math.exp(-x)) return tailStart + x;
    }
    layer = nextBits(stream) & 255;
    x = nextUniform(stream) * exponential.edge[layer];
    if (x < exponential.edge[layer + 1]) return tailStart + x;
  }
}

/**
 * Fills `out[from..to)` with exponential numbers of the given mean. The generator's words are kept in variables while nothing
 * else draws from it: `nextBits`, written out.
 * Source: Marsaglia and Tsang (2000); the tail beyond the last layer is again exponential.
 */
export function fillExponential(stream: Stream, out: Float64Array, from: number, to: number, mean: number): void {
  const edge = exponential.edge;
  let a = stream[0];
  let b = stream[1];
  let c = stream[2];
  let d = stream[3];
  let sum = 0;
  let layers = 0;
  for (let i = from; i < to; i++) {
    if (((i - from) & 3) === 0) {
      sum = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + sum) | 0;
      layers = sum;
    }
    sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    const layer = layers & 255;
    layers >>>= 8;
    const x = ((sum >>> 0) + 0.5) * 2 ** -32 * edge[layer];
    if (x < edge[layer + 1]) out[i] = mean * x;
    else {
      keepState(stream, a, b, c, d);
      out[i] = mean * finishExponential(stream, layer, x);
      a = stream[0];
      b = stream[1];
      c = stream[2];
      d = stream[3];
    }
  }
  keepState(stream, a, b, c, d);
}

function keepState(stream: Stream, a: number, b: number, c: number, d: number): void {
  stream[0] = a;
  stream[1] = b;
  stream[2] = c;
  stream[3] = d;
}

/** One standard normal number. */
export function nextNormal(stream: Stream): number {
  const { edge, height } = normal;
  for (;;) {
    const bits = nextBits(stream);
    const layer = bits & 255;
    const sign = (bits & 256) === 0 ? 1 : -1;
    const x = nextUniform(stream) * edge[layer];
    if (x < edge[layer + 1]) return sign * x;
    if (layer === 0) return sign * nextNormalTail(stream);
    if (height[layer] + nextUniform(stream) * (height[layer + 1] - height[layer]) < Math.exp(-0.5 * x * x)) {
      return sign * x;
    }
  }
}

/** A normal number known to lie beyond the last layer. Source: Marsaglia (1964), Generating a variable from the tail. */
function nextNormalTail(stream: Stream): number {
  const start = normal.edge[1];
  for (;;) {
    const x = -Math.log(nextUniform(stream)) / start;
    if (-2 * Math.log(nextUniform(stream)) > x * x) return start + x;
  }
}

/** Fills `out[from..to)` with standard normal numbers. Source: Marsaglia and Tsang (2000). */
export function fillNormal(stream: Stream, out: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) out[i] = nextNormal(stream);
}

/**
 * Fills `out[from..to)` with gamma numbers.
 *
 * @param shape above 0
 * @param scale mean ÷ shape
 * Source: Marsaglia and Tsang (2000), A simple method for generating gamma variables; shapes below 1 by their remark on them.
 */
export function fillGamma(
  stream: Stream,
  out: Float64Array,
  from: number,
  to: number,
  shape: number,
  scale: number,
): void {
  const lifted = shape < 1 ? shape + 1 : shape;
  const d = lifted - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let i = from; i < to; i++) {
    let v = 0;
    for (;;) {
      const x = nextNormal(stream);
      v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(nextUniform(stream)) < 0.5 * x * x + d - d * v + d * Math.log(v)) break;
    }
    const lowered = shape < 1 ? nextUniform(stream) ** (1 / shape) : 1;
    out[i] = d * v * scale * lowered;
  }
}
