import { Spoken } from '../../catalogue/spoken.js';
import type { Facts } from '../../languages/facts.js';
import { detectDialect } from '../../languages/sql/dialect.js';
import { readSql } from '../../languages/sql/read-sql.js';
import type { SqlReading } from '../../languages/sql/sql-reading.js';
import type { Dialect, Reference } from '../../references/reference.js';
import type { Text } from '../../references/text.js';
import { besideSchemas } from './beside-schemas.js';
import { CallReader } from './calls.js';
import type { CatalogueIndex } from './catalogue-index.js';
import { handedByCommands } from './commands.js';
import { dialectOfImports } from '../dialect-of-imports.js';
import { DeclarationReader, type EnvShapes } from './declarations.js';
import { placesElsewhere } from './elsewhere.js';
import { handedReferences } from './handed-references.js';
import { configurationGiven } from './given-configuration.js';
import { handedByDeclarations, handedByKeys } from './keys.js';
import { merged } from './merge.js';
import { OtherEngines } from './other-engines.js';
import { Places } from './places.js';
import { NO_CONNECTION, referencesOfReading } from './sql.js';
import { withoutTemporaryViews } from './temporary-views.js';
import { TextReader } from './texts.js';

/** What of the world outside a file its references depend on. */
export interface Surroundings {
  readonly index: CatalogueIndex;
  readonly envShapes: EnvShapes;
  /** The dialect of SQL in the file, where the policy says so. */
  readonly dialect: Dialect | null;
  /** The dialect that the file's path or project speaks of: a driver that the file itself imports says more. */
  readonly dialectOfPath?: Dialect | null;
  /** The dialect of SQL that gives none away itself. */
  readonly assumedDialect?: Dialect | null;
  /** What the other SQL files of the folder give away, where that makes another name of what stands before a table. */
  readonly dialectOfNeighbours?: () => Dialect | null;
  /** The dialect of the dbt project that the file is in; null where it is in none, or nothing says it. */
  readonly dialectOfDbt?: () => Dialect | null;
  /** What the manifests of the file's package say, for names that mean something only beside a library. */
  readonly manifest: () => string;
}

/** A file with what it and the folders around it are called. */
const LAST_FOLDERS = /(?:[^\\/]+[\\/]){0,3}[^\\/]+$/;

/** Every reference that a file makes, in the order in which the names are used; none twice. */
export function collectReferences(facts: Facts, surroundings: Surroundings): readonly Reference[] {
  const { index, envShapes, manifest } = surroundings;
  const dialect = surroundings.dialect ?? dialectOfImports(facts) ?? surroundings.dialectOfPath ?? null;
  const spoken = new Spoken(facts.source.text, manifest, LAST_FOLDERS.exec(facts.source.path)?.[0]);
  const calls = new CallReader(index, facts.source, dialect, spoken);
  const others = new OtherEngines(facts.declarations, facts.source.path);
  const texts = new TextReader(calls, index, dialect);
  const told: Reference[] = [];
  const defaults: Reference[] = [];
  for (const call of facts.calls) {
    const read = calls.read(call);
    told.push(...read.uses);
    defaults.push(...read.defaults);
  }
  for (const carried of facts.carried ?? []) told.push(...calls.readCarried(carried));
  for (const { text, dialect: own } of facts.statements) {
    // One file of inserts has more references than a call can have arguments.
    for (const reference of statementReferences(text, dialect ?? own, surroundings)) told.push(reference);
  }
  for (const handed of handedByCommands(facts.commands)) told.push(...handedReferences(handed));
  const given = configurationGiven(facts.commands);
  for (const handed of handedByKeys(facts, { spoken, others, dialectOfDbt: surroundings.dialectOfDbt })) told.push(...handedReferences(handed));
  for (const handed of handedByDeclarations(given, facts.source.path)) told.push(...handedReferences(handed));
  const named: Reference[] = [];
  const declarations = new DeclarationReader(facts.source, envShapes, spoken, others, new Places(told.map(({ written }) => written)));
  for (const declaration of [...facts.declarations, ...given]) named.push(...declarations.read(declaration));
  for (const call of facts.calls) {
    if (call.parametersOf === undefined) continue;
    for (const argument of call.arguments) {
      if (!calls.isClaimed(argument)) named.push(...declarations.readArgument(argument, call.parametersOf(argument)));
    }
  }
  named.push(...besideSchemas(facts));
  const written: Reference[] = [];
  for (const site of facts.texts) written.push(...texts.read(site));
  for (const carried of facts.carriedTexts ?? []) written.push(...texts.readCarried(carried));
  return withoutTemporaryViews(facts, merged([told, named, defaults, written], placesElsewhere(facts.calls, index)));
}

/** The references of a piece of SQL that stands by itself; the files beside it are asked only where it names schemas. */
function statementReferences(text: Text, known: Dialect | null, surroundings: Surroundings): Reference[] {
  const use = { via: 'sql', place: text.place };
  const connection = { ...NO_CONNECTION, dialect: known ?? assumedDialect(text.flat, surroundings) };
  const reading = readSql(text, connection);
  const neighbours = reading.dialect === null && namesSchemasOnly(reading) ? (surroundings.dialectOfNeighbours?.() ?? null) : null;
  const read = neighbours === null ? reading : readSql(text, { ...connection, dialect: neighbours });
  return referencesOfReading(text, read, use, null);
}

/** Whether SQL has names of two parts, and none of three. */
function namesSchemasOnly({ references }: SqlReading): boolean {
  return references.some(({ kind }) => kind === 'schema') && !references.some(({ kind }) => kind === 'catalog');
}

/** The dialect that is assumed of SQL, where the text itself gives none away. */
function assumedDialect(flat: string, { assumedDialect: assumed = null }: Surroundings): Dialect | null {
  return assumed !== null && detectDialect(flat) === null ? assumed : null;
}

/** Whether there is nothing in a file that could name anything: so it is with all that the prefilter keeps out. */
export function isPlain({ calls, declarations, texts, commands, statements }: Facts): boolean {
  return [calls, declarations, texts, commands, statements].every(({ length }) => length === 0);
}
