import type { Inventory, InventoryReference } from './inventory.js';

const NOBODY = 'no domain';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  count: number;
  foreign: number;
}

/** Which domain's code touches whose resources, as a Mermaid flowchart; foreign access in red. */
export function formatMermaid({ references }: Inventory): string {
  const edges = [...edgesOf(references).values()];
  const domains = [...new Set(edges.map(({ from }) => from))].sort();
  const targets = [...new Map(edges.map(({ to, kind }) => [`${to} ${kind}`, { to, kind }])).values()];
  const domainIds = new Map(domains.map((domain, index) => [domain, `d${index}`]));
  const targetIds = new Map(targets.map(({ to, kind }, index) => [`${to} ${kind}`, `r${index}`]));
  const lines = [
    'flowchart LR',
    ...domains.map((domain) => `  ${domainIds.get(domain)}["code of ${escaped(domain)}"]`),
    ...targets.map(({ to, kind }) => `  ${targetIds.get(`${to} ${kind}`)}[("${escaped(to)}: ${plural(kind)}")]`),
    ...edges.map(({ from, to, kind, count, foreign }) => {
      const label = foreign > 0 ? `${count}, ${foreign} foreign` : String(count);
      return `  ${domainIds.get(from)} -->|"${label}"| ${targetIds.get(`${to} ${kind}`)}`;
    }),
    ...edges.flatMap(({ foreign }, index) => (foreign > 0 ? [`  linkStyle ${index} stroke:#c00,stroke-width:3px`] : [])),
  ];
  return `${lines.join('\n')}\n`;
}

function edgesOf(references: readonly InventoryReference[]): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const { kind, owner, uses, builtin } of references) {
    if (builtin) continue;
    for (const { fileDomain, verdict } of uses) {
      const to = verdict === 'shared' ? 'shared' : (owner ?? NOBODY);
      const from = fileDomain ?? NOBODY;
      const key = JSON.stringify([from, to, kind]);
      const edge = edges.get(key) ?? { from, to, kind, count: 0, foreign: 0 };
      edge.count++;
      if (verdict === 'foreign') edge.foreign++;
      edges.set(key, edge);
    }
  }
  return edges;
}

function plural(kind: string): string {
  return `${kind}s`;
}

/** Mermaid reads `#quot;` as a quotation mark inside of a quoted label. */
function escaped(text: string): string {
  return text.replaceAll('#', '#35;').replaceAll('"', '#quot;');
}
