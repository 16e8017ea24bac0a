/** Where packages are served from under their own names: `https://esm.sh/v135/pg@8`. */
const CDN = /^https?:\/\/(?:esm\.sh|cdn\.esm\.sh|esm\.run|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm)\/(?:v\d+\/|stable\/)?(?:gh\/)?/;

/** Deno's own registry, and what its packages are called elsewhere. */
const DENO = /^https?:\/\/deno\.land\/x\/([\w-]+)(?:@[^/]+)?(?:\/.*)?$/;
const OF_DENO: Readonly<Record<string, string>> = { postgres: 'pg', postgresjs: 'postgres', mysql: 'mysql2' };

/** `node:fs`, `npm:pg@8.11`, `jsr:@db/postgres@^0.19`. */
const SCHEME = /^(?:node|npm|jsr):\/*/;

/** A version behind the name, and what a CDN is asked for besides. */
const VERSION = /^((?:@[^/@]+\/)?[^/@?]+)(?:@[^/?]*)?(\/[^?]*)?(?:\?.*)?$/;

/** The name of the package or of the part of one that a specifier means, however the runtime is told to find it. */
export function packageName(specifier: string): string {
  const [, own] = DENO.exec(specifier) ?? [];
  if (own !== undefined) return OF_DENO[own] ?? own;
  const rest = specifier.replace(SCHEME, '').replace(CDN, '');
  if (rest === specifier) return specifier;
  const [, name = rest, part = ''] = VERSION.exec(rest) ?? [];
  return name + part;
}
