import type { Place } from '../../references/source.js';
import { type Text, followed, hole, isUnknown } from '../../references/text.js';
import type { Argument, Call, RecordValue, ThingValue, Value } from '../facts.js';
import { union } from './compose.js';
import type { Values } from './things.js';

/** Objects whose members are the environment's variables, as `ThingValue` paths. */
const ENVIRONMENTS = new Set([
  '~process.env',
  '~globalThis.process.env',
  '~global.process.env',
  'process.env',
  'import.meta.env',
  '~Bun.env',
  'bun.env',
  '~Deno.env.toObject()',
  '$env/static/private',
  '$env/static/public',
  '$env/dynamic/private.env',
  '$env/dynamic/public.env',
]);

/** Calls that read one variable: where its name and its default stand among the arguments. */
const READERS: Readonly<Record<string, { readonly name: number; readonly fallback: number | null }>> = {
  '~Deno.env.get()': { name: 0, fallback: null },
  '@nestjs/config.ConfigService().get()': { name: 0, fallback: 1 },
  '@nestjs/config.ConfigService().getOrThrow()': { name: 0, fallback: null },
};

/**
 * What a repository's own or any other service of settings is called, that is asked for a variable:
 * `this.config.get('KOL_BUCKET', 'd')`, `env('KOL_BUCKET')`, `nconf.get('KOL_BUCKET')`.
 */
const ASKS_SETTING =
  /(?:^|[~.@/-])(?:\w*(?:cfg|config|configuration|configService|settings|env|environment|nconf)(?:\(\))?\.(?:get\w*|str|string|require|required|optional|read)|(?:get|require|read|optional|must)?Env(?:Var|Variable|OrDefault|OrThrow|Or|String)?|(?:get|read)Setting)\(\)$/i;
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** env-var: `env.get('X').default('d').asString()`, https://github.com/evanshortiss/env-var */
const ENV_VAR = /^env-var(?:\.from\(\))?\.get\(\)(?:\.\w+\(\))*\.as\w+\(\)$/;

export function isEnvironment(thing: ThingValue): boolean {
  return ENVIRONMENTS.has(thing.path);
}

/** A variable of the environment, of which the code says no more than its name. */
export function environmentVariable(name: string | null, place: Place): Values {
  return [{ form: 'text', text: hole(place, 'env', name) }];
}

/** What a call gives that reads the environment through a library; null for any other. */
export function environmentRead(result: ThingValue, place: Place): Values | null {
  const call = result.calls.at(-1);
  const reader = READERS[result.path];
  if (reader !== undefined && call !== undefined) {
    const name = knownText(argumentAt(call, reader.name));
    const fallback = reader.fallback === null ? undefined : argumentAt(call, reader.fallback);
    return variableWithDefault(name, fallback, place);
  }
  if (CONVICT.test(result.path)) return convictSetting(result, place);
  if (!ENV_VAR.test(result.path)) return settingAsked(result, place);
  const name = knownText(
    argumentAt(
      result.calls.find(({ method }) => method === 'get'),
      0,
    ),
  );
  return variableWithDefault(name, argumentAt(result.calls.findLast(isDefault), 0), place);
}

/** `convict({ s3: { bucket: { default: 'd', env: 'KOL_BUCKET' } } }).get('s3.bucket')`. */
const CONVICT = /^convict(?:\.default)?\(\)(?:\.\w+\(\))*?\.get\(\)$/;

function convictSetting({ calls }: ThingValue, place: Place): Values | null {
  const key = knownText(argumentAt(calls.at(-1), 0));
  let shapes = records(argumentAt(calls[0], 0));
  for (const step of key?.split('.') ?? []) shapes = recordsIn(entryOf(shapes, step) ?? []);
  const fallback = entryOf(shapes, 'default');
  if (key === null || fallback === null) return null;
  const [env] = entryOf(shapes, 'env') ?? [];
  const variable = env?.form === 'text' ? env.text.flat : null;
  return fallback.flatMap((value): Value[] =>
    value.form === 'text' ? [{ form: 'text', text: setBy(value.text, key, variable, place) }] : [],
  );
}

