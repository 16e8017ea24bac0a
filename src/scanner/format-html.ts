import { accessMap } from './html/access-map.js';
import { embeddedJson, escaped } from './html/markup.js';
import { pageData, VERDICTS } from './html/page-data.js';
import type { PageData } from './html/page-data.js';
import { SCRIPT } from './html/script.js';
import { STYLE } from './html/style.js';
import { counted } from './format-stylish.js';
import type { Inventory } from './inventory.js';

/**
 * The inventory as one page that needs nothing else, and no network: a map of whose code touches whose
 * resources, each edge of which opens its source lines, and all names by owner and kind.
 */
export function formatHtml(inventory: Inventory): string {
  const data = pageData(inventory);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Who touches whose data</title>
<style>${STYLE}</style>
</head>
<body>
<header class="top">
<h1>Who touches whose data</h1>
${summary(data)}
</header>
<main>
<section aria-labelledby="map-title">
<div class="title"><h2 id="map-title">Map</h2><p>Choose an edge to see its source lines below.</p></div>
<div class="scroll">${data.edges.length === 0 ? '<p>No names were found.</p><svg id="map" hidden></svg>' : accessMap(data.edges)}</div>
</section>
${filters(data)}
${table('uses', 'All uses', [['Place'], ['Name'], ['Kind'], ['Access'], ['Verdict'], ['Reported by']], 'use')}
${table('names', 'Names by domain and kind', [['Owner'], ['Kind'], ['Name'], ['Uses', 'number'], ['Foreign', 'number'], ['Outside', 'number']], 'name')}
</main>
<script type="application/json" id="inventory">${embeddedJson(data)}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function summary({ rows, edges }: PageData): string {
  const files = new Set(rows.map(({ place }) => place.slice(0, place.indexOf(':')))).size;
  const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
  const [foreign, outside] = [count('foreign'), count('outside')];
  const strong = (verdict: string, text: string): string => `<strong class="${verdict}">${text}</strong>`;
  const parts = [
    `${counted(rows.length, 'use')} of names in ${counted(files, 'file')}.`,
    foreign === 0 ? 'No domain uses what is another\'s.' : `${strong('foreign', `${counted(foreign, 'use')} of another domain's names`)}.`,
    ...(outside === 0 ? [] : [`${strong('outside', `${counted(outside, 'use')} of names that are nobody's`)}.`]),
    ...(edges.length > 0 && edges.every(({ verdict }) => verdict === 'ungoverned' || verdict === 'outside')
      ? ['No policy says whose they are: <code>domain-separation init</code> proposes one.']
      : []),
  ];
  return `<p class="summary">${parts.join(' ')}</p>`;
}

function filters({ rows }: PageData): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const chips = VERDICTS.flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    if (count === 0) return [];
    return [`<button type="button" class="${verdict}" data-verdict="${verdict}" aria-pressed="false">${verdict} ${count}</button>`];
  });
  return `<section class="sticky" aria-label="Filter">
<form id="filters" role="search">
<label>Name or file<input id="text" type="search" autocomplete="off" spellcheck="false"></label>
<label>Kind<select id="kind"><option value="">all kinds</option>${kinds.map((kind) => `<option>${escaped(kind)}</option>`).join('')}</select></label>
<div class="chips" role="group" aria-label="Verdict">${chips.join('')}</div>
<button type="button" id="clear" hidden>Show all</button>
</form>
</section>`;
}

type Column = readonly [title: string, className?: string];

function table(id: string, title: string, columns: readonly Column[], row: string): string {
  const heads = columns.map(([text, name]) => `<th scope="col"${name === undefined ? '' : ` class="${name}"`}>${text}</th>`);
  return `<section id="${id}" aria-labelledby="${id}-title">
<div class="title"><h2 id="${id}-title" tabindex="-1">${title}</h2><p id="${id}-note" role="status"></p></div>
<div class="scroll"><table><thead><tr>${heads.join('')}</tr></thead><tbody id="${row}-rows"></tbody></table></div>
<button type="button" class="more" id="more-${id}" hidden>Show more</button>
</section>`;
}
