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
 * What most calls do not need: topics of the dictionary, each language by itself, and packages for what is rare. Each becomes a file of its own, which is read
 * when something is first asked of it; to compile them all would take longer than what a small command does.
 */
const laterFiles = new Map();

/** By what is imported: the module that stands in its place and reads the file of what is asked of it. */
const standIns = new Map();

function readLater(imported, name, exported, keys) {
  laterFiles.set(`later/${name}`, exported);
  const getters = keys.map(([key, part]) => `get ${key}() { return require('LATER/${name}.cjs').${part}; }`);
  standIns.set(imported, [...(standIns.get(imported) ?? []), ...getters]);
}

const words = resolve('src/words');
const dictionary = readFileSync(join(words, 'dictionary.ts'), 'utf8');
for (const [, topic] of dictionary.matchAll(/^import \* as \w+ from '\.\/(.*)\.ts';$/gm)) {
  const file = join(words, `${topic}.ts`);
  for (const lang of ['en', 'zh'])
    readLater(file, `${topic}-${lang}`, `export { ${lang} } from ${JSON.stringify(file)};`, [[lang, lang]]);
}
for (const [name, imported] of Object.entries({
  ajv: 'ajv/dist/2020.js',
  'chinese-days': 'chinese-days',
  ical: 'ical.js',
})) {
  const keys = Object.keys((await import(imported)).default).map((key) => [key, `whole.${key}`]);
  readLater(imported, name, `export { default as whole } from '${imported}';`, keys);
}

/** @param place of those files, as seen from what is bundled */
const standInForLater = (place) => ({
  name: 'stand-in-for-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./, namespace: 'file' }, ({ importer, path, resolveDir }) => {
      const imported = path.startsWith('.') ? join(resolveDir, path) : path;
      return standIns.has(imported) && importer.startsWith(resolve('src'))
        ? { path: imported, namespace: 'stand-in' }
        : undefined;
    });
    onResolve({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
      path: path.replace(/^LATER/, place),
      external: true,
    }));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
      contents: `module.exports = { ${standIns.get(path)} };`,
    }));
  },
});

const readAsLater = {
  name: 'read-as-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^later\// }, ({ path }) => ({ path, namespace: 'later' }));
    onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({ contents: laterFiles.get(path), resolveDir: '.' }));
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
  entryPoints: [...laterFiles.keys()].map((name) => ({ in: name, out: name })),
  outdir: join(folder, 'chunks'),
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  plugins: [readAsLater],
  ...common,
});

/** By the name of its file: what the command line loads when it is called. */
const loadedWhenCalled = {};

const commandsApart = {
  name: 'commands-apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || path === './run-command-line.ts') return undefined;
      const name = `chunks/${basename(path, '.ts')}`;
      loadedWhenCalled[name] = join(resolveDir, path);
      return { path: `../${name}.js`, external: true };
    });
  },
};

// The command line is one file without modules: Node has it ready before it would have found the first of them.
const { metafile: commandLine } = await build({
  entryPoints: { 'cli/main': 'src/cli/main.ts' },
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  plugins: [lightWidths, standInForLater('../chunks/later'), commandsApart],
  define: { 'import.meta.dirname': '__dirname', 'import.meta.url': 'ownUrl' },
  banner: { js: "const ownUrl = require('node:url').pathToFileURL(__filename).href;" },
  allowOverwrite: true,
  ...common,
});

const { metafile } = await build({
  entryPoints: {
    index: 'src/index.ts',
    ...loadedWhenCalled,
    // Whoever starts a thread looks for its file beside his own.
    'chunks/simulate-worker': 'src/experiment/simulate-worker.ts',
    'chunks/draw-worker': 'src/report/charts/draw-worker.ts',
    'chunks/solve-worker': 'src/experiment/roster/solve-worker.ts',
  },
  outdir: folder,
  chunkNames: 'chunks/[name]-[hash]',
  splitting: true,
  format: 'esm',
  plugins: [lightWidths, standInForLater('./later'), calledBuilders],
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
  [metafile, commandLine, later]
    .flatMap(({ inputs }) => Object.keys(inputs))
    .flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[0] ?? []),
);
const licences = [...packages].sort().map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(folder, 'chunks', 'LICENSES.txt'), licences.join('\n---\n\n'));
