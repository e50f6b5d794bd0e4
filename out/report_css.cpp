// How a report looks: on a screen, light or dark, wide or narrow, and on paper. No font, image or
// style comes from elsewhere; nothing is told by colour alone. Contrast of text is 4.5:1 or more
// both ways.

#include "out/report_sections.h"

namespace entente {

std::string_view report_css() {
  return R"css(:root {
  --paper: #fffefb; --ink: #1c1b19; --soft: #5c5850; --rule: #d8d3c7; --strong-rule: #1c1b19;
  --link: #0b4a86; --mark: #fdeeb5; --card: #ffffff; --chip: #f1ede3;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", "DejaVu Serif", Georgia, serif;
  --sans: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a; --ink: #e9e6df; --soft: #aba69b; --rule: #3b3c3e; --strong-rule: #8d897f;
    --link: #93c0f0; --mark: #4b4013; --card: #ffffff; --chip: #2a2b2e;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: auto; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 96rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 var(--serif); font-variant-numeric: lining-nums; hyphens: manual;
  overflow-wrap: break-word;
}
a { color: var(--link); text-decoration: underline; text-decoration-thickness: from-font; text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { background: var(--chip); box-shadow: -.75rem 0 0 var(--chip), .75rem 0 0 var(--chip); }
cite { font-style: italic; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); border: 2px solid var(--link); z-index: 1; font-family: var(--sans); }
.skip:focus { left: 1rem; }
.skip-line { position: relative; margin: 0; }

header { border-top: 3px double var(--strong-rule); border-bottom: 1px solid var(--strong-rule); padding: .75rem 0 .5rem; margin-bottom: 1.5rem; }
.kicker, .note, .meta, figcaption, nav, table.articles, .status, .sources, .numbers, .when, dl.unconnected, .silent, thead {
  font-family: var(--sans); font-size: .8125rem; line-height: 1.45;
}
.kicker { margin: 0; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); }
h1 { margin: .15rem 0 .4rem; font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem); line-height: 1.12; letter-spacing: -.01em; text-wrap: balance; }
.standfirst { margin: 0 0 .5rem; max-width: 46rem; font-size: 1.1875rem; line-height: 1.45; }
.note { color: var(--soft); max-width: 46rem; margin: .35rem 0 .75rem; }

h2 { margin: 3rem 0 .5rem; padding-top: .35rem; border-top: 1px solid var(--strong-rule); font-size: 1.625rem; line-height: 1.2; }
section:first-child h2 { margin-top: 0; }
h3 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.25; }
h4 { margin: 0; font-size: 1.0625rem; line-height: 1.35; }
h5 { margin: .6rem 0 .1rem; font: 600 .8125rem/1.45 var(--sans); color: var(--soft); }
section > ul, section > table, .pair, .dossier, #notes dl, dl.unconnected { max-width: 46rem; }

