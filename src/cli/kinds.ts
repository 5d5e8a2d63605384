/** `callfloor kinds`: everything that may stand after `kind:` in a scenario, with its fields. */
import stringWidth from 'fast-string-width';
import type { TSchema } from 'typebox';
import { families } from '../kinds/families.ts';
import type { Kind } from '../kinds/kind.ts';
import { type Lang, words as wordsIn } from '../words/dictionary.ts';
import { nearestName } from '../words/nearest-name.ts';
import { UserError } from './user-error.ts';

/** Prints all families, or one of them. */
export async function kindsCommand(given: {
  family?: string | undefined;
  json?: boolean | undefined;
  lang: Lang;
}): Promise<number> {
  const { cli } = wordsIn(given.lang);
  const chosen = families.filter(({ family }) => given.family === undefined || family === given.family);
  if (chosen.length === 0) {
    const names = families.map(({ family }) => family);
    const near = nearestName(given.family ?? '', names);
    const advice = near === undefined ? [] : [cli.usage.didYouMean(near)];
    throw new UserError([cli.usage.family(given.family ?? '', names.join(', ')), ...advice].join('\n'));
  }
  if (given.json) {
    const plain = chosen.map((list) => [
      list.family,
      list.all().map(({ kind, summary, schema }) => ({ kind, summary, schema })),
    ]);
    console.log(JSON.stringify(Object.fromEntries(plain), null, 2));
  } else {
    for (const list of chosen)
      console.log([list.family, ...list.all().map((kind) => tell(kind, given.lang)), ''].join('\n'));
  }
  return 0;
}

function tell({ kind, summary, schema }: Kind, lang: Lang): string {
  const { kinds } = wordsIn(lang).cli;
  const lines = [`  ${pad(kind, 24)} ${summary[lang]}`];
  const required = new Set<string>(schema.required ?? []);
  for (const [field, property] of Object.entries<TSchema>(schema.properties)) {
    const facts = [typeOf(property)];
    const { default: standard, description } = property as { default?: unknown; description?: string };
    if (standard !== undefined) facts.push(kinds.default(JSON.stringify(standard)));
    else if (required.has(field)) facts.push(kinds.required);
    // The schema's descriptions are there for editors, in English.
    if (lang === 'en' && description !== undefined) facts.push(description);
    lines.push(`    ${pad(field, 22)} ${facts.join(' · ')}`);
  }
  return lines.join('\n');
}

/** A schema in a few characters: `0–1`, `first|second`, `list`. */
function typeOf(schema: TSchema): string {
  const {
    type,
    enum: choices,
    anyOf,
    minimum,
    exclusiveMinimum,
    maximum,
  } = schema as {
    type?: string;
    enum?: unknown[];
    anyOf?: TSchema[];
    const?: unknown;
    minimum?: number;
    exclusiveMinimum?: number;
    maximum?: number;
  };
  if ('const' in schema) return String(schema.const);
  if (choices !== undefined) return choices.join('|');
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeOf))].join('|');
  if (type !== 'number' && type !== 'integer') return type ?? '';
  const low = exclusiveMinimum === undefined ? `${minimum ?? ''}` : `>${exclusiveMinimum}`;
  return `${type}${low === '' && maximum === undefined ? '' : ` ${low}…${maximum ?? ''}`}`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
