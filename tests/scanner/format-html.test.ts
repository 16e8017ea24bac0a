import { parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatHtml } from '../../src/scanner/format-html.js';
import { pageData } from '../../src/scanner/html/page-data.js';
import { inventory } from '../../src/scanner/inventory.js';
import type { Inventory, InventoryReference, InventoryUse } from '../../src/scanner/inventory.js';
import { CHROMIUM, domOf } from './html/in-chromium.js';
import { platform } from './platform.js';

interface Described extends Partial<Omit<InventoryReference, 'uses'>> {
  readonly use?: Partial<InventoryUse>;
}

function reference({ use = {}, ...described }: Described): InventoryReference {
  const place = { file: described.file ?? 'kol/a.py', line: described.line ?? 3, column: described.column ?? 7 };
  return {
    kind: 'bucket',
    name: 'kol-bronze',
    pattern: null,
    endLine: place.line,
    endColumn: place.column + 1,
    uses: [{ ...place, access: 'read', via: 'uri', fileDomain: 'kol', verdict: 'own', rule: null, ...use }],
    owner: 'kol',
    system: null,
    qualifier: [],
    path: null,
    origin: 'literal',
    env: null,
    builtin: false,
    ...place,
    ...described,
  };
}

function page(...references: readonly Described[]): { html: string; found: Inventory } {
  const found: Inventory = { schemaVersion: 1, references: references.map(reference) };
  return { html: formatHtml(found), found };
}

const FOREIGN: Described = {
  name: 'sme-gold',
  owner: 'sme',
  use: { access: 'write', verdict: 'foreign', rule: 'no-cross-domain-access' },
};

/** The JSON that a page carries. YAML's parser reads JSON, and types its result as unknown. */
function embedded(html: string): unknown {
  const text = /<script type="application\/json" id="inventory">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  const document = parseDocument(text);
  expect(document.errors).toEqual([]);
  return document.toJS();
}

