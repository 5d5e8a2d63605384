/**
 * Bundles what is built, so that a command reads a few files and not a thousand when it starts: the entries in `dist/src` are written
 * anew, over chunks that they share, so that a module of one's own that imports `callfloor` meets the same lists as the command.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { Type } from 'typebox';

const folder = 'dist/src';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  logLevel: 'warning',
};

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
 * What most calls do not need: topics of the dictionary, and packages for what is rare, each with the names asked of it. Each becomes a file of its own, which
 * is read when something is first asked of it; to compile them all would take longer than what a small command does.
 */
const rare = new Map();
const words = resolve('src/words');
const dictionary = readFileSync(join(words, 'dictionary.ts'), 'utf8');
for (const [, topic] of dictionary.matchAll(/^import \* as \w+ from '(.*)';$/gm)) {
  rare.set(join(words, topic), { contents: `export * as it from '${join(words, topic)}';`, names: ['en', 'zh'] });
}
for (const name of ['ajv/dist/2020.js', 'chinese-days', 'ical.js']) {
  rare.set(name, {
    contents: `export { default as it } from '${name}';`,
    names: Object.keys((await import(name)).default),
  });
}
const fileOf = (path) => `later/${basename(path.startsWith('/') ? path : path.split('/')[0]).replace(/\.[jt]s$/, '')}`;

const readLater = {
  name: 'read-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./, namespace: 'file' }, ({ importer, path, resolveDir }) => {
      const asked = path.startsWith('.') ? join(resolveDir, path) : path;
      return rare.has(asked) && importer.startsWith(resolve('src')) ? { path: asked, namespace: 'later' } : undefined;
    });
    onLoad({ filter: /./, namespace: 'later' }, ({ path }) => {
      const file = `./${fileOf(path)}.cjs`;
      const getters = rare.get(path).names.map((name) => `get ${name}() { return require('${file}').it.${name}; }`);
      return { contents: `module.exports = { ${getters} };` };
    });
    onResolve({ filter: /^\.\/later\//, namespace: 'later' }, ({ path }) => ({ path, external: true }));
  },
};

/** What is read later, as an entry that exports all of it as `it`. */
const readAtLast = {
  name: 'read-at-last',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'entry-point' ? { path, namespace: 'rare' } : undefined));
    onLoad({ filter: /./, namespace: 'rare' }, ({ path }) => ({ contents: rare.get(path).contents, resolveDir: '.' }));
  },
};

/** The builder of schemas holds a parser and an evaluator of types beside the dozen builders that the program calls. */
const calledBuilders = {
  name: 'called-builders',
  setup({ onResolve, onLoad }) {
    const sources = readdirSync('src', { recursive: true }).filter((path) => path.endsWith('.ts'));
    const text = sources.map((path) => readFileSync(join('src', path), 'utf8')).join('\n');
    const called = Object.keys(Type).filter((builder) => new RegExp(`\\bType\\.${builder}\\b`).test(text));
    onResolve({ filter: /^typebox$/ }, ({ importer }) =>
      importer.startsWith(resolve('src')) ? { path: 'typebox', namespace: 'builders' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'builders' }, () => ({
      contents: `import { ${called} } from 'typebox'; export const Type = { ${called} }; export default Type;`,
      resolveDir: '.',
    }));
  },
};

rmSync(join(folder, 'chunks'), { recursive: true, force: true });
const { metafile: later } = await build({
  entryPoints: [...rare.keys()].map((path) => ({ in: path, out: fileOf(path) })),
  outdir: join(folder, 'chunks'),
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  plugins: [readAtLast],
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
  splitting: true,
  format: 'esm',
  plugins: [lightWidths, readLater, calledBuilders],
  // What brings files or machine code of its own, or hundreds of packages for one rare format.
  external: ['exceljs', 'highs', 'sharp'],
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';\nconst require = createRequireOf(import.meta.url);",
  },
  allowOverwrite: true,
  ...common,
});

/** The licences of the packages whose code the chunks hold. */
const packages = new Set(
  [...Object.keys(metafile.inputs), ...Object.keys(later.inputs)].flatMap(
    (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? [],
  ),
);
const licences = [...packages].sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(folder, 'chunks', 'LICENSES.txt'), licences.join('\n---\n\n'));
