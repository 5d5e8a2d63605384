/**
 * How text is set on standard output: coloured where it is a terminal and nobody has asked for none (`NO_COLOR`), and so many columns
 * wide; a terminal that does not know its width says 0.
 */
export function terminal(): { colour: boolean; columns: number } {
  const { isTTY, columns } = process.stdout;
  return { colour: isTTY && !process.env.NO_COLOR, columns: columns > 0 ? columns : 80 };
}
