import type { ArgumentPlace, Shape, Taken } from '../../catalogue/library.js';
import type { Call, ThingValue } from '../../languages/facts.js';
import type { Dialect } from '../../references/reference.js';
import { findUris } from '../../references/uri.js';
import { takings } from './arguments.js';
import type { CatalogueIndex, Match } from './catalogue-index.js';
import { NO_CONNECTION, type Connection } from './sql.js';

/** The connection that a call sends its SQL through: its receiver's, or the one it is given. */
export function connectionOf(index: CatalogueIndex, call: Call, match: Match, taken: Taken): Connection {
  const base = { ...NO_CONNECTION, dialect: match.library.dialect ?? null };
  const given = taken.connection === undefined ? [] : thingsAt(call, taken.connection);
  for (const thing of [match.callee, ...given]) {
    const found = connectionMadeBy(index, thing);
    if (found !== null) return { dialect: found.dialect ?? base.dialect, session: found.session };
  }
  return base;
}

function thingsAt(call: Call, place: ArgumentPlace): ThingValue[] {
  return takings(call, place).flatMap(({ values }) => values.filter((value) => value.form === 'thing'));
}

/** What the calls that made a thing say of catalog, schema and dialect, all together; null where they say nothing. */
function connectionMadeBy(index: CatalogueIndex, thing: ThingValue): Connection | null {
  const made = thing.calls.flatMap((call) => index.matches(call).flatMap((match) => connectionIn(call, match) ?? []));
  if (made.length === 0) return null;
  return {
    dialect: firstOf(made.map(({ dialect }) => dialect)),
    session: {
      catalog: firstOf(made.map(({ session }) => session.catalog)),
      schema: firstOf(made.map(({ session }) => session.schema)),
    },
  };
}

function firstOf<T>(all: readonly (T | null)[]): T | null {
  return all.find((one) => one !== null) ?? null;
}

function connectionIn(call: Call, { entry, library }: Match): Connection | null {
  let catalog: string | null = null;
  let schema: string | null = null;
  let dialect: Dialect | null = library.dialect ?? null;
  let found = false;
  for (const taken of entry.takes) {
    // `spark.sql.catalog.kol_lake` makes a catalog known; it chooses none.
    if (taken.within !== undefined) continue;
    for (const flat of flatsAt(call, taken)) {
      if (taken.is === 'catalog') catalog = flat;
      else if (isSchema(taken.is)) schema = flat;
      else if (taken.is !== 'uri') continue;
      else for (const uri of findUris(flat)) {
        dialect = library.dialect ?? uri.dialect ?? dialect;
        for (const { kind, name } of uri.parts) {
          if (kind === 'catalog') catalog = flat.slice(name.start, name.end);
          if (kind === 'schema') schema = flat.slice(name.start, name.end);
        }
      }
      found = true;
    }
  }
  return found ? { dialect, session: { catalog, schema } } : null;
}

function isSchema(shape: Shape): boolean {
  return shape === 'schema' || shape === 'dotted-schema' || shape === 'keyspace';
}

function flatsAt(call: Call, taken: Taken): string[] {
  return takings(call, taken).flatMap(({ values }) =>
    values.flatMap((value) => (value.form === 'text' ? [value.text.flat] : [])),
  );
}
