/** Another value for one key of a scenario as written. */
import type { Path } from '../kinds/resolving.ts';

/** A key and its new value. */
export interface KeyChange {
  /** As messages print it, `people.groups.both.staff` or `promises[0].atLeast`; names may have dots in them. */
  key: string;
  value: unknown;
}

/**
 * A scenario as written with another value for one key; what it is given stays as it is. Where the scenario has no such key it
 * is added: whether it may stand there is for the check to say.
 */
export function changeKey(written: unknown, { key, value }: KeyChange): unknown {
  return setAt(written, pathOf(key, written), value);
}

/** The steps of a key: at every step the longest name that stands there, else the text up to the next dot. */
function pathOf(key: string, written: unknown): Path {
  const path: (string | number)[] = [];
  let rest = key;
  let at = written;
  while (rest !== '') {
    const place = /^\[(\d+)\]\.?/.exec(rest);
    if (place !== null) {
      path.push(Number(place[1]));
      at = (at as unknown[] | undefined)?.[Number(place[1])];
      rest = rest.slice(place[0].length);
      continue;
    }
    const text = rest;
    const names = isMap(at) ? Object.keys(at).filter((name) => /^(?:$|[.[])/.test(cutName(text, name))) : [];
    const longest = names.sort((a, b) => b.length - a.length)[0];
    const name = longest ?? /^[^.[]*/.exec(rest)?.[0] ?? rest;
    path.push(name);
    at = isMap(at) ? at[name] : undefined;
    rest = rest.slice(name.length).replace(/^\./, '');
  }
  return path;
}

/** What follows a name in a text; something that no key goes on with where the text does not begin with it. */
function cutName(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length) : '-';
}

function setAt(container: unknown, [step, ...path]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number' && Array.isArray(container)) {
    const items = [...container];
    items[step] = setAt(items[step], path, value);
    return items;
  }
  const map = isMap(container) ? container : {};
  return { ...map, [step]: setAt(map[step], path, value) };
}

function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
