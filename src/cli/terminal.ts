/** How text is set on standard output: coloured where it is a terminal, and so many columns wide. */
export function terminal(): { colour: boolean; columns: number } {
  return { colour: process.stdout.isTTY, columns: process.stdout.columns ?? 80 };
}
