import type { Text } from '../references/text.js';
import type { Facts } from './facts.js';
import { isFluent } from './fluent/reader.js';
import { propertiesIn } from './properties/reader.js';
import { evaluateShell } from './shell/evaluator.js';

/** What a text within a configuration file tells, besides what its own file does. */
export type EmbeddedFacts = Pick<Facts, 'declarations' | 'texts' | 'commands' | 'statements' | 'embedded' | 'comments'>;

const NOTHING: EmbeddedFacts = { declarations: [], texts: [], commands: [], statements: [], embedded: [], comments: [] };

/** A text that is a file of its own, for its reader to read. */
export function fileOf(name: string, text: Text): EmbeddedFacts {
  return { ...NOTHING, embedded: [{ name, text }] };
}

/**
 * Reads a whole file that stands as a string in another one, by its name: `init.sql`, `setup.sh`,
 * `iceberg.properties`. Null where the name says nothing.
 */
export function readEmbedded(name: string, text: Text): EmbeddedFacts | null {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase();
  switch (extension) {
    case 'sql':
    case 'hql':
    case 'ddl':
      return { ...NOTHING, statements: [{ text, dialect: null }] };
    case 'cql':
      return { ...NOTHING, statements: [{ text, dialect: 'cql' }] };
    case 'sh':
    case 'bash':
      return evaluateShell(text);
    case 'py':
    case 'yml':
    case 'yaml':
    case 'json':
    case 'toml':
    case 'ini':
    case 'cfg':
    case 'tf':
      return fileOf(name, text);
    case 'conf':
      return isFluent(text.flat) || BRACED.test(text.flat) ? fileOf(name, text) : { ...NOTHING, ...propertiesIn(text) };
    case 'properties':
    case 'env':
      return { ...NOTHING, ...propertiesIn(text) };
    default:
      if (isFluent(text.flat)) return fileOf('fluent-bit.conf', text);
      if (SHELL_SCRIPT.test(text.flat)) return evaluateShell(text);
      if (isJsonText(text.flat)) return fileOf('text.json', text);
      if (NOTEBOOK.test(text.flat)) return fileOf('notebook.py', text);
      if (isPropertiesText(text.flat)) return { ...NOTHING, ...propertiesIn(text) };
      return isYamlText(text.flat) ? fileOf('text.yaml', text) : null;
  }
}

/** What begins with the shell that is to run it, as MinIO's chart has its `initialize`. */
const SHELL_SCRIPT = /^\s*#!\s*\/(?:usr\/)?bin\/(?:env\s+)?(?:ba|da|a|z|k)?sh\b/;

/** A block that opens at the end of a line, as HOCON and Logstash have them. */
const BRACED = /\{[ \t]*$/m;

/** The first line of a Databricks notebook in Python. */
const NOTEBOOK = /^\s*# Databricks notebook source\b/;

/** An object of JSON, as a variable of the environment has it for a connection of Airflow's. */
export function isJsonText(flat: string): boolean {
  return /^\s*\{\s*"[^"\n]*"\s*:[^]*\}\s*$/.test(flat);
}

/** Keys with what is below them, as Argo CD has a chart's values under `values`. */
function isYamlText(flat: string): boolean {
  const lines = flat.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const outermost = lines.filter((line) => !/^\s/.test(line));
  return outermost.length > 0 && outermost.length < lines.length && outermost.every((line) => /^(?:[A-Za-z_][\w.-]*:(?:\s|$)|-\s|---)/.test(line));
}

/** Several lines of `dotted.key=value`, as Trino's chart has its catalogs, under any name. */
function isPropertiesText(flat: string): boolean {
  const lines = flat.split('\n').filter((line) => line.trim() !== '' && !/^\s*[#!]/.test(line));
  return lines.length > 0 && lines.every((line) => /^\s*[a-z][\w-]*(?:\.[\w-]+)+\s*[=:]\s?\S/.test(line));
}