/** A default of a setting, used at a place. */
function setBy(text: Text, key: string, env: string | null, place: Place): Text {
  const origin = env === null ? 'field-default' : 'env-default';
  return followed(text, { origin, label: env ?? key, place: text.place, env }, place);
}

function settingAsked({ path, calls }: ThingValue, place: Place): Values | null {
  const call = calls.at(-1);
  if (call === undefined || path.startsWith('env-var') || !ASKS_SETTING.test(path)) return null;
  const name = knownText(argumentAt(call, 0));
  return name !== null && VARIABLE.test(name) ? variableWithDefault(name, argumentAt(call, 1), place) : null;
}

/** What zod's `schema.parse(…)` gives, Joi's `schema.validate(…).value`, yup's `schema.validateSync(…)`. */
const PARSED = new RegExp(
  [
    '^(?:zod|zod/v[34]|zod/mini)(?:\\.z)?\\.(?:object|strictObject|looseObject)\\(\\)(?:\\.\\w+\\(\\))*?\\.(?:(?:parse|parseAsync)\\(\\)|(?:safeParse|safeParseAsync)\\(\\)\\.data)$',
    '^(?:joi|@hapi/joi)\\.object\\(\\)(?:\\.\\w+\\(\\))*?\\.(?:validate\\(\\)\\.value|validateAsync\\(\\))$',
    '^yup\\.object\\(\\)(?:\\.\\w+\\(\\))*?\\.(?:validate|validateSync|cast)\\(\\)$',
  ].join('|'),
);
const PARSING = /^(?:(?:safeP|p)arse(?:Async)?|validate(?:Async|Sync)?|cast)$/;
const CLEANED = /^envalid\.(?:cleanEnv|customCleanEnv)\(\)$/;
const CREATED = /^@t3-oss\/env-(?:nextjs|core|nuxt)\.createEnv\(\)$/;

/**
 * A member of what a schema library made of the environment: zod's `schema.parse(process.env).X`,
 * envalid's `cleanEnv(process.env, { X: str({ default }) }).X`, t3-env's `createEnv({ server }).X`;
 * null for any other thing.
 */
export function schemaMember(owner: ThingValue, name: string, place: Place): Values | null {
  if (PARSED.test(owner.path)) {
    const parse = owner.calls.findLast(({ method }) => PARSING.test(method));
    const shapes = owner.calls.filter(({ method }) => method !== parse?.method);
    const entry = entryOf(
      shapes.flatMap((call) => records(argumentAt(call, 0))),
      name,
    );
    return entry === null ? null : parsedMember(argumentAt(parse, 0), entry, name, place);
  }
  if (CLEANED.test(owner.path)) {
    const entry = entryOf(records(argumentAt(owner.calls.at(-1), 1)), name);
    return entry === null ? null : variableWithDefault(name, defaultOf(entry), place);
  }
  if (!CREATED.test(owner.path)) return null;
  const sides = records(argumentAt(owner.calls.at(-1), 0)).flatMap((record) =>
    ['server', 'client', 'shared'].flatMap((side) => recordsIn(entryOf([record], side) ?? [])),
  );
  const entry = entryOf(sides, name);
  return entry === null ? null : variableWithDefault(name, defaultOf(entry), place);
}

/** What a schema gives a value that is missing; null where a thing is no schema, or has no default. */
export function schemaDefault(schema: ThingValue): Argument | null {
  if (/^(?:zod(?:\/\w+)?|joi|@hapi\/joi|yup|env-var)\./.test(schema.path)) {
    const call = schema.calls.findLast(isDefault);
    return call === undefined ? null : (argumentAt(call, 0) ?? null);
  }
  if (schema.path === 'valibot.optional()') return argumentAt(schema.calls.at(-1), 1) ?? null;
  return null;
}

function parsedMember(input: Argument | undefined, entry: Values, name: string, place: Place): Values {
  const given = input?.values() ?? [];
  if (given.some((value) => value.form === 'thing' && isEnvironment(value))) {
    return variableWithDefault(name, defaultOf(entry), place);
  }
  const member = entryOf(given.filter(isRecord), name);
  const fallback = defaultOf(entry);
  const defaults = fallback === undefined ? [] : defaultTexts(fallback, name, null, place);
  if (member === null) return defaults;
  return withEnvironmentDefault(member, fallback?.values() ?? [], fallback?.place ?? place, place);
}

