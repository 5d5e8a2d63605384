/** Finding the name that somebody meant. */
import leven from 'leven';

/**
 * The name closest to a mistyped one: a third of its letters may be wrong, missing or added, two at least (so that two
 * swapped letters are found).
 *
 * @param given what was typed
 * @param names the names that exist
 * @returns undefined when none is close enough
 * @example nearestName('talkSecond', ['talkSeconds', 'wrapUpSeconds']) // 'talkSeconds'
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const name of names) {
    const distance = leven(given.toLowerCase(), name.toLowerCase(), { maxDistance: least });
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
