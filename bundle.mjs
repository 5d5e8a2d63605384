/**
 * Bundles what is built, so that a command reads a few files and not a thousand when it starts: the entries in `dist/src` are written
 * anew, over chunks that they share, so that a module of one's own that imports `callfloor` meets the same lists as the command.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const folder = 'dist/src';

const common = { platform: 'node', target: 'node20', minifyWhitespace: true, minifySyntax: true, logLevel: 'warning' };

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

/**
 * The dictionary is as large as the program that helps and checks, and most of what is printed is of one or two topics: each topic is a file of its own,
 * which is read when somebody first asks for a word of it.
 */
const topicsApart = {
  name: 'topics-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[\w-]+\.ts$/ }, ({ importer, path }) =>
      importer.endsWith(join('words', 'dictionary.ts'))
        ? { path: basename(path, '.ts'), namespace: 'topic' }
        : undefined,
    );
    onResolve({ filter: /^\.\/words\/.*\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'topic' }, ({ path }) => {
      const read = `require('./words/${path}.cjs')`;
      return { contents: `module.exports = { get en() { return ${read}.en; }, get zh() { return ${read}.zh; } };` };
    });
  },
};

rmSync(join(folder, 'chunks'), { recursive: true, force: true });
const topics = readFileSync('src/words/dictionary.ts', 'utf8').matchAll(
  /^import \* as \w+ from '\.\/([\w-]+)\.ts';$/gm,
);
await build({
  entryPoints: [...topics].map(([, topic]) => `src/words/${topic}.ts`),
  outdir: join(folder, 'chunks', 'words'),
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  bundle: true,
  ...common,
});
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
  plugins: [lightWidths, topicsApart],
  // What brings files or machine code of its own, or hundreds of packages for one rare format.
  external: ['exceljs', 'highs', 'sharp'],
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  metafile: true,
  allowOverwrite: true,
  ...common,
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
