import type { Comment, Declaration, Facts, SqlSite } from '../facts.js';
import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import { readSql } from './read-sql.js';

/** Reads a .sql file: one piece of SQL, its templates taken apart, and its comments. */
export function readSqlFile(source: Source): Facts {
  const text = literal(source.text, { source, start: 0, end: source.text.length });
  const site: SqlSite = { text, dialect: null };
  const declarations: readonly Declaration[] = [];
  let comments: readonly Comment[] | undefined;
  return {
    source,
    calls: [],
    declarations,
    texts: [],
    commands: [],
    statements: [site],
    imports: [],
    get comments() {
      comments ??= readSql(text, { dialect: null }).comments.map(({ text: said, form, start, end }) => ({
        text: said,
        form,
        place: { source, start, end },
      }));
      return comments;
    },
    problems: [],
    exported: () => [],
  };
}
