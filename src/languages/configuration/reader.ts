import type { Place } from '../../references/source.js';
import { type Text, followed, slice, subText } from '../../references/text.js';
import { type ExpansionOptions, expanded } from '../expansion.js';
import type { Command, Comment, Declaration, EmbeddedFile, Facts, ImportSite, SqlSite, TextSite } from '../facts.js';
import { textValue, variable } from '../facts-of.js';
import { type EmbeddedFacts, isJsonText, readEmbedded } from '../embedded.js';
import { choicesIn, withoutTemplates } from '../templates.js';
import { CommandReader } from './command-reader.js';
import { DocumentValues } from './document-values.js';
import { withoutFunctions } from './functions.js';
import { interpolated } from './interpolation.js';
import { fileBeside, isCompose, scalarOf, valueAt } from './map-keys.js';
import type { ListNode, MapEntry, MapNode, Node } from './node.js';
import { setOf } from './sets.js';

/**
 * What the values of a configuration file tell: every key with its value, environment variables in
 * the forms that compose, Kubernetes, GitHub Actions and GitLab give them, and commands as the shell
 * or the container runs them. Which keys carry names is not its to say. Of several documents in a
 * file, the second and later have `---1`, `---2` … before their keys.
 */
export function readConfiguration(documents: readonly Node[], comments: readonly Comment[]): Partial<Omit<Facts, 'source'>> {
  const reader = new ConfigurationReader(comments);
  documents.forEach((document, index) => reader.document(document, index));
  return reader.found();
}

/** Maps whose keys are environment variables. */
const ENVIRONMENT = /^(?:environment|env|envs|envVars|env_vars|extraEnv|extraEnvVars|build_args|secretEnv|variables|containerEnv|remoteEnv)$/;
/** Lists of `NAME=value` stand under these as well. */
const ENVIRONMENT_LIST = /^(?:environment|env|args|build_args|secrets|extraEnv)$/;
/** Lists of parameters with names, and of an Azure pipeline's variables. */
const PARAMETERS = /^(?:parameters|params|variables)$/;
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const SET_VARIABLE = /^([A-Za-z_]\w*)=/;
/** Keys whose texts are SQL whatever they begin with: CloudNativePG's `postInitSQL`, `init_sql`. */
const SQL = /(?:[a-z]SQL|[_-]sql)$/;
/** Keys below which each of several things stands under its name. */
const NAMES_IN_KEYS = /^(?:catalogs?|tables)$/;
/** Words that speak of a thing. */
const SPEAKS = /^(?:description|descriptions|doc|docs|documentation|summary|help|title|message|comment|notes?|label|meta|example)$/;

/** What the keys above say of a value. */
interface Above {
  readonly path: readonly string[];
  /** The last key that is a word. */
  readonly key: string;
  /** The variables that are set where the value is used. */
  readonly variables: ReadonlyMap<string, Text>;
  /** Behind an alias or a merge: declared where it is written. */
  readonly shared: boolean;
  /** The file that a `content` beside it is written to. */
  readonly file: string | null;
}

