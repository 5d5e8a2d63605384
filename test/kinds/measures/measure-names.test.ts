import { describe, expect, it } from 'vitest';
import { measureNames } from '../../../src/kinds/measures/measure-names.ts';

describe('measureNames', () => {
  it('measureNames.all() describes every variant in both languages, the default first', () => {
    for (const name of measureNames.all()) {
      expect(Object.keys(name.formulas)).toEqual([...name.variants]);
      for (const variant of name.variants) {
        expect(name.formulas[variant].en).not.toBe('');
        expect(name.formulas[variant].zh).not.toBe('');
      }
      for (const variant of name.shortVariants) expect(name.variants).toContain(variant);
    }
  });

  it('measureNames.get(name).schema asks for a target on the good side, and for T where the measure has one', () => {
    const required = (name: string) => measureNames.get(name).schema.required;
    expect(required('answered-within')).toContain('seconds');
    expect(required('answered-within')).toContain('atLeast');
    expect(Object.keys(measureNames.get('asa').schema.properties)).toEqual(['variant', 'tier', 'atMost']);
    expect(Object.keys(measureNames.get('occupancy').schema.properties)).toEqual(['variant', 'atMost', 'atLeast']);
  });
});
