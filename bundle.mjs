/**
 * Bundles what is built, so that a command reads a few files and not a thousand when it starts: the entries in `dist/src` are written
 * anew, over chunks that they share, so that a module of one's own that imports `callfloor` meets the same lists as the command.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/src';

/**
 * The parser of the command line gets the width of text from a package that takes a fifth of the time in which a command starts; the one that the
 * program uses has the same function as its default export. What is required and not imported wants the function itself, and keeps its own.
 */
const lightWidths = {
  name: 'light-widths',
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ kind, resolveDir }) =>
      kind === 'import-statement' ? build.resolve('fast-string-width', { kind, resolveDir }) : undefined,
    );
  },
};

rmSync(join(folder, 'chunks'), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    // Whoever starts a thread looks for its file beside his own.
    'chunks/simulate-worker': 'src/experiment/simulate-worker.ts',
    'chunks/draw-worker': 'src/report/charts/draw-worker.ts',
    'chunks/solve-worker': 'src/experiment/roster/solve-worker.ts',
  },
  outdir: folder,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [lightWidths],
  // What brings files or machine code of its own, or hundreds of packages for one rare format.
  external: ['exceljs', 'highs', 'sharp'],
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  allowOverwrite: true,
  logLevel: 'warning',
});

/** The licences of the packages whose code the chunks hold. */
const packages = new Set(
  Object.keys(metafile.inputs).flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? []),
);
const licences = [...packages].sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(folder, 'chunks', 'LICENSES.txt'), licences.join('\n---\n\n'));
