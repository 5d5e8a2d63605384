import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of `src/`, lowest first: a room imports itself and the rooms before it, nothing else. */
const rooms = [
  'math',
  'random',
  'words',
  'kinds',
  'scenario',
  'plan',
  'sim',
  'measures',
  'judge',
  'experiment',
  'qa',
  'drill',
  'report',
  'cli',
];
const src = resolve(import.meta.dirname, '../../src');

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]);
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('import order', () => {
  it('knows every room', () => {
    const found = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    expect([...found].filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it('lets a room import only itself and the rooms before it', () => {
    const breaches: string[] = [];
    for (const file of files) {
      const room = file.includes('/') ? file.split('/')[0] : undefined;
      if (room === undefined) continue;
      for (const target of imports(join(src, file))) {
        if (!target.startsWith('.')) continue;
        const path = relative(src, resolve(src, dirname(file), target));
        // The version stands in the package's manifest and nowhere else.
        if (path === '../package.json') continue;
        const targetRoom = path.split('/')[0];
        if (rooms.indexOf(targetRoom) > rooms.indexOf(room) || !rooms.includes(targetRoom)) {
          breaches.push(`${file} imports ${path}`);
        }
      }
    }
    expect(breaches).toEqual([]);
  });

  it('keeps math free of the platform, so that it runs in a browser', () => {
    const breaches = files
      .filter((file) => file.startsWith('math/'))
      .flatMap((file) =>
        imports(join(src, file))
          .filter((target) => target.startsWith('node:'))
          .map((target) => `${file}: ${target}`),
      );
    expect(breaches).toEqual([]);
  });
});
