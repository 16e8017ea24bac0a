import { counted } from '../format-stylish.js';
import { groupBy } from '../group-by.js';
import { escaped } from './markup.js';
import { NO_DOMAIN, NOBODY, NOT_GOVERNED, NOT_KNOWN, SHARED, VERDICTS } from './page-data.js';
import type { Edge } from './page-data.js';

/** Lengths are in the units of the view box. */
const WIDTH = 1200;
const NODE_WIDTH = 176;
/** Between the left nodes and the curves, so that no curve crosses a count. */
const LABELS_WIDTH = 304;
const TOP = 40;
const NODE_GAP = 26;
const NODE_PADDING = 13;
/** Each edge has this height at its node, so that no count covers another. */
const SLOT = 29;
const PILL_GAP = 12;
const THINNEST = 3;
const THICKEST = 24;

interface Node {
  readonly name: string;
  readonly edges: readonly Edge[];
  readonly y: number;
  readonly height: number;
}

/**
 * The map as SVG: whose code on the left, whose resources on the right, an edge for each way in which
 * the one touches the other. `data-edge` is the index of the edge in the list.
 */
export function accessMap(edges: readonly Edge[]): string {
  const left = placed(groupBy(edges, ({ from }) => from), ({ to }) => to);
  const right = placed(groupBy(edges, ({ to }) => to), ({ from }) => from);
  const height = Math.max(bottomOf(left), bottomOf(right)) + 8;
  const most = edges.reduce((largest, { count }) => Math.max(largest, count), 1);
  // What stands out is drawn last, over the others.
  const drawn = edges
    .map((edge, index) => ({ edge, index }))
    .sort((one, other) => VERDICTS.indexOf(other.edge.verdict) - VERDICTS.indexOf(one.edge.verdict));
  return [
    `<svg id="map" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Map of whose code touches whose resources">`,
    `<text class="side" x="0" y="18">Code of</text>`,
    `<text class="side" x="${WIDTH - NODE_WIDTH}" y="18">touches resources of</text>`,
    ...drawn.map(({ edge, index }) => edgeMarkup(edge, index, yOf(edge, left), yOf(edge, right), most)),
    ...left.map((node) => nodeMarkup(node, 0, 'code')),
    ...right.map((node) => nodeMarkup(node, WIDTH - NODE_WIDTH, 'resources')),
    '</svg>',
  ].join('\n');
}

function placed(groups: ReadonlyMap<string, readonly Edge[]>, otherEnd: (edge: Edge) => string): Node[] {
  const names = [...groups.keys()].sort(byNode);
  let y = TOP;
  return names.map((name) => {
    const edges = [...(groups.get(name) ?? [])].sort(
      (left, right) => byNode(otherEnd(left), otherEnd(right)) || VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict),
    );
    const node = { name, edges, y, height: Math.max(edges.length * SLOT + 2 * NODE_PADDING, 58) };
    y += node.height + NODE_GAP;
    return node;
  });
}

const LAST_NODES: readonly string[] = [SHARED, NOBODY, NO_DOMAIN, NOT_KNOWN, NOT_GOVERNED];

/** Domains by name, the others after them. */
function byNode(left: string, right: string): number {
  return LAST_NODES.indexOf(left) - LAST_NODES.indexOf(right) || (left < right ? -1 : Number(left > right));
}

function bottomOf(nodes: readonly Node[]): number {
  const last = nodes.at(-1);
  return last === undefined ? TOP : last.y + last.height;
}

/** The middle of an edge where it meets its node. */
function yOf(edge: Edge, nodes: readonly Node[]): number {
  const node = nodes.find(({ edges }) => edges.includes(edge));
  if (node === undefined) return 0;
  const first = node.y + (node.height - node.edges.length * SLOT) / 2;
  return first + (node.edges.indexOf(edge) + 0.5) * SLOT;
}

function edgeMarkup(edge: Edge, index: number, from: number, to: number, most: number): string {
  const { verdict, count } = edge;
  const [start, end] = [NODE_WIDTH + LABELS_WIDTH, WIDTH - NODE_WIDTH];
  const middle = (start + end) / 2;
  const path = `M${start},${from} C${middle},${from} ${middle},${to} ${end},${to}`;
  const width = THINNEST + (THICKEST - THINNEST) * Math.sqrt(count / most);
  const label = `${count} ${verdict}`;
  const labelWidth = label.length * 7.8 + 20;
  return [
    `<g class="edge ${verdict}" data-edge="${index}" role="button" tabindex="0" aria-pressed="false" aria-label="${escaped(spoken(edge))}">`,
    `<title>${escaped(spoken(edge))}</title>`,
    `<path class="hit" d="${path}"/>`,
    `<path class="line" d="${path}" stroke-width="${width.toFixed(1)}"/>`,
    `<path class="stub" d="M${NODE_WIDTH},${from} h${PILL_GAP}"/>`,
    `<rect class="pill" x="${NODE_WIDTH + PILL_GAP}" y="${from - 11}" width="${labelWidth}" height="22" rx="11"/>`,
    `<text class="count" x="${NODE_WIDTH + PILL_GAP + labelWidth / 2}" y="${from + 4.5}">${label}</text>`,
    `<text class="accesses" x="${NODE_WIDTH + PILL_GAP + labelWidth + 8}" y="${from + 4.5}">${accessText(edge)}</text>`,
    '</g>',
  ].join('');
}

/** What is known of the access. */
function accessText({ accesses }: Edge): string {
  const known = accesses.filter(([access]) => access !== 'unknown');
  return known.map(([access, uses]) => `${uses} ${access}`).join(', ');
}

function spoken({ title, verdict, count, accesses }: Edge): string {
  const by = accesses.map(([access, uses]) => `${uses} ${access}`).join(', ');
  return `${title}: ${counted(count, 'use')}, ${verdict} (${by})`;
}

function nodeMarkup({ name, edges, y, height }: Node, x: number, side: 'code' | 'resources'): string {
  const uses = edges.reduce((sum, { count }) => sum + count, 0);
  const foreign = edges.reduce((sum, { verdict, count }) => sum + (verdict === 'foreign' ? count : 0), 0);
  const middle = y + height / 2;
  const note = foreign === 0 ? '' : `<tspan class="foreign">, ${foreign} foreign</tspan>`;
  return [
    `<g class="node ${side}">`,
    `<rect x="${x}" y="${y}" width="${NODE_WIDTH}" height="${height}" rx="10"/>`,
    `<text class="name" x="${x + 18}" y="${middle - 3}">${escaped(shortened(name))}<title>${escaped(name)}</title></text>`,
    `<text class="note" x="${x + 18}" y="${middle + 16}">${counted(uses, 'use')}${note}</text>`,
    '</g>',
  ].join('');
}

const LONGEST_NAME = 16;

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}
