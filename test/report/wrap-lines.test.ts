import { describe, expect, it } from 'vitest';
import { wrapLines } from '../../src/report/wrap-lines.ts';

describe('wrapLines', () => {
  it('breaks between words, and indents all lines but the first', () => {
    expect(wrapLines('one two three four', 9, 2)).toEqual(['one two ', '  three ', '  four']);
  });

  it('leaves a number beside its unit', () => {
    expect(wrapLines('promised: at least 90 %; in 10 s', 23, 0)).toEqual(['promised: at least ', '90 %; in 10 s']);
    expect(wrapLines('of (1.5 h) 90 sharp', 8, 0)).toEqual(['of ', '(1.5 h) ', '90 sharp']);
    expect(wrapLines('take 90 sheets', 8, 0)).toEqual(['take 90 ', 'sheets']);
  });

  it('breaks Chinese anywhere but before a closing mark', () => {
    expect(wrapLines('按时接通率不足。', 8, 0)).toEqual(['按时接通', '率不足。']);
    expect(wrapLines('按时接通。', 8, 0)).toEqual(['按时接', '通。']);
  });
});
