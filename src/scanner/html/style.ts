/** The page's style. Every text has a contrast of at least 4.5 to 1 to its background, in both schemes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --line: #dde1e7; --ink: #17202b; --soft: #566272; --focus: #1a5fd0;
  --foreign: #c0143c; --outside: #a34a05; --granted: #6741c7; --own: #1f7262; --shared: #40618a;
  --undecided: #5f6976; --ungoverned: #5f6976; --on-foreign: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10141a; --surface: #181e26; --line: #2c3541; --ink: #e8ecf1; --soft: #9aa7b6; --focus: #7fb0ff;
    --foreign: #ff6b84; --outside: #f2a65a; --granted: #b49dff; --own: #5cc4ae; --shared: #8fb3de;
    --undecided: #98a3b0; --ungoverned: #98a3b0; --on-foreign: #25060d;
  }
}
.foreign { --tone: var(--foreign); } .outside { --tone: var(--outside); } .granted { --tone: var(--granted); }
.own { --tone: var(--own); } .shared { --tone: var(--shared); } .undecided { --tone: var(--undecided); }
.ungoverned { --tone: var(--ungoverned); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
main, header.top { max-width: 1240px; margin: 0 auto; padding: 0 28px; }
header.top { padding-top: 30px; }
h1 { font-size: 26px; line-height: 1.2; letter-spacing: -.01em; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 0; }
p.summary { margin: 0 0 18px; color: var(--soft); max-width: 110ch; }
p.summary strong.foreign { color: var(--foreign); } p.summary strong.outside { color: var(--outside); }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 20px 24px; margin: 0 0 20px; }
.scroll { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 900px; height: auto; font-family: inherit; }
.side { fill: var(--soft); font-size: 13px; letter-spacing: .02em; }
.node rect { fill: var(--surface); stroke: var(--line); stroke-width: 1.5; }
.node.code rect { fill: var(--page); }
.node .name { fill: var(--ink); font-size: 17px; font-weight: 650; }
.node .note { fill: var(--soft); font-size: 13px; }
.node .note .foreign { fill: var(--foreign); font-weight: 650; }
.edge { cursor: pointer; outline: none; }
.edge path { fill: none; }
.edge .hit { stroke: transparent; stroke-width: 14; pointer-events: stroke; }
.edge .stub { stroke: var(--tone); stroke-width: 2; }
.edge .line { stroke: var(--tone); stroke-opacity: .26; pointer-events: none; transition: stroke-opacity .12s; }
.edge.foreign .line { stroke-opacity: .9; }
.edge.outside .line { stroke-opacity: .55; }
.edge.ungoverned .line, .edge.undecided .line { stroke-opacity: .16; }
.edge:hover .line, .edge:focus-visible .line, .edge[aria-pressed="true"] .line { stroke-opacity: 1; }
.edge .pill { fill: var(--surface); stroke: var(--tone); stroke-width: 1.25; }
.edge .count { fill: var(--tone); font-size: 12.5px; font-weight: 600; text-anchor: middle; }
.edge .accesses { fill: var(--soft); font-size: 12px; }
.edge.foreign .accesses { fill: var(--foreign); font-weight: 600; }
.edge.foreign .pill { fill: var(--foreign); } .edge.foreign .count { fill: var(--on-foreign); font-weight: 700; }
.edge[aria-pressed="true"] .pill, .edge:hover .pill { stroke-width: 2.5; }
.edge:focus-visible .pill { stroke: var(--focus); stroke-width: 3.5; }
.edge.empty { opacity: .16; }
form { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin: 0; }
label { display: grid; gap: 3px; font-size: 13px; color: var(--soft); }
input, select, button { font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 6px 11px; min-height: 36px; }
input { width: 300px; max-width: 100%; }
button { cursor: pointer; } button:hover { border-color: var(--soft); }
:is(input, select, button, .scroll):focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
.sticky { position: sticky; top: 0; z-index: 2; padding: 14px 24px; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; border: 0; padding: 0; margin: 0; }
.chips button { color: var(--tone); border-radius: 18px; padding: 4px 12px; font-size: 13.5px; font-weight: 600; }
.chips button[aria-pressed="true"] { background: var(--tone); color: var(--surface); border-color: var(--tone); }
.title { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; margin-bottom: 10px; }
.title p { margin: 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: 13px; border-bottom: 1px solid var(--line); padding: 6px 14px 6px 0; white-space: nowrap; }
td { border-bottom: 1px solid var(--line); padding: 6px 14px 6px 0; vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
code { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
td .from { display: block; color: var(--soft); font-size: 12.5px; }
td.verdict { color: var(--tone); font-weight: 600; white-space: nowrap; } td.plain { white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; } th.number { text-align: right; }
td button.name { border: 0; background: none; padding: 0; min-height: 0; text-align: left; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: 3px; }
td button.name:hover { text-decoration-color: currentColor; }
.more { margin-top: 12px; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media (max-width: 640px) { main, header.top { padding: 0 12px; } header.top { padding-top: 16px; } section { padding: 14px; overflow-x: auto; } table { min-width: 700px; } .sticky { position: static; } }
@media print { .sticky, .more { display: none; } }
`;
