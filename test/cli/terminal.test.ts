import { afterEach, describe, expect, it } from 'vitest';
import { terminal } from '../../src/cli/terminal.ts';

const { isTTY, columns } = process.stdout;
const { NO_COLOR } = process.env;

function at(setting: { isTTY: boolean; columns: number | undefined }, noColour?: string) {
  Object.assign(process.stdout, setting);
  if (noColour === undefined) delete process.env.NO_COLOR;
  else process.env.NO_COLOR = noColour;
  return terminal();
}

afterEach(() => {
  Object.assign(process.stdout, { isTTY, columns });
  if (NO_COLOR === undefined) delete process.env.NO_COLOR;
  else process.env.NO_COLOR = NO_COLOR;
});

describe('terminal', () => {
  it('terminal() is coloured at a terminal, unless NO_COLOR says anything', () => {
    expect(at({ isTTY: true, columns: 60 })).toEqual({ colour: true, columns: 60 });
    expect(at({ isTTY: true, columns: 60 }, '')).toEqual({ colour: true, columns: 60 });
    expect(at({ isTTY: true, columns: 60 }, '1')).toEqual({ colour: false, columns: 60 });
  });

  it('terminal() is 80 columns wide where the width is not known', () => {
    expect(at({ isTTY: true, columns: 0 }).columns).toBe(80);
    expect(at({ isTTY: false, columns: undefined }).columns).toBe(80);
  });
});
