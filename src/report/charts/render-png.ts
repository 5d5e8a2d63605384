/** A chart as a picture. */

/**
 * Renders an SVG as PNG. Chinese text needs a Chinese font on the machine.
 * @param svg what `renderSvg` made
 * @param scale pixels per unit of the drawing, by default 2
 */
export async function renderPng(svg: string, scale = 2): Promise<Uint8Array> {
  // Machine code, of which most commands need none.
  const { default: sharp } = await import('sharp');
  return sharp(new TextEncoder().encode(svg), { density: 72 * scale })
    .png()
    .toBuffer();
}
