/** How the report page looks: on a screen in light and dark, on a phone, on A4. */
import { fontFamily, palette } from './charts/chart.ts';

/** The palette for dark grounds: the same hues, light enough to read. */
const dark: Readonly<Record<keyof typeof palette, string>> = {
  demand: '#62B0EE',
  served: '#3CC79F',
  alarm: '#FF9C5B',
  ink: '#E9EDF1',
  muted: '#A8B2BD',
  grid: '#323A44',
  shade: '#2D2A20',
  paper: '#14181D',
};

/** Charts come in light colours; on a dark ground each colour is exchanged for its counterpart. */
const darkCharts = Object.entries(palette)
  .map(([name, light]) => {
    const colour = dark[name as keyof typeof palette];
    return `svg [fill="${light}"]{fill:${colour}}svg [stroke="${light}"]{stroke:${colour}}`;
  })
  .join('');

const variables = (colours: Readonly<Record<string, string>>) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The style sheet. */
export const pageStyle = `
:root{color-scheme:light dark;${variables(palette)};--panel:#F6F7F9}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)};--panel:#1C2229}${darkCharts}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 ${fontFamily}}
header,main,footer,nav{max-width:880px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:1.15rem;font-weight:600;margin:0 0 4px}
h2{font-size:1.35rem;margin:44px 0 12px;padding-top:12px;border-top:1px solid var(--grid)}
h3{font-size:1.05rem;margin:28px 0 6px}
h4{font-size:.95rem;margin:20px 0 0}
p{margin:6px 0}
a{color:var(--demand)}
.muted,figcaption,footer{color:var(--muted)}
.verdict{font-size:1.45rem;line-height:1.35;font-weight:600;margin:14px 0;padding:14px 18px;background:var(--panel);border-left:6px solid var(--muted);border-radius:4px}
.verdict.held{border-color:var(--served)}
.verdict.broken{border-color:var(--alarm)}
.mark{display:inline-block;min-width:1.1em}
.held>.mark,.status.held{color:var(--served)}
.broken>.mark,.status.broken{color:var(--alarm)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:0;margin:10px 0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(250px,1fr));gap:14px}
.tile{background:var(--panel);border-top:4px solid var(--muted);border-radius:4px;padding:12px 16px;font-size:.9rem;overflow-wrap:anywhere}
.tile.held{border-color:var(--served)}
.tile.broken{border-color:var(--alarm)}
.tile h3{margin:0}
.tile .id{color:var(--muted);font-size:.8rem;margin:0}
.status{font-weight:600;margin:8px 0 0}
.figure{font-size:2rem;line-height:1.1;font-weight:600;margin:2px 0 6px}
.flips{font-weight:600}
figure{margin:22px 0 30px}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
figcaption{font-size:.92rem;margin-top:4px}
.scroll{overflow-x:auto}
.scroll:focus-visible,a:focus-visible,button:focus-visible{outline:2px solid var(--demand);outline-offset:2px}
table{border-collapse:collapse;font-size:.85rem;font-variant-numeric:tabular-nums;width:100%}
caption{text-align:left;font-weight:600;padding:14px 0 6px}
th,td{padding:4px 8px;text-align:right;border-bottom:1px solid var(--grid);vertical-align:top}
pre{font-size:.85rem;line-height:1.4;padding:10px 14px;background:var(--panel);border-radius:4px}
td{white-space:pre}
code span{white-space:nowrap}
tr:has(>:nth-child(11))>*{padding-left:4px;padding-right:4px}
td.text{white-space:normal;min-width:9em}
thead th{vertical-align:bottom;font-weight:600;color:var(--muted);min-width:3.2em}
th[scope=row],.text{text-align:left}
th[scope=row]{font-weight:normal;white-space:nowrap}
th[scope=row].wraps{white-space:normal;min-width:9em}
td.broken{color:var(--alarm);font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:0;font-size:.9rem}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
button{font:inherit;font-size:.8rem;color:var(--ink);background:var(--panel);border:1px solid var(--muted);border-radius:4px;padding:2px 10px;margin:6px 0 0;cursor:pointer}
footer{padding:30px 20px 40px;font-size:.85rem}
@media (max-width:560px){
header,main,footer,nav{padding-left:10px;padding-right:10px}
.verdict{font-size:1.15rem;padding:12px}
figure .wide{display:none}
figure .narrow{display:block}
dl{grid-template-columns:1fr;gap:0}
dd{margin-bottom:8px}
}
@media print{
@page{size:A4;margin:14mm}
:root{color-scheme:light}
body{font-size:10.5pt}
header,main,footer,nav{max-width:none;padding:0}
nav,button{display:none}
h2,h3,caption{break-after:avoid}
figure,.tile,tr,.verdict{break-inside:avoid}
figure .wide{display:block}
figure .narrow{display:none}
.scroll{overflow:visible}
table{font-size:7.5pt}
th,td{padding:2px 4px}
thead th{white-space:normal}
.tiles{grid-template-columns:repeat(3,1fr);gap:8px}
.tile{font-size:8.5pt;padding:8px 10px}
.tile .figure{font-size:18pt}
.verdict{font-size:14pt;margin:8px 0}
h1{font-size:12pt}
header{padding-top:0}
h2{margin:14px 0 4px;padding-top:8px;font-size:14pt}
h3{margin:10px 0 2px;font-size:11pt}
figcaption,p{font-size:9.5pt}
figure{margin:6px 0 10px}
.short{break-inside:avoid}
li{font-size:9.5pt}
}
`;