describe('the inventory as a page', () => {
  it('has an edge for each way in which a domain\'s code touches somebody\'s resources, with its accesses', () => {
    const { found } = page({}, { line: 4 }, FOREIGN, { name: 'bronze', owner: null, use: { verdict: 'outside' } });
    expect(pageData(found).edges).toEqual([
      { from: 'kol', to: 'kol', title: 'Code of kol → resources of kol', verdict: 'own', count: 2, accesses: [['read', 2]] },
      { from: 'kol', to: 'sme', title: 'Code of kol → resources of sme', verdict: 'foreign', count: 1, accesses: [['write', 1]] },
      { from: 'kol', to: 'nobody', title: "Code of kol → nobody's resources", verdict: 'outside', count: 1, accesses: [['read', 1]] },
    ]);
  });

  it('puts what a person should look at first at the front of the rows', () => {
    const { found } = page({}, { name: 'bronze', owner: null, use: { verdict: 'outside' } }, FOREIGN);
    expect(pageData(found).rows.map(({ verdict, edge }) => [verdict, edge])).toEqual([
      ['foreign', 2],
      ['outside', 1],
      ['own', 0],
    ]);
  });

  it('says where a name is written, and where it is used if that is elsewhere', () => {
    const { found } = page(
      { use: { file: 'kol/b.py', line: 9, column: 2 } },
      { name: 'x', use: { line: 5 } },
      { name: 'x', file: 'kol/n.ipynb', cell: 2, use: { cell: 2, column: 20 } },
    );
    expect(pageData(found).rows.map(({ place, usedAt }) => [place, usedAt])).toEqual([
      ['kol/a.py:3:7', 'kol/b.py:9:2'],
      ['kol/a.py:3:7', 'line 5'],
      ['kol/n.ipynb:cell 2:3:7', null],
    ]);
  });

  it('leaves names of a system itself out of the map', () => {
    const { html, found } = page({ name: 'information_schema', kind: 'schema', owner: null, builtin: true, use: { verdict: 'ungoverned' } });
    expect(pageData(found)).toMatchObject({ edges: [], rows: [{ edge: -1, owner: 'the system itself' }] });
    expect(html).not.toContain('class="edge');
  });

  it('names each edge for whoever does not see it, and lets the keyboard reach it', () => {
    expect(page(FOREIGN).html).toContain(
      '<g class="edge foreign" data-edge="0" role="button" tabindex="0" aria-pressed="false" ' +
        'aria-label="Code of kol → resources of sme: 1 use, foreign (1 write)">',
    );
  });

  it('has one heading of the first order, and a heading for each part', () => {
    const { html } = page({});
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect([...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual(['Map', 'All uses', 'Names by domain and kind']);
  });

  it('needs nothing from anywhere, and may not ask', () => {
    const { html } = page({});
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<link|<img|src=|url\(|@import|https?:/);
  });

  it('takes names of any text for text', () => {
    const name = '</script><script>alert("1")</script><!-- \u2028 & \' "';
    const { html, found } = page({ name, owner: '<b>&"', use: { fileDomain: '<i>' } });
    expect(embedded(html)).toEqual(JSON.parse(JSON.stringify(pageData(found))));
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>&');
    expect(html).not.toContain('<i>');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  it('says so where nothing was found, and where no policy says whose the names are', () => {
    expect(page().html).toContain('No names were found.');
    expect(page({ owner: null, use: { verdict: 'ungoverned', fileDomain: null } }).html).toContain('<code>domain-separation init</code> proposes one');
  });
});

describe.skipIf(CHROMIUM === null)(`the page in Chromium${CHROMIUM === null ? ' (there is none here)' : ''}`, () => {
  const rowsOf = (dom: string, id: string): string[] => {
    const body = new RegExp(`<tbody id="${id}">(.*?)</tbody>`, 's').exec(dom)?.[1] ?? '';
    return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim());
  };

  it('shows the map, all uses and all names of a platform', async () => {
    const found = await inventory({ cwd: platform() });
    const dom = domOf(formatHtml(found));
    const { rows, edges } = pageData(found);
    expect(dom.match(/<g class="edge [^"]*"/g)).toHaveLength(edges.length);
    expect(rowsOf(dom, 'use-rows')).toHaveLength(rows.length);
    expect(rowsOf(dom, 'use-rows')[0]).toContain('foreign no-cross-domain-access');
    expect(rowsOf(dom, 'name-rows')).toContain('nobody bucket bronze 2 2');
  });

  it('opens the source lines of an edge by keyboard', () => {
    const { html } = page({}, FOREIGN);
    const dom = domOf(
      html,
      "document.querySelector('.edge.foreign').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))",
    );
    expect(dom).toMatch(/<g class="edge foreign"[^>]*aria-pressed="true"/);
    expect(dom).toContain('Code of kol → resources of sme: foreign');
    expect(rowsOf(dom, 'use-rows')).toEqual(['kol/a.py:3:7 sme-gold bucket write foreign no-cross-domain-access']);
  });

  it('filters by text and kind, on the map as well', () => {
    const { html } = page({}, FOREIGN, { kind: 'topic', name: 'sme-gold-events' });
    const dom = domOf(
      html,
      `const type = (id, value, event) => { const field = document.getElementById(id); field.value = value; field.dispatchEvent(new Event(event, { bubbles: true })); };
      type('text', 'SME-gold', 'input'); type('kind', 'bucket', 'change');`,
    );
    expect(rowsOf(dom, 'use-rows')).toEqual(['kol/a.py:3:7 sme-gold bucket write foreign no-cross-domain-access']);
    expect(dom).toMatch(/<g class="edge own empty"/);
    expect(dom).toMatch(/class="count"[^>]*>0 own</);
  });

  it('renders a part of 5,000 references at first, and takes their text for text', () => {
    const many = Array.from({ length: 5000 }, (_, index): Described => ({ name: `<b>kol-${index}</b>`, line: index + 1 }));
    const dom = domOf(page(...many).html);
    const shown = rowsOf(dom, 'use-rows').length;
    expect(shown).toBeGreaterThanOrEqual(100);
    expect(shown).toBeLessThan(1000);
    expect(dom).toContain('<code>&lt;b&gt;kol-0&lt;/b&gt;</code>');
    expect(dom).toContain('>5000 uses: 5000 read<');
  });
});