class ConfigurationReader {
  readonly #comments: Comment[];
  readonly #declarations: Declaration[] = [];
  readonly #texts: TextSite[] = [];
  readonly #commands: Command[] = [];
  readonly #statements: SqlSite[] = [];
  readonly #imports: ImportSite[] = [];
  readonly #commandReader = new CommandReader({
    isCompose: () => this.#compose,
    interpolated: (text, variables) => this.#interpolated(text, variables),
    take: (facts) => this.#take(facts),
  });
  readonly #files: EmbeddedFile[] = [];
  #compose = false;
  #values: DocumentValues | null = null;

  constructor(comments: readonly Comment[]) {
    this.#comments = [...comments];
  }

  document(node: Node, index: number): void {
    this.#compose = node.type === 'map' && isCompose(node);
    const values = new DocumentValues(node);
    this.#values = values;
    const path = index === 0 ? [] : [`---${index}`];
    this.#node(withoutFunctions(node, values), { path, key: '', variables: new Map(), shared: false, file: null });
  }

  found(): Partial<Omit<Facts, 'source'>> {
    return {
      declarations: this.#declarations,
      texts: this.#texts,
      commands: this.#commands,
      statements: this.#statements,
      imports: this.#imports,
      embedded: this.#files,
      comments: this.#comments,
    };
  }

  #node(node: Node, above: Above): void {
    if (node.type === 'map') this.#map(node, above);
    else if (node.type === 'list') this.#list(node, above);
    else if (!above.shared) for (const text of this.#readAll(node.text, above.variables)) this.#text(text, above.key, node.text);
  }

  #map(node: MapNode, above: Above): void {
    const variables = this.#variablesOf(node, above.variables);
    const named = this.#namedVariable(node, above);
    const within = { ...above, variables, file: fileBeside(node) };
    if (!within.shared) this.#commandReader.read(node, within);
    for (const entry of node.entries) {
      if (named !== entry.key.flat && (named === null || entry.key.flat !== 'name')) this.#entry(entry, within);
    }
  }

  #entry({ key, value, shared }: MapEntry, above: Above): void {
    const inner: Above = {
      ...above,
      path: [...above.path, key.flat],
      key: key.flat,
      shared: above.shared || shared,
    };
    if (value.type === 'scalar') {
      if (inner.shared) return;
      if (this.#embedded(fileName(key.flat, above), value.text)) return this.#keyAlone(key, inner.path);
      this.#declare(inner.path, slice(key, 0, key.flat.length).written, value.text, above);
    } else if (value.type === 'list' && value.items.every(({ type }) => type === 'scalar')) {
      this.#scalars(key, value, inner);
    } else {
      this.#keyOfMap(key, value, inner);
      this.#node(value, inner);
    }
  }

  /** A map may be a set of names, and its own key one of several words or below a plural. */
  #keyOfMap(key: Text, value: ListNode | MapNode, inner: Above): void {
    if (inner.shared) return;
    const items = value.type === 'map' ? setOf(value) : null;
    const group = inner.path.at(-2) ?? '';
    if (items !== null) {
      const list = { form: 'list', items: items.map((text) => textValue(text)), place: value.place } as const;
      const namePlace = slice(key, 0, key.flat.length).written;
      this.#declarations.push({ name: key.flat, form: 'key', path: inner.path, namePlace, values: () => [list] });
    } else if (NAMES_IN_KEYS.test(group) || key.flat.includes(' ')) this.#keyAlone(key, inner.path);
  }

  /** A key whose value is a file of its own: what the key is called may say something still. */
  #keyAlone(key: Text, path: readonly string[]): void {
    const namePlace = slice(key, 0, key.flat.length).written;
    this.#declarations.push({ name: key.flat, form: 'key', path, namePlace, values: () => [] });
  }

  /** A list of strings: `NAME=value` where variables are set, one declaration of a list elsewhere. */
  #scalars(key: Text, { items, place }: ListNode, above: Above): void {
    if (above.shared) return;
    const sets = ENVIRONMENT_LIST.test(above.key);
    const others: Text[] = [];
    for (const item of items) {
      if (item.type !== 'scalar') continue;
      const text = this.#read(item.text, above.variables);
      const name = sets ? SET_VARIABLE.exec(text.flat)?.[1] : undefined;
      if (name === undefined) {
        others.push(text);
        this.#text(text, above.key, item.text);
      } else this.#assignment(text, name);
      if (above.key === 'env_file') this.#import(text);
    }
    if (others.length === 0) return;
    const list = { form: 'list', items: others.map((text) => textValue(text)), place } as const;
    const namePlace = slice(key, 0, key.flat.length).written;
    this.#declarations.push({
      name: above.key, form: 'key', path: above.path, namePlace, values: () => [list],
    });
  }

  #assignment(text: Text, name: string): void {
    const value = subText(text, name.length + 1, text.flat.length);
    if (this.#embedded(name, value)) return;
    this.#declarations.push(variable(name, slice(text, 0, name.length).written, value));
    this.#text(value, name);
  }

  #list({ items }: ListNode, above: Above): void {
    items.forEach((item, index) => this.#node(item, { ...above, path: [...above.path, String(index)] }));
  }

  #declare(path: readonly string[], namePlace: Place, written: Text, above: Above): void {
    const texts = this.#readAll(written, above.variables);
    const name = path.at(-1) ?? '';
    const form = ENVIRONMENT.test(above.key) || VARIABLE_NAME.test(name) ? 'variable' : 'key';
    this.#declarations.push({ name, form, path, namePlace, values: () => texts.flatMap(textValue) });
    for (const text of texts) {
      if (name === 'env_file') this.#import(text);
      this.#text(text, name, written);
    }
  }

  /**
   * `- name: X` with `value: y` beside it, as Kubernetes writes a variable and Argo, Tekton and Databricks a
   * parameter, perhaps with a `default`: the key that the value stands under; null where it is none.
   */
  #namedVariable(node: MapNode, above: Above): 'value' | 'default' | null {
    const name = scalarOf(node, 'name');
    const parameter = PARAMETERS.test(above.key);
    const key = parameter && valueAt(node, 'value') === null ? 'default' : 'value';
    const value = scalarOf(node, key);
    if (name === null || value === null || above.shared) return null;
    if (!/^[A-Za-z_][\w-]*$/.test(name.flat)) return null;
    if (!parameter && (name.flat.includes('-') || !(VARIABLE_NAME.test(name.flat) || /env/i.test(above.key)))) return null;
    const namePlace = slice(name, 0, name.flat.length).written;
    const text = this.#read(value, above.variables);
    this.#declarations.push(variable(name.flat, namePlace, text));
    this.#text(text, name.flat);
    return key;
  }

  /** A text of another language under a file's name, as ConfigMaps have them: `init.sql: |`. */
  #embedded(name: string, text: Text): boolean {
    if (!text.flat.includes('\n') && !/\.(?:sql|cql|sh)$/.test(name) && !isJsonText(text.flat)) return false;
    const facts = SPEAKS.test(name) ? null : readEmbedded(name, text);
    if (facts === null) return false;
    this.#take(facts);
    return true;
  }

  #take({ declarations, texts, commands, statements, embedded, comments }: EmbeddedFacts): void {
    this.#files.push(...embedded);
    this.#comments.push(...comments);
    this.#declarations.push(...declarations);
    this.#texts.push(...texts);
    this.#commands.push(...commands);
    this.#statements.push(...statements);
  }

  /** The variables that hold within a map: those from above and those that it sets itself. */
  #variablesOf(node: MapNode, outer: ReadonlyMap<string, Text>): ReadonlyMap<string, Text> {
    const own: (readonly [string, Text])[] = [];
    for (const { key, value } of node.entries) {
      if (!ENVIRONMENT.test(key.flat)) continue;
      for (const [name, text] of assignmentsIn(value)) own.push([name, this.#interpolated(text, outer)]);
    }
    return own.length === 0 ? outer : new Map([...outer, ...own]);
  }

  /** A value as the file's tool reads it, the defaults in it declared. */
  #read(text: Text, variables: ReadonlyMap<string, Text>, choice = 0): Text {
    const known = withoutTemplates(text, (name) => followVariable(name, text.place, variables), choice);
    return this.#expanded(known, (name, namePlace, value) => {
      this.#declarations.push(variable(name, namePlace, value));
    });
  }

  /** All that a value may be: GitHub's expressions choose between strings. */
  #readAll(text: Text, variables: ReadonlyMap<string, Text>): readonly Text[] {
    return Array.from({ length: choicesIn(text) }, (_, choice) => this.#read(text, variables, choice));
  }

  #interpolated(text: Text, variables: ReadonlyMap<string, Text>): Text {
    return this.#expanded(withoutTemplates(text, (name) => followVariable(name, text.place, variables)));
  }

  #expanded(known: Text, onDefault?: ExpansionOptions['onDefault']): Text {
    const told = onDefault === undefined ? {} : { onDefault };
    if (this.#compose) return expanded(known, { value: () => null, escape: 'dollar', ...told });
    if (onDefault === undefined) return known;
    const own = interpolated(known, { valueAt: (path) => this.#values?.at(path) ?? null, ...told });
    return expanded(own, { value: () => null, escape: 'none', bracesOnly: true, ...told });
  }

  #text(text: Text, key: string, written: Text | null = null): void {
    if (text.flat === '' || (written !== null && this.#commandReader.has(written))) return;
    if (SQL.test(key) && /\s/.test(text.flat)) {
      this.#statements.push({ text, dialect: null });
      return;
    }
    const context = SPEAKS.test(key) ? ({ form: 'docstring' } as const) : ({ form: 'value' } as const);
    this.#texts.push({ place: text.place, context, values: () => textValue(text) });
  }

  #import(text: Text): void {
    this.#imports.push({ place: text.place, specifier: text.flat, names: [] });
  }
}

function followVariable(name: string, place: Place, variables: ReadonlyMap<string, Text>): Text | null {
  const text = variables.get(name);
  if (text === undefined) return null;
  return followed(text, { origin: 'env', label: name, place: text.place, env: name }, place);
}

function assignmentsIn(node: Node): [string, Text][] {
  if (node.type === 'map') {
    return node.entries.flatMap(({ key, value }): [string, Text][] => {
      return value.type === 'scalar' ? [[key.flat, value.text]] : [];
    });
  }
  if (node.type === 'scalar') return [];
  return node.items.flatMap((item): [string, Text][] => {
    if (item.type === 'scalar') {
      const name = SET_VARIABLE.exec(item.text.flat)?.[1];
      return name === undefined ? [] : [[name, subText(item.text, name.length + 1, item.text.flat.length)]];
    }
    if (item.type === 'list') return [];
    const name = scalarOf(item, 'name');
    const value = scalarOf(item, 'value');
    return name === null || value === null ? [] : [[name.flat, value]];
  });
}

/**
 * Compose has a file's text below its name, `configs: { init.sql: { content: … } }`; cloud-init and Ansible
 * have it beside: `path: /opt/init.sql` with `content: …`.
 */
function fileName(key: string, above: Above): string {
  return key === 'content' ? (above.file ?? above.key) : key;
}