nav ul { list-style: none; margin: 0; padding: 0; }
nav h2 { margin: 0 0 .4rem; padding: 0; border: 0; font: 600 .8125rem/1.4 var(--sans); text-transform: uppercase; letter-spacing: .08em; color: var(--soft); }
nav li { margin: .15rem 0; }
nav li ul { margin: .1rem 0 .4rem .75rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
ul.names li, ul.letters li { display: inline; }
ul.letters li { margin-right: .35em; }
ul.names li:not(:last-child)::after { content: " ·"; color: var(--soft); }

.diagram { margin: .75rem 0 0; }
.canvas { margin-top: .35rem; overflow-x: auto; background: var(--card); border: 1px solid var(--rule); padding: .5rem; }
.canvas svg { display: block; margin: 0 auto; width: 100%; height: auto; max-width: var(--full); }
.diagram label { font: .8125rem/1.4 var(--sans); }
.diagram input { margin: 0 .15rem 0 0; vertical-align: -.1em; }
#full:checked ~ .canvas svg { width: var(--full); max-width: none; }
.canvas a { text-decoration: none; }
.canvas a:hover text, .canvas a:focus-visible text { text-decoration: underline; }
.canvas a:focus-visible { outline: none; }
.canvas a:focus-visible > *:not(title) { outline: 3px solid #0b4a86; }
figcaption { color: var(--soft); margin-top: .35rem; }

table { border-collapse: collapse; width: 100%; }
caption { text-align: left; }
caption h3 { margin: 1.25rem 0 .25rem; font-variant-numeric: lining-nums; }
th, td { text-align: left; vertical-align: baseline; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--rule); font-weight: normal; }
td:last-child { padding-right: 0; }
.timeline th { width: 8.5rem; font-family: var(--sans); font-size: .8125rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.numbers { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
td.numbers { width: 5rem; }
thead th { color: var(--soft); border-top: 0; border-bottom: 1px solid var(--strong-rule); font-weight: 600; }
table.articles { max-width: 60rem; }
table.articles td.numbers { width: 12rem; text-align: left; }
.from { display: block; color: var(--soft); }
.address { display: none; }
abbr { text-decoration: none; }

.at, .said, .sources { color: var(--soft); }
.sources::before { content: "· "; }
.status { display: inline-block; padding: 0 .4em; border: 1px solid var(--soft); border-radius: 2px; background: var(--chip); font-weight: 600; line-height: 1.35; }
.status.planned { border-style: dashed; }
.status.hypothetical { border-style: dotted; font-style: italic; }

#dossiers h3 { margin: 2.25rem 0 .6rem; font-size: 1.4375rem; font-style: italic; font-weight: 400; }
.dossier { padding: .75rem 0 .9rem; border-top: 1px solid var(--rule); }
.dossier h4 { font-size: 1.125rem; }
.who { margin: 0; font-style: italic; }
.dossier .note { margin: .1rem 0 .3rem; }
.group { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 0 .75rem; padding: .15rem 0; align-items: baseline; }
.group h5 { margin: 0; }
ul.facts { list-style: none; margin: 0; padding: 0; }
ul.facts li { display: grid; grid-template-columns: 6.75rem minmax(0, 1fr) auto; gap: 0 .75rem; align-items: baseline; padding: .05rem 0; }
.when { color: var(--soft); font-variant-numeric: tabular-nums; }

.pair { border-top: 1px solid var(--rule); padding-top: .6rem; margin-top: 1.1rem; }
.pair h3 { margin: 0 0 .5rem; }
.fact { margin: 0 0 1rem; padding-left: 2.75rem; }
.fact h3, .fact h4 { position: relative; margin: 0; font-size: 1.0625rem; line-height: 1.35; font-weight: 600; }
.pair h3 a, .fact h4 a { color: inherit; text-decoration-color: var(--rule); }
.pair h3 a:hover, .fact h4 a:hover { text-decoration-color: inherit; }
.number { position: absolute; left: -2.75rem; font: .8125rem/1.7 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; }
.meta { margin: .1rem 0 .4rem; color: var(--soft); }
.conflict { margin: .2rem 0 .4rem; font-family: var(--sans); font-size: .8125rem; }
figure { margin: .5rem 0 .75rem; }
blockquote { margin: 0; padding-left: .9rem; border-left: 3px solid var(--rule); }
blockquote p { margin: 0; }
.fact figcaption { padding-left: calc(.9rem + 3px); margin-top: .1rem; }
mark { background: none; color: inherit; }
mark.end { font-weight: 700; }
mark.trigger { background: var(--mark); color: var(--ink); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; }

dl { margin: 0; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0 0 .25rem; }
.silent { padding-left: 1.1rem; }

@media (min-width: 68rem) {
  body { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; }
  header { grid-column: 1 / -1; }
  nav.contents { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow-y: auto; padding-right: .5rem; }
  ul.names li { display: block; }
  ul.names li:not(:last-child)::after { content: none; }
}
@media (max-width: 40rem) {
  body { font-size: 1rem; padding: 1rem 1rem 3rem; }
  .timeline th { width: 5.25rem; }
  td.numbers { width: 3rem; }
  nav.contents { max-height: 60vh; overflow-y: auto; border-bottom: 1px solid var(--rule); }
  .group { display: block; padding: 0; }
  .group h5 { margin: .4rem 0 0; line-height: 1.5; }
  ul.facts li { grid-template-columns: 5.25rem minmax(0, 1fr) auto; }
  .fact { padding-left: 0; }
  .number { position: static; margin-right: .35rem; }
  table.articles td.numbers { width: 4.5rem; }
}

@page { margin: 18mm 16mm 20mm; }
@page wide { size: landscape; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --strong-rule: #000; --link: #000; --mark: #fff; --card: #fff; --chip: #fff; }
  html { font-size: 9.5pt; }
  body { display: block; max-width: none; padding: 0; line-height: 1.4; }
  .skip, .skip-line { display: none; }
  h1 { font-size: 24pt; }
  a { text-decoration: none; }
  nav.contents { columns: 2; column-gap: 2rem; }
  ul.names li { display: inline; }
  /* Blocks, since a grid may be torn from the heading before it. */
  .group { display: block; clear: both; }
  .group h5 { float: left; width: 8rem; padding-top: .2rem; }
  .group ul { margin-left: 8.75rem; }
  .canvas { overflow: visible; border: 0; padding: 0; }
  .canvas svg, #full:checked ~ .canvas svg { width: auto; max-width: 100%; max-height: 220mm; }
  .wide .canvas svg, .wide #full:checked ~ .canvas svg { max-height: 140mm; }
  .diagram input, .diagram label { display: none; }
  #diagram.wide { page: wide; }
  h2, h3, h4, h5, caption, .meta, .who, .dossier .note { break-after: avoid; }
  .diagram, tr, figure, ul.facts li, .fact h3, .fact h4 { break-inside: avoid; }
  #diagram, #timeline, #dossiers, #connections, #articles { break-before: page; }
  h2 { margin-top: 0; }
  #notes h2 { margin-top: 2rem; }
  section > ul, section > table, .pair, .dossier, #notes dl, dl.unconnected, .note, .standfirst, table.articles { max-width: none; }
  p, blockquote { orphans: 3; widows: 3; }
  .address { display: block; font-family: var(--sans); font-size: 8pt; overflow-wrap: anywhere; }
}
)css";
}

}  // namespace entente
