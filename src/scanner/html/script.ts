/**
 * What the page does in the browser, without a library: filters, opens edges, and renders rows some at a
 * time. All text goes in as text, never as markup.
 */
export const SCRIPT = String.raw`
'use strict';
const { rows, edges } = JSON.parse(document.getElementById('inventory').textContent);
const CHUNK = 100;
const byId = (id) => document.getElementById(id);
const state = { edge: null, verdicts: new Set(), kind: '', text: '', name: null };

function matches(row) {
  return (state.kind === '' || row.kind === state.kind)
    && (state.verdicts.size === 0 || state.verdicts.has(row.verdict))
    && (state.name === null || (row.name === state.name.name && row.kind === state.name.kind && row.owner === state.name.owner))
    && (state.text === '' || row.haystack.includes(state.text));
}

function element(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  if (options.class) made.className = options.class;
  made.append(...children);
  return made;
}

const cell = (text, name = '') => element('td', { class: name }, text);

function useRow(row) {
  const place = element('td', {}, element('code', {}, row.place));
  if (row.usedAt !== null) place.append(element('span', { class: 'from' }, 'used at ' + row.usedAt));
  return element('tr', {}, place, element('td', {}, element('code', {}, row.name)), cell(row.kind, 'plain'),
    cell(row.access, 'plain'), cell(row.verdict, 'verdict ' + row.verdict), cell(row.rule ?? ''));
}

function nameRow(group) {
  const open = element('button', { class: 'name' }, element('code', {}, group.name));
  open.type = 'button';
  open.addEventListener('click', () => {
    state.name = { name: group.name, kind: group.kind, owner: group.owner };
    state.edge = null;
    update();
    byId('uses').scrollIntoView({ block: 'start' });
    byId('uses-title').focus({ preventScroll: true });
  });
  const counts = ['foreign', 'outside'].map((verdict) => cell(group[verdict] || '', 'number verdict ' + verdict));
  return element('tr', {}, cell(group.owner, 'plain'), cell(group.kind, 'plain'), element('td', {}, open),
    cell(String(group.uses), 'number'), ...counts);
}

/** A table body that is filled some rows at a time: as its end comes into sight, or on request. */
function lazyTable(body, button, render) {
  let items = [];
  let shown = 0;
  const more = () => {
    const next = items.slice(shown, shown + CHUNK);
    body.append(...next.map(render));
    shown += next.length;
    button.hidden = shown >= items.length;
    button.textContent = 'Show more (' + (items.length - shown) + ' left)';
  };
  button.addEventListener('click', more);
  if ('IntersectionObserver' in window) {
    new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) more(); }).observe(button);
  }
  return (all) => { items = all; shown = 0; body.replaceChildren(); more(); };
}

const showUses = lazyTable(byId('use-rows'), byId('more-uses'), useRow);
const showNames = lazyTable(byId('name-rows'), byId('more-names'), nameRow);

function namesOf(all) {
  const groups = new Map();
  for (const row of all) {
    const key = JSON.stringify([row.owner, row.kind, row.name]);
    const group = groups.get(key) ?? { owner: row.owner, kind: row.kind, name: row.name, uses: 0, foreign: 0, outside: 0 };
    group.uses++;
    if (row.verdict === 'foreign') group.foreign++;
    if (row.verdict === 'outside') group.outside++;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => compare(a.owner, b.owner) || compare(a.kind, b.kind) || compare(a.name, b.name));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const counted = (count, thing) => count + ' ' + thing + (count === 1 ? '' : 's');

function titleOf() {
  if (state.name !== null) return state.name.kind + ' ' + state.name.name;
  if (state.edge === null) return state.verdicts.size === 0 ? 'All uses' : 'Uses: ' + [...state.verdicts].join(', ');
  const { title, verdict } = edges[state.edge];
  return title + ': ' + verdict;
}

const ACCESSES = ['write', 'define', 'read', 'unknown', 'mention'];

function accessesOf(found) {
  const counts = new Map();
  for (const { access } of found) counts.set(access, (counts.get(access) ?? 0) + 1);
  return ACCESSES.filter((access) => counts.has(access)).map((access) => [access, counts.get(access)]).map(([access, count]) => count + ' ' + access).join(', ');
}

function update() {
  const found = rows.filter(matches);
  const inEdge = edges.map(() => []);
  for (const row of found) inEdge[row.edge]?.push(row);
  for (const drawn of document.querySelectorAll('.edge')) {
    const index = Number(drawn.dataset.edge);
    const { length: count } = inEdge[index];
    drawn.classList.toggle('empty', count === 0);
    drawn.setAttribute('aria-pressed', String(state.edge === index));
    drawn.querySelector('.count').textContent = count + ' ' + edges[index].verdict;
    drawn.querySelector('.accesses').textContent = accessesOf(inEdge[index].filter(({ access }) => access !== 'unknown'));
  }
  for (const chip of document.querySelectorAll('[data-verdict]')) {
    chip.setAttribute('aria-pressed', String(state.verdicts.has(chip.dataset.verdict)));
  }
  const open = state.edge === null ? found : found.filter(({ edge }) => edge === state.edge);
  byId('uses-title').textContent = titleOf();
  byId('uses-note').textContent = open.length === 0 ? 'nothing' : counted(open.length, 'use') + ': ' + accessesOf(open);
  byId('clear').hidden = state.edge === null && state.name === null && state.verdicts.size === 0 && state.kind === '' && state.text === '';
  showUses(open);
  showNames(namesOf(found));
}

function openEdge(index) {
  state.edge = state.edge === index ? null : index;
  state.name = null;
  update();
}

for (const row of rows) row.haystack = (row.kind + ' ' + row.name + ' ' + row.place + ' ' + (row.usedAt ?? '')).toLowerCase();
byId('map').addEventListener('click', (event) => {
  const drawn = event.target.closest('.edge');
  if (drawn !== null) openEdge(Number(drawn.dataset.edge));
});
byId('map').addEventListener('keydown', (event) => {
  const drawn = event.target.closest('.edge');
  if (drawn === null || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  openEdge(Number(drawn.dataset.edge));
});
byId('text').addEventListener('input', (event) => { state.text = event.target.value.trim().toLowerCase(); update(); });
byId('kind').addEventListener('change', (event) => { state.kind = event.target.value; update(); });
for (const chip of document.querySelectorAll('[data-verdict]')) {
  chip.addEventListener('click', () => {
    if (!state.verdicts.delete(chip.dataset.verdict)) state.verdicts.add(chip.dataset.verdict);
    state.edge = null;
    update();
  });
}
byId('clear').addEventListener('click', () => {
  Object.assign(state, { edge: null, verdicts: new Set(), kind: '', text: '', name: null });
  byId('text').value = '';
  byId('kind').value = '';
  update();
  byId('text').focus();
});
byId('filters').addEventListener('submit', (event) => event.preventDefault());
update();
`;
