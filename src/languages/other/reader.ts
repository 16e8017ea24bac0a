import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import type { Comment, Facts, TextSite } from '../facts.js';
import { factsOf, textValue } from '../facts-of.js';

/**
 * Reads a text file of any other kind for nothing but its words that could be URIs: each run of
 * characters around a `:/`, and ARNs of S3; comments left out where the file's ending tells how they are written.
 *
 * @param text the file's text, where the source's is a blanked one
 */
export function readOther(source: Source, text: string = source.text): Facts {
  const comments = commentsIn(source, text, syntaxOf(source.path));
  return factsOf(source, { texts: sitesIn(source, text, comments), comments });
}

interface CommentSyntax {
  readonly line: readonly string[];
  readonly block: readonly (readonly [string, string])[];
  /** The quotes in which comment signs mean nothing. */
  readonly quotes: string;
}

const C_LIKE: CommentSyntax = { line: ['//'], block: [['/*', '*/']], quotes: '"\'`' };
const HASH: CommentSyntax = { line: ['#'], block: [], quotes: '"\'' };
const MARKUP: CommentSyntax = { line: [], block: [['<!--', '-->']], quotes: '' };
const CONF: CommentSyntax = { line: ['#', '//'], block: [], quotes: '"' };
const NONE: CommentSyntax = { line: [], block: [], quotes: '' };

const SYNTAXES: readonly (readonly [RegExp, CommentSyntax])[] = [
  [/\.(?:scala|sc|java|kt|kts|go|rs|c|cc|cpp|h|hpp|cs|swift|groovy|gradle|php|dart|proto|thrift|jenkinsfile)$/i, C_LIKE],
  [/(?:^|[\\/])Jenkinsfile$/, C_LIKE],
  [/\.(?:r|rb|pl|ex|exs|jl|nix|tcl|fish|cfg|service|toml|awk|nu)$/i, HASH],
  [/\.(?:conf|hocon)$/i, CONF],
  [/\.(?:xml|html?|xhtml|svg|vue|xsd|xsl|pom|md|markdown)$/i, MARKUP],
];

function syntaxOf(path: string): CommentSyntax {
  return SYNTAXES.find(([files]) => files.test(path))?.[1] ?? NONE;
}

/** Files whose comment signs stand in strings over many lines would lead astray: a string ends with its line. */
function commentsIn(source: Source, text: string, syntax: CommentSyntax): Comment[] {
  const comments: Comment[] = [];
  if (syntax.line.length === 0 && syntax.block.length === 0) return comments;
  let quote = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\n') quote = '';
    else if (quote !== '') {
      if (character === '\\') index += 1;
      else if (character === quote) quote = '';
    } else if (syntax.quotes.includes(character)) {
      quote = character;
    } else {
      const comment = commentAt(source, text, index, syntax);
      if (comment === null) continue;
      comments.push(comment);
      index = comment.place.end - 1;
    }
  }
  return comments;
}

function commentAt(source: Source, text: string, start: number, { line, block }: CommentSyntax): Comment | null {
  for (const sign of line) {
    if (!text.startsWith(sign, start)) continue;
    // A URI's `//` is no comment, nor is a `#` within a word.
    if (start > 0 && !/[\s;{}(),]/.test(text.charAt(start - 1))) continue;
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    return { text: text.slice(start + sign.length, end), form: 'line', place: { source, start, end } };
  }
  for (const [open, close] of block) {
    if (!text.startsWith(open, start)) continue;
    const found = text.indexOf(close, start + open.length);
    const end = found === -1 ? text.length : found + close.length;
    const inner = text.slice(start + open.length, found === -1 ? end : found);
    return { text: inner, form: 'block', place: { source, start, end } };
  }
  return null;
}

/** White space, quotes and brackets end a word; those that a URI's placeholders need do not. */
const ENDS_WORD = /[\s"'`<>|]/;
/** Longer words are encoded data. */
const LONGEST = 2000;

function sitesIn(source: Source, text: string, comments: readonly Comment[]): TextSite[] {
  const sites: TextSite[] = [];
  let comment = 0;
  let done = 0;
  for (const { index: at } of text.matchAll(/:\/|:s3:/g)) {
    if (at < done) continue;
    while ((comments[comment]?.place.end ?? Infinity) <= at) comment += 1;
    if ((comments[comment]?.place.start ?? Infinity) <= at) continue;
    const start = wordStart(text, at, done);
    const end = wordEnd(text, at);
    done = end;
    const word = literal(text.slice(start, end), { source, start, end });
    sites.push({ place: word.place, context: { form: 'value' }, values: () => textValue(word) });
  }
  return sites;
}

function wordStart(text: string, from: number, least: number): number {
  let start = from;
  while (start > least && from - start < LONGEST && !ENDS_WORD.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < LONGEST && !ENDS_WORD.test(text.charAt(end))) end += 1;
  return end;
}
