/** Where the texts of a picture are, to see that none leaves it. */

/** Texts of an SVG with their place in the picture: the translations of the groups around them added up. */
export function textsOf(svg: string): { x: number; y: number; text: string }[] {
  const texts: { x: number; y: number; text: string }[] = [];
  const stack: { x: number; y: number }[] = [{ x: 0, y: 0 }];
  for (const match of svg.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>([^<]*)/g)) {
    const [, closing, , attributes, empty, text] = match;
    if (closing === '/') {
      stack.pop();
      continue;
    }
    const moved = /transform="translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(attributes);
    const outer = stack[stack.length - 1];
    const here = moved === null ? outer : { x: outer.x + Number(moved[1]), y: outer.y + Number(moved[2]) };
    if (text.trim() !== '') texts.push({ ...here, text });
    if (empty !== '/') stack.push(here);
  }
  return texts;
}