/** The default of a schema: an argument of `.default(…)`, or the entry `default` of envalid's options. */
function defaultOf(schemas: Values): Argument | undefined {
  for (const schema of schemas) {
    if (schema.form !== 'thing') continue;
    const own = schemaDefault(schema);
    if (own !== null) return own;
    if (!schema.path.startsWith('envalid.')) continue;
    const options = argumentAt(schema.calls.at(-1), 0);
    const entry = records(options)
      .flatMap(({ entries }) => entries)
      .find(({ key }) => key.flat === 'default' || key.flat === 'devDefault');
    if (entry !== undefined && options !== undefined) {
      return { ...options, place: entry.place, values: () => entry.values() };
    }
  }
  return undefined;
}

function variableWithDefault(name: string | null, fallback: Argument | undefined, place: Place): Values {
  const texts = fallback === undefined ? [] : defaultTexts(fallback, name ?? '', name, place);
  return texts.length > 0 ? texts : environmentVariable(name, place);
}

function defaultTexts(fallback: Argument, label: string, env: string | null, place: Place): Values {
  const origin = env === null ? 'field-default' : 'env-default';
  return fallback.values().flatMap((value): Value[] => {
    if (value.form !== 'text') return [];
    return [
      { form: 'text', text: followed(value.text, { origin, label, place: fallback.place, env }, place) },
    ];
  });
}

/**
 * `values ?? defaults`: each read of the environment gives way to the defaults, which remember the
 * variable; other values stand beside them.
 */
export function withEnvironmentDefault(values: Values, defaults: Values, at: Place, place: Place): Values {
  const reads = values.flatMap((value) =>
    value.form === 'text' && readsVariable(value.text) ? [value.text] : [],
  );
  if (reads.length === 0) return union(values, defaults);
  const others = values.filter((value) => !(value.form === 'text' && reads.includes(value.text)));
  const replaced = reads.map((read) =>
    defaults.flatMap((value): Value[] =>
      value.form === 'text' ? [{ form: 'text', text: inPlaceOf(read, value.text, at, place) }] : [],
    ),
  );
  const known = replaced.some((list) => list.length > 0);
  return union(others, ...replaced, known ? [] : reads.map((text) => ({ form: 'text', text })));
}

/** Whether a text is nothing but a variable of the environment. */
export function readsVariable(text: Text): boolean {
  return isUnknown(text.flat) && environmentHole(text) !== null;
}

function environmentHole(text: Text): { readonly env: string | null } | null {
  let node = text;
  while (node.form === 'followed') node = node.text;
  return node.form === 'hole' && node.origin === 'env' ? node : null;
}

/** The default where the variable was read, along the way that led to the read. */
function inPlaceOf(read: Text, fallback: Text, at: Place, place: Place): Text {
  if (read.form === 'followed') {
    return followed(inPlaceOf(read.text, fallback, at, place), read.step, read.place);
  }
  const env = read.form === 'hole' ? read.env : null;
  return followed(fallback, { origin: 'env-default', label: env ?? 'env', place: at, env }, place);
}

function isDefault({ method }: Call): boolean {
  return method === 'default' || method === 'prefault' || method === 'catch';
}

function argumentAt(call: Call | undefined, position: number): Argument | undefined {
  return call?.arguments.find((argument) => argument.position === position && !argument.spread);
}

function knownText(argument: Argument | undefined): string | null {
  const [value, ...others] = argument?.values() ?? [];
  if (value?.form !== 'text' || others.length > 0 || isUnknown(value.text.flat)) return null;
  return value.text.flat;
}

function records(argument: Argument | undefined): readonly RecordValue[] {
  return argument === undefined ? [] : recordsIn(argument.values());
}

function recordsIn(values: Values): readonly RecordValue[] {
  return values.filter(isRecord);
}

function isRecord(value: Value): value is RecordValue {
  return value.form === 'record';
}

function entryOf(shapes: readonly RecordValue[], name: string): Values | null {
  for (const { entries } of shapes) {
    const entry = entries.findLast(({ key }) => key.flat === name);
    if (entry !== undefined) return entry.values();
  }
  return null;
}
