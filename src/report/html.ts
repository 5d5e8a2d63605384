/** HTML as text in which every value is escaped unless it is markup itself. */

/** Markup: what {@link html} returns, and the only thing that it takes over as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly Value[] | null;

function render(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeHtml(`${value}`).replaceAll(unitSpace, '$1\u00a0');
}

/** The space between a figure and its unit, which no line breaks at. */
const unitSpace = /(\d) (?=%|(?:s|min|h|d)\b|[秒分小天人次个])/g;

/** A text with the characters that mean something to HTML written as references. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A template for markup: values are escaped, lists joined, null left out.
 * @example html`<b>${'a < b'}</b>`.text // '<b>a &lt; b</b>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, i) => part + (i < values.length ? render(values[i]) : '')).join(''));
}
