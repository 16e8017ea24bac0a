import { ofEach } from '../../languages/alternatives.js';
import type { CarriedText, TextSite } from '../../languages/facts.js';
import { beginsAsStatement, looksLikeSql } from '../../languages/sql/looks-like-sql.js';
import { subqueriesIn } from '../../languages/sql/subqueries.js';
import type { Access, Dialect, Reference } from '../../references/reference.js';
import { subText, type Text } from '../../references/text.js';
import { findUris } from '../../references/uri.js';
import type { CallReader } from './calls.js';
import { passedTo } from './carried.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { referencesOf } from './found.js';
import { NO_CONNECTION, sqlReferences } from './sql.js';

/** Words that a statement begins with that names something. */
const STATEMENT =
  '(?:select|with|insert|update|delete|merge|create|drop|alter|truncate|use|show|begin|describe|desc|explain|call|grant|revoke|' +
  'refresh|analyze|msck|copy|comment|vacuum|optimize|set|load)\\b';

/** What text has in it, wherever that stands, that names something: a scheme, a query in parentheses. */
const SPEAKING = ':/|:s3:|\\bdbname\\s*=|\\(\\s*select\\s';

/** What an expression's source has in it where its text names something: that, or at its begin a statement or a volume. */
const SPEAKS = new RegExp(
  [
    SPEAKING,
    '^[A-Za-z]{0,2}["\']{1,3}/Volumes/',
    `^[A-Za-z]*["'\`]{1,3}(?:\\\\[nrt]|[\\s(;\\\\])*(?:--|/\\*|${STATEMENT})`,
  ].join('|'),
  'i',
);

/** The source of an expression that begins with a placeholder, or with no quote at all, being more than one literal. */
const BEGINS_OPEN = new RegExp(
  ['^(?![A-Za-z]{0,3}["\'`])', '^[A-Za-z]*[fFtT][A-Za-z]*["\']{1,3}\\s*\\{', '^`\\s*\\$\\{', '^["\'](?:%s|%\\(|\\{\\w*\\})'].join('|'),
);

/** What a placeholder at the begin holds where the text may name something: that, a begin of it, or nothing. */
const MAY_BEGIN = new RegExp(`${SPEAKING}|^\\s*$|^/Volumes/|^[\\s(;]*(?:--|/\\*|${STATEMENT})`, 'i');

/** Keywords of arguments that people read: Airflow's `doc_md`, argparse's `help`. */
const DOCUMENTATION = /^(?:doc(?:_md|_json|_yaml|_rst)?|help|description|epilog|title|summary|message|msg)$/;

/** The URIs and the SQL in a file's strings, where no call has said already what they are. */
export class TextReader {
  readonly #calls: CallReader;
  readonly #index: CatalogueIndex;
  readonly #dialect: Dialect | null;

  constructor(calls: CallReader, index: CatalogueIndex, dialect: Dialect | null) {
    this.#calls = calls;
    this.#index = index;
    this.#dialect = dialect;
  }

  read(site: TextSite): readonly Reference[] {
    const { start, end } = site.place;
    const source = site.place.source.text.slice(start, end);
    const speaks = SPEAKS.test(source);
    if (!speaks && !BEGINS_OPEN.test(source)) return [];
    const role = this.#roleOf(site);
    if (role === 'nothing' || (!speaks && !mayBegin(site))) return [];
    return ofEach(site.values(), (value) => (value.form === 'text' ? this.#readText(value.text, site, role) : []));
  }

  /** The names that a call of this file passes into a text of another module, as uses of the call. */
  readCarried({ site, place }: CarriedText): readonly Reference[] {
    return passedTo(site.place.source, this.read(site), place);
  }

  #roleOf(site: TextSite): 'use' | 'mention' | 'nothing' {
    const { context } = site;
    switch (context.form) {
      case 'docstring':
      case 'regex':
      case 'test':
        return 'nothing';
      case 'message':
        return 'mention';
      case 'value':
        return 'use';
      case 'argument':
        if (this.#calls.isClaimed(context.argument) || this.#calls.isClaimedText(site.place)) return 'nothing';
        if (DOCUMENTATION.test(context.argument.keyword ?? '')) return 'mention';
        return this.#index.isMention(context.call) ? 'mention' : 'use';
    }
  }

  #readText(text: Text, site: TextSite, role: 'use' | 'mention'): readonly Reference[] {
    const { place } = site;
    const access: Access = role === 'mention' ? 'mention' : 'unknown';
    const queries = role === 'use' ? queriesIn(text, site) : [];
    if (queries.length > 0) {
      const connection = { ...NO_CONNECTION, dialect: this.#dialect };
      return ofEach(queries, (query) => sqlReferences(query, connection, { via: 'sql', place }));
    }
    return ofEach(findUris(text.flat), ({ parts }) => referencesOf(text, parts, { access, via: 'uri', place }));
  }
}

/** Whether what a text begins with may be the begin of something: most placeholders hold a number or a word. */
function mayBegin(site: TextSite): boolean {
  const beginning = site.beginning?.() ?? null;
  if (beginning === null) return true;
  return beginning.some((value) => value.form === 'list' || value.form === 'record' || (value.form === 'text' && MAY_BEGIN.test(value.text.flat)));
}

/** What of a text is SQL: the whole of it, or queries within a condition or a column. */
function queriesIn(text: Text, { context }: TextSite): readonly Text[] {
  const { flat } = text;
  const isTagged = context.form === 'argument' && SQL_TAG.test(context.call.method);
  if (looksLikeSql(flat) || (isTagged && beginsAsStatement(flat))) return [text];
  return subqueriesIn(flat).map(({ start, end }) => subText(text, start, end));
}

/** Tags of templates that are SQL whatever they look like: postgres.js', slonik's, Drizzle's, Prisma's. */
const SQL_TAG = /^(?:sql|\$(?:query|execute)Raw)$/i;
