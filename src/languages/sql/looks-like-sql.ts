import { HOLE } from '../../references/text.js';
import { withHoles } from './placeholders.js';
import { secondOpinion } from './second-opinion.js';

/**
 * Words that a statement begins with; what begins otherwise is not looked at further. A comment before
 * them ends at its first end mark: were it free to end later, many comments would be tried in all combinations.
 */
const FIRST_WORD =
  /^[\s(;]*(?:(?:--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)[\s(;]*)*(select|with|insert|update|delete|merge|create|drop|alter|truncate|use|show|describe|explain|call|grant|revoke|refresh|analyze|msck|copy|comment|vacuum|optimize|load|lock)\b/i;

/** What is set or begun before the first statement that names something: `SET search_path TO kol; SELECT …`, `BEGIN; DROP TABLE …`. */
const SETTINGS_BEFORE = /^(?:\s*(?:set\s+(?:(?:session|local)\s+)?[\w.]+\s*(?:=|\sto\s)[^;\n]*|begin(?:\s+(?:transaction|work))?\s*);)+/i;

/** What a statement that names something begins with, where it is known that SQL may stand. */
const STATEMENT = new RegExp(
  '^(?:\\s|\\(|--[^\\n]*\\n|/\\*(?:[^*]|\\*(?!/))*\\*/)*(?:' +
    [
      'select\\s[^]*\\bfrom\\s',
      'with\\s[^]*\\bas\\s*(?:not\\s+)?(?:materialized\\s*)?\\(',
      'insert\\s+(?:into|overwrite|ignore|or)\\s',
      'replace\\s+into\\s',
      `update\\s[^]*\\sset\\s[^]*[=${HOLE}]`,
      'delete\\s+from\\s',
      'merge\\s+(?:into\\s|[^]*?\\susing\\s)',
      'truncate\\s',
      '(?:vacuum|analyze|refresh\\s+materialized\\s+view|reindex)\\s',
      'copy\\s[^]*\\s(?:from|to)\\s',
      'explain\\s',
      'describe\\s',
      '(?:create|alter|drop)\\s[^]*?\\b(?:table|view|schema|database|keyspace|index|type)\\s',
    ].join('|') +
    ')',
  'i',
);

/** Whether a text that may be SQL begins as a statement that names something. */
export function beginsAsStatement(flat: string): boolean {
  return STATEMENT.test(flat.length > 20_000 ? flat.slice(0, 20_000) : flat);
}

/**
 * A dotted or plain name, quoted or not, holes included; between quotes it may have dots of its own. Each can
 * be read in one way only: in two, a list of names that leads nowhere would be tried in all combinations.
 */
const PART = `(?:[\\w$${HOLE}-]+|"[\\w$.${HOLE}-]+"|\`[\\w$.${HOLE}-]+\`)`;
const NAME = `${PART}(?:\\s*\\.\\s*${PART})*`;
const DOTTED = `${PART}(?:\\.${PART})+`;

/** A name that no sentence has: with a dot, an underscore, a digit, a quote or a hole in it. */
const TELLING_NAME = `(?=[\\w.-]*[_.\\d"\`${HOLE}])${NAME}`;

/** ClickHouse says behind a name on which of its clusters. */
const ON_CLUSTER = `(?:on\\s+cluster\\s+\\S+\\s*)?`;

/** Shapes that prose does not have; the parser need not be asked. */
const CERTAIN: readonly RegExp[] = [
  expression(`^create\\s+(?:or\\s+replace\\s+)?(?:(?:external|temporary|temp|global|materialized|unlogged)\\s+)*(?:table|view)\\s+(?:if\\s+not\\s+exists\\s+)?${NAME}\\s*${ON_CLUSTER}(?:\\(|engine\\s*=|to\\s+${NAME}\\s+as\\s+select|as\\s+(?:\\(|select|with|${NAME}\\s+engine\\s*=)|with\\s*\\(|with\\s+metrics\\b|using\\s+\\w+|like\\s+${NAME}\\s*;?$|stored\\s+as|location\\s+'|tblproperties\\s*\\(|comment\\s+['"]|partitioned\\s+by\\s*\\(|cluster\\s+by\\s*\\(|(?:shallow\\s+|deep\\s+)?clone\\s+${NAME})`),
  expression(`^create\\s+(?:schema|database|keyspace|namespace)\\s+if\\s+not\\s+exists\\s+${NAME}\\s*${ON_CLUSTER}(?:;|$|with|location|comment|authorization|owner|template|encoding|engine)`),
  expression(`^create\\s+(?:schema|database|keyspace|namespace)\\s+${NAME}\\s*(?:with\\s*\\(|with\\s+(?:replication|dbproperties|owner|template|encoding)|location\\s+'|authorization\\s|owner\\s+\\S+\\s*;?\\s*$)`),
  expression(`^(?:create|drop)\\s+(?:schema|database|keyspace|namespace|table|view)\\s+${TELLING_NAME}\\s*(?:cascade(?:\\s+constraints)?|restrict)?\\s*(?:purge)?\\s*;?\\s*$`),
  expression(`^(?:create|drop)\\s+(?:schema|database|keyspace)\\s+${NAME}\\s*(?:cascade|restrict)?\\s*;\\s*$`),
  new RegExp(`^(?:CREATE|DROP)\\s+(?:SCHEMA|DATABASE|KEYSPACE|NAMESPACE|TABLE|VIEW)\\s+${NAME}\\s*(?:CASCADE(?:\\s+CONSTRAINTS)?|RESTRICT)?\\s*(?:PURGE)?\\s*;?\\s*$`),
  new RegExp(`^(?:USE(?: CATALOG| SCHEMA| DATABASE)?|DESCRIBE|DESC|TRUNCATE TABLE|ANALYZE)\\s+${NAME}\\s*(?:CASCADE)?\\s*;?\\s*$`),
  expression(`^create\\s+(?:or\\s+replace\\s+)?(?:function|procedure)\\s+${DOTTED}\\s*\\(`),
  expression(`^create\\s+external\\s+schema\\s+(?:if\\s+not\\s+exists\\s+)?${NAME}\\s+from\\s+(?:data\\s+catalog|hive\\s+metastore|postgres|mysql)\\s`),
  expression(`^create\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+)?(?:if\\s+not\\s+exists\\s+)?(?:${NAME}\\s+)?on\\s+${NAME}\\s*(?:using\\s+\\w+\\s*)?\\(`),
  expression(`^(?:create|alter|drop)\\s+policy\\s+(?:if\\s+exists\\s+)?(?:"[^"]*"|\\w+)\\s+on\\s+${NAME}(?:\\s|;|$)`),
  expression(`^create\\s+(?:or\\s+replace\\s+)?(?:constraint\\s+)?trigger\\s+${NAME}\\s+(?:before|after|instead\\s+of)\\s+(?:insert|update|delete|truncate)\\b`),
  expression(`^drop\\s+(?:trigger|rule)\\s+(?:if\\s+exists\\s+)?${NAME}\\s+on\\s+${NAME}\\s*(?:;|$|cascade\\b)`),
  expression(`^alter\\s+default\\s+privileges\\s+in\\s+schema\\s`),
  expression(`^drop\\s+(?:materialized\\s+view|table|view|schema|database|keyspace|namespace)\\s+(?:if\\s+exists\\s+${NAME}|${DOTTED})\\s*(?:,|;|$|cascade\\b|restrict\\b|purge\\b|sync\\b|on\\s+cluster\\s)`),
  expression(`^alter\\s+(?:table|view|schema|database|keyspace|materialized\\s+view)\\s+(?:if\\s+exists\\s+)?${NAME}\\s+(?:add|drop|rename|set|alter|execute|owner|attach|detach|enable|disable|replace|unset|recover|with|change|write|modify|on\\s+cluster|cluster\\s+by|delete\\s+where|update\\s+\\w+\\s*=\\s*\\S+\\s[^;]*?where)\\b`),
  expression(`^insert\\s+into\\s+${NAME}\\s+json\\s*[?'%{${HOLE}]`),
  expression(`^insert\\s+(?:or\\s+\\w+\\s+|ignore\\s+)?(?:into|overwrite)\\s+(?:table\\s+)?${NAME}\\s*(?:\\([^)]*\\)\\s*)?(?:partition\\s*\\([^)]*\\)\\s*)?(?:values\\s*(?:[(%{${HOLE}]|$)|(?<=\\)\\s*)value\\s*\\(|select\\s|\\(\\s*select\\s[^]*\\sfrom\\s|with\\s|table\\s)`),
  // What is appended to, or sent with its values, ends behind the names.
  new RegExp(`^INSERT\\s+INTO\\s+${NAME}\\s*(?:\\([\\w\\s,"\`${HOLE}]*(?:\\)\\s*)?)?$`),
  new RegExp(`^UPDATE\\s+${NAME}\\s+SET\\s*$`),
  expression(`^insert\\s+into\\s+${NAME}\\s+default\\s+values\\b`),
  expression(`^merge\\s+(?:into\\s+)?${NAME}\\s+(?:as\\s+)?\\w*\\s*using\\b[^]*\\bon\\b[^]*\\bwhen\\s+(?:not\\s+)?matched\\b`),
  expression(`^update\\s+${NAME}\\s+(?:as\\s+)?(?:\\w+\\s+)?set\\s+["\`]?[\\w.${HOLE}]+["\`]?\\s*=`),
  // postgres.js fills in what is set: update users set ${sql(user)} where …
  expression(`^update\\s+${NAME}\\s+set\\s+${HOLE}\\s*(?:where\\s|returning\\s|;|$)`),
  // MySQL's way
  expression(`^insert\\s+into\\s+${NAME}\\s+set\\s+(?:[?]|[\\w."\`]+\\s*=)`),
  expression(`^insert\\s+into\\s+${NAME}\\s+${HOLE}\\s*(?:returning\\s|on\\s+conflict\\b|;|$)`),
  expression(`^delete\\s+from\\s+${NAME}(?:\\s+(?:as\\s+)?\\w+)?\\s+where\\s+[^]*(?:=|<|>|\\bin\\s*\\(|\\bis\\s+(?:not\\s+)?null|\\bbetween\\b|\\blike\\s+['%]|\\btrue\\b)`),
  expression(`^delete\\s+from\\s+${DOTTED}\\s*(?:;|$|where\\s)`),
  expression(`^delete\\s+from\\s+${NAME}\\s+(?:(?:as\\s+)?\\w+\\s+)?using\\s+${NAME}\\s[^]*?\\bwhere\\s+[\\w."${HOLE}]+\\s*=`),
  new RegExp(`^DELETE\\s+FROM\\s+${NAME}\\s*;?\\s*$`),
  expression(`^truncate\\s+(?:table\\s+(?:if\\s+exists\\s+)?)?${DOTTED}\\s*(?:cascade|restrict)?\\s*;?\\s*$`),
  expression(`^truncate\\s+table\\s+(?:if\\s+exists\\s+)?${NAME}\\s*;?\\s*$`),
  expression(`^truncate\\s+(?:table\\s+)?${NAME}(?:\\s*,\\s*${NAME})*\\s+(?:restart\\s+identity|cascade)\\b`),
  expression(`^lock\\s+table\\s+${NAME}\\s+in\\s+[a-z ]+\\smode\\b`),
  expression(`^show\\s+(?:tables|schemas|columns|views|databases|partitions|tblproperties|create\\s+(?:table|view|schema))\\s*(?:(?:from|in)\\s+)?(?:${NAME})?\\s*(?:like\\s+'[^']*'|where\\s+\\w+\\s*[=(][^]*)?\\s*;?\\s*$`),
  expression(`^(?:describe|desc)\\s+(?:(?:extended|formatted|table)\\s+)*${DOTTED}\\s*;?\\s*$`),
  // `Use Node.js` is a step of a workflow.
  new RegExp(`^(?:USE|use)\\s+(?:(?:catalog|schema|database|CATALOG|SCHEMA|DATABASE)\\s+)?${DOTTED}\\s*;?\\s*$`),
  new RegExp(`^(?:REFRESH\\s+MATERIALIZED\\s+VIEW|VACUUM\\s+(?:FULL\\s+)?ANALYZE)\\s+${NAME}\\s*;?\\s*$`),
  expression(`^refresh\\s+materialized\\s+view\\s+(?:concurrently\\s+)?${TELLING_NAME}\\s*(?:;|$|with\\b)`),
  expression(`^optimize\\s+${NAME}\\s+(?:zorder\\s+by\\s*\\(|rewrite\\s+data\\b)`),
  expression(`^(?:refresh|analyze|optimize)\\s+(?:table\\s+|materialized\\s+view\\s+)?${DOTTED}\\b`),
  new RegExp(`^CALL\\s+${DOTTED}\\s*\\(`),
  expression(`^call\\s+(?:${NAME}\\.)?system\\.\\w+\\s*\\(`),
  expression(`^(?:grant|revoke)\\s+[\\w\\s,]+\\s+on\\s+[^]+\\s(?:to|from)\\s+\\S+`),
  expression(`^(?:msck\\s+repair\\s+table|vacuum)\\s+${NAME}\\s*;?\\s*$`),
  expression(`^vacuum\\s+(?:(?:full|freeze|verbose|analy[sz]e)\\s+)+${TELLING_NAME}(?:\\s*,\\s*${NAME})*\\s*;?\\s*$`),
  expression(`^(?:create|drop|use|assign|list|show)\\s+(?:branch|tag|references?)\\s[^]*?\\bin\\s+(?:table\\s+)?${NAME}(?:\\s+(?:from|at|to)\\s|\\s*;?\\s*$)`),
  expression(`^comment\\s+on\\s+(?:table|column|schema|view)\\s+${NAME}\\s+is\\s`),
  expression(`^copy\\s*\\(\\s*(?:select|with)\\s`),
  expression(`^load\\s+data\\s+(?:local\\s+)?in(?:file|path)\\s+['"{${HOLE}][^;]*?\\binto\\s+table\\s`),
  // Into a table of Databricks' or Snowflake's, from files or a stage.
  expression(`^copy\\s+into\\s+${NAME}\\s*(?:\\([^)]*\\)\\s*)?from\\s+(?:['@(]|${HOLE}\\s+(?:fileformat|file_format|files|pattern|on_error|with)\\b)`),
  expression(`^copy\\s+${NAME}\\s*(?:\\([^)]*\\)\\s*)?(?:from|to)\\s+(?:'|stdin|stdout|program)`),
];

/** A condition as SQL writes it behind a source. */
const COMPARED = `[\\w."]+\\s*(?:=|<|>|!=|in\\s*\\(|is\\s+(?:not\\s+)?null|like\\s+['%${HOLE}])`;

/** Columns as no sentence lists them: several, with commas between, each a name or one behind a dot. */
const COLUMN_LIST = '[\\w."`]+(?:\\s*,\\s*[\\w."`]+)+';

/** Queries that the parser may not know all of, but whose list, source and condition only SQL has. */
const QUERY_SHAPES: readonly RegExp[] = [
  new RegExp(`^SELECT\\s+(?:DISTINCT\\s+)?[a-z_${HOLE}][\\w.${HOLE}]*\\s+FROM\\s+[a-z_${HOLE}][\\w$${HOLE}]*(?:\\s+(?:AS\\s+)?[a-z]\\w?)?\\s*;?\\s*$`),
  expression(`^(?:with\\s+(?:recursive\\s+)?["\`]?\\w+["\`]?\\s*(?:\\([^)]*\\)\\s*)?as\\s*(?:not\\s+)?(?:materialized\\s*)?\\(\\s*(?:select|with|values|insert\\s+into|update|delete\\s+from)\\b)`),
  expression(`^select\\s+(?:distinct\\s+)?(?:top\\s+\\d+\\s+)?\\*\\s*(?:(?:exclude|except|replace)\\s*\\([^)]*\\)\\s*)*(?:,[^]*)?from\\s+(?:${NAME}|\\()`),
  expression(`^select\\s+\\(\\s*select\\s[^;]+?\\sfrom\\s+${NAME}`),
  expression(`^select\\b[^]+?\\bfrom\\s+${NAME}\\s+(?:(?:as\\s+)?\\w+\\s+)?where\\s+${COMPARED}`),
  expression(`^select\\s+(?:distinct\\s+)?${COLUMN_LIST}\\s+from\\s+${NAME}\\s+(?:(?:as\\s+)?\\w+\\s+)?(?:(?:(?:inner|left|right|full)\\s+(?:outer\\s+)?)?join\\s+${NAME}\\s+(?:(?:as\\s+)?\\w+\\s+)?(?:on\\s+[\\w."]+\\s*=|using\\s*\\()|order\\s+by\\s+[\\w."]+|limit\\s+(?:\\d|[$?:%${HOLE}]))`),
  expression(`^select\\s+top\\s*\\(?\\s*\\d+\\s*\\)?\\s+(?:[*]|[\\w."]+(?:\\s*,\\s*[\\w."]+)*)\\s+from\\s+${NAME}`),
  expression(`^select\\b[^]+?\\bextract\\s*\\(\\s*\\w+\\s+from\\s[^]+?\\)[^]*?\\sfrom\\s+${NAME}\\s*(?:;|$|where\\b|group\\b|order\\b|join\\b|left\\b|as\\b)`),
  expression(`^select\\b[^]+?\\bfrom\\s+(?:lateral\\s+)?(?:${DOTTED}|["\`]\\w+["\`])(?:\\s|;|$|\\))`),
];

/** A name behind FROM, with the quotes of any dialect. */
const QUOTED = '(?:"[^"]*"|`[^`]*`|\\[[^\\][]*\\])';
const WORD = `[\\w$@${HOLE}-]+`;
const ANY_NAME = `(?:${WORD}|${QUOTED})(?:\\s*\\.\\s*(?:${WORD}|${QUOTED}))*`;

/** What a list of columns begins with and no sentence: a call, a comma or an alias behind a name, a star, a literal. */
const FIRST_COLUMN =
  '(?:top\\s*\\(?\\d+\\)?\\s+)?(?:distinct\\s+(?:on\\s*\\([^)]*\\)\\s*)?)?' +
  `(?:${ANY_NAME}\\s*(?:\\(|,|\\bas\\s|::|->|[|][|]|[-+*/=<>]|:\\[|\\.\\s*[*])|${ANY_NAME}\\s+\\w+\\s*,|\\(|case\\s+(?:when\\b|\\w)|'|\\d+\\b|null\\b|[*])`;

/** Words of a sentence that come where a query names its source. */
const NO_SOURCE = 'the|an?|this|that|these|those|your|my|our|all|any|each|one|its|their|below|above|here|there|which|what|where|to';
const BEHIND_SOURCE =
  '$|[;),]|where\\b|(?:group|order)\\s+by\\b|limit\\b|join\\b|(?:left|right|full|inner|cross|natural|anti|semi|asof|positional)\\s|having\\b|union\\b|except\\b|intersect\\b|' +
  'qualify\\b|window\\b|for\\s|fetch\\s|offset\\s|(?:table)?sample\\b|with\\s*\\(|on\\s|lateral\\b|final\\b|prewhere\\b|using\\b|pivot\\b';
const SOURCE = `from\\s+(?:only\\s+|lateral\\s+)?(?:\\(|(?!(?:${NO_SOURCE})\\b)${ANY_NAME}\\s*(?:\\(|(?:as\\s+)?(?:${WORD}|${QUOTED})?\\s*(?:${BEHIND_SOURCE})))`;

/**
 * A query by its first column and its source, whatever stands between: the parser knows one dialect, and takes
 * as long for a text as all else together. The first column is read once (`\\1`), not anew for each source.
 */
const QUERY = expression(`^[(\\s]*(?:explain\\s+(?:analyze\\s+)?)?select\\s+(?=(${FIRST_COLUMN}))\\1[^]*?\\b${SOURCE}`);

/** What a list of selected columns looks like: commas, calls, stars, dots, operators, aliases. */
const COLUMNS = /^\s*(?:distinct\s+)?(?:[*]|count\s*\(|[\w.]+\s*(?:,|\()|["`']|\d+\b|[\w.]+\s+as\s+\w+)/i;
const CONDITION = /\b(?:where|group\s+by|order\s+by|limit|join|having|union)\b/i;

function expression(source: string): RegExp {
  return new RegExp(source, 'i');
}

/** The query language of Google Ads, whose resources are no tables: `SELECT metrics.clicks FROM ad_group WHERE … DURING LAST_7_DAYS`. */
const OF_GOOGLE_ADS =
  /\bDURING\s+(?:LAST_|THIS_|TODAY|YESTERDAY)|^\s*SELECT\s(?=(?:(?!\sFROM\s)[\w.,\s])*?\b(?:metrics|segments)\.\w)[\w.,\s]*\sFROM\s+(?:(?:campaign|ad_group|customer|asset)\w*|\w+_view)\b/i;

const LONGEST_LOOKED_AT = 1_000_000;

/**
 * Whether an unmarked string of a host language is SQL. Its first word and its shape decide where
 * they can; a SELECT, an UPDATE or a DELETE that prose might also say ("select a file from the list")
 * is SQL where node-sql-parser's Trino build agrees. Never throws.
 */
export function looksLikeSql(text: string): boolean {
  const flat = text.slice(SETTINGS_BEFORE.exec(text)?.[0].length ?? 0);
  if (!FIRST_WORD.test(flat.length > 2_000 ? flat.slice(0, 2_000) : flat) || OF_GOOGLE_ADS.test(flat)) return false;
  const sql = withoutCommentsBefore(withHoles(flat.slice(0, LONGEST_LOOKED_AT), true));
  const second = /;\s*\S/.exec(sql);
  if (isStatement(sql) || (second !== null && isBegun(sql, second.index))) return true;
  // A shape that has a comment in the middle is the same shape.
  const bare = sql.replace(COMMENT, ' ');
  return bare !== sql && isStatement(bare);
}

/** Whether the first of several statements is one, or else the one behind it: `create schema kol` alone may be prose. */
function isBegun(sql: string, end: number): boolean {
  if (isStatement(sql.slice(0, end))) return true;
  const rest = withoutCommentsBefore(sql.slice(end + 1));
  return FIRST_WORD.test(rest.slice(0, 2_000)) && CERTAIN.some((shape) => shape.test(rest));
}

function isStatement(sql: string): boolean {
  if (CERTAIN.some((shape) => shape.test(sql))) return true;
  if (!/^[(\s]*(?:select|with|update|delete|insert|explain)\b/i.test(sql)) return false;
  if (QUERY_SHAPES.some((shape) => shape.test(sql.replace(/^[(\s]+/, '')))) return true;
  if (QUERY.test(sql)) return true;
  return isLikelyQuery(sql) && secondOpinion(withIdentifiers(sql)) === 'sql';
}

/** What the parser would take for SQL though it is prose is sorted out here: it takes any words as aliases. */
function isLikelyQuery(sql: string): boolean {
  const query = /^[(\s]*(?:explain\s+(?:analyze\s+)?)?select\b([^]*?)\bfrom\b/i.exec(sql);
  if (query === null) return /^[(\s]*(?:select\s+(?:\d|\w+\s*\(|')|delete\s+from\s+\w+\s+where\s)/i.test(sql);
  const columns = query[1] ?? '';
  return COLUMNS.test(columns) || CONDITION.test(sql) || /^\s*(?:distinct\s+)?\w+\s*$/i.test(columns) && /_/.test(sql);
}

function withoutCommentsBefore(sql: string): string {
  return sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/|;)+/, '');
}

/** What begins a comment in the middle: the option of a command line, `--from`, does not, nor the end of `'s3://kol/*'`. */
const COMMENT = /(?<![^\s(),;])(?:--(?:[ \t-][^\n]*)?(?=\n|$)|\/\*[^]*?(?:\*\/|$))/g;

/** The parser knows no holes, each of which becomes a name, or a number behind a limit, and no casts of PostgreSQL's. */
function withIdentifiers(sql: string): string {
  return sql
    .replace(HOLE_FOR_NUMBER, '1')
    .replaceAll(HOLE, 'hole')
    .replace(/::\s*\w+(?:\[\])?/g, '')
    .replace(/\bfor\s+(?:no\s+key\s+)?(?:update|share)\b(?:\s+of\s+\w+)?(?:\s+(?:skip\s+locked|nowait))?/gi, '')
    .replace(OPERATORS_OF_POSTGRES, '=')
    .replace(/:\w+|\$\d+/g, 'hole')
    .replaceAll('?', '1');
}

/** Distances, containment and matches. */
const OPERATORS_OF_POSTGRES = /<(?:=>|->|#>|@)|@>|&&|!?~\*?(?=\s)/g;

const HOLE_FOR_NUMBER = new RegExp(`(?<=\\b(?:limit|offset)\\s+)(?:${HOLE}|:\\w+|\\$\\d+)`, 'gi');
