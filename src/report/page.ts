/**
 * The frame of every page that Callfloor writes: one HTML file that needs nothing else, with the finding first, then the
 * sections. It is complete without its script, which only adds buttons that copy a table.
 */
import { createHash } from 'node:crypto';
import type { Judgement } from '../judge/verdict.ts';
import { type Lang, words } from '../words/dictionary.ts';
import { html, Markup } from './html.ts';
import { pageStyle } from './page-style.ts';
import { marks } from './wording.ts';

/** Adds a button under each table that copies it as CSV. */
const script = `for(const t of document.querySelectorAll('table')){const b=document.createElement('button');b.type='button';
b.textContent=document.body.dataset.copy;b.setAttribute('aria-label',b.textContent+': '+t.caption.textContent);b.onclick=async()=>{
const c=[...t.rows].map(r=>[...r.cells].map(d=>'"'+d.textContent.trim().replace(/[\\u00a0\\n]/g,' ').replaceAll('"','""')+'"').join(',')).join('\\n');
await navigator.clipboard.writeText(c);b.textContent=document.body.dataset.copied};t.parentElement.after(b)}`;

/** One part of a page; null in place of its body leaves it out. */
export interface PageSection {
  /** Its anchor, unique in the page. */
  id: string;
  title: string;
  body: Markup | null;
}

/** What a page says. */
export interface Page {
  lang: Lang;
  /** Of Callfloor. */
  version: string;
  /** In the browser's tab. */
  title: string;
  heading: string;
  /** By what it was made: version, runs, seed. */
  madeBy: string;
  /** The one sentence to take away. */
  finding: string;
  /** Whether the finding is good or bad; null where it is neither. */
  judgement: Judgement | null;
  sections: readonly PageSection[];
}

/**
 * Renders a page.
 *
 * @returns a whole HTML document
 */
export function renderPage(page: Page): string {
  const { heading, judgement, lang, madeBy, title, version } = page;
  const text = words(lang).report;
  const sections = page.sections.filter(({ body }) => body !== null);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const mark = judgement === null ? null : html`<span class="mark" aria-hidden="true">${marks[judgement]}</span> `;
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="generator" content="Callfloor ${version}">
<title>${title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body data-copy="${text.tables.copy}" data-copied="${text.tables.copied}">
<header>
<h1>${heading}</h1>
<p class="muted">${madeBy}</p>
<p class="verdict ${judgement ?? ''}">${mark}${page.finding}</p>
</header>
<nav aria-label="${text.page.contents}"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${sections.map(({ id, title, body }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`)}
</main>
<footer><p>${madeBy}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

/** A chart as a figure may show it: in the wide and the narrow form, and read aloud. */
export interface FigureChart {
  svg: string;
  narrowSvg: string;
  reading: string;
}

/** A chart in a page, under the question that it answers. */
export function renderFigure(question: string, chart: FigureChart): Markup {
  return html`<figure><h3>${question}</h3><div class="wide">${new Markup(chart.svg)}</div><div class="narrow">${new Markup(chart.narrowSvg)}</div><figcaption>${chart.reading}</figcaption></figure>`;
}
