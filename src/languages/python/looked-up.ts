import { readerOf, variableArguments } from './values/environment.js';
import type { Evaluator } from './values/evaluator.js';
import { optionName } from './values/options.js';
import { onlyText } from './values/string-methods.js';
import type { CallNode, DeclaredNode, Survey } from './survey/survey.js';
import { keywordOf } from './survey/expression-queries.js';

/** Names of functions and methods that may read a variable; what they are is asked only of these. */
const READING_METHODS = [
  'getenv',
  'get',
  'setdefault',
  'pop',
  'config',
  'env',
  'str',
  'url',
  'path',
  'list',
  'getenvb',
];

/** Reads of variables, by the variable's name: `os.getenv("MINIO_BUCKET_BRONZE", "bronze")`. */
export function variableDeclarations(evaluator: Evaluator, found: Survey): readonly DeclaredNode[] {
  return READING_METHODS.flatMap((method) =>
    (found.callsByMethod.get(method) ?? []).flatMap((call): readonly DeclaredNode[] => {
      const { name } = variableArguments(call.node);
      if (name?.type !== 'StringLiteral' || !readsVariable(evaluator, call)) return [];
      const variable = onlyText(evaluator.values(name, call.scope, null));
      if (variable === null) return [];
      const piece = name.pieces[0];
      const node = piece === undefined ? name : { start: piece.contentStart, end: piece.contentEnd };
      const { node: value, scope } = call;
      return [
        {
          form: 'variable',
          name: variable,
          within: null,
          node,
          value,
          unpacking: [],
          scope,
        },
      ];
    }),
  );
}

function readsVariable(evaluator: Evaluator, { node, scope }: CallNode): boolean {
  return evaluator.things(node.callee, scope, null).some((callee) => readerOf(callee.path) !== null);
}

/** Options of the command line with a default, by the option's name. */
export function optionDeclarations(evaluator: Evaluator, found: Survey): readonly DeclaredNode[] {
  return ['add_argument', 'option'].flatMap((method) =>
    (found.callsByMethod.get(method) ?? []).flatMap(({ node, scope }): readonly DeclaredNode[] => {
      const value = keywordOf(node, 'default');
      const name = optionName(evaluator, node, scope);
      if (value === null || name === null) return [];
      const written = node.arguments[0]?.value ?? node;
      return [
        {
          form: 'parameter',
          name,
          within: null,
          node: written,
          value,
          unpacking: [],
          scope,
        },
      ];
    }),
  );
}

/** What looks a setting up by its name, whoever wrote it: `get_env("S3_BUCKET", "kol-raw")`, `_optional_arg(…)`. */
const LOOKS_UP = /(?:^|_)(?:env|getenv|arg|args|param|setting|config|conf|cfg|option|opt|var|variable|secret)(?:_|$)/i;
const SETTING = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Defaults of settings that functions of the project's own look up. */
export function defaultDeclarations(evaluator: Evaluator, { calls, callsByMethod }: Survey): readonly DeclaredNode[] {
  if (!callsByMethod.names().some((method) => LOOKS_UP.test(method))) return [];
  return calls.flatMap(({ node, scope }): readonly DeclaredNode[] => {
    const { callee } = node;
    const [named, fallback] = node.arguments;
    if (callee.type !== 'Identifier' || !LOOKS_UP.test(callee.name) || named?.value.type !== 'StringLiteral') return [];
    if (fallback?.value.type !== 'StringLiteral' || node.arguments.length > 3) return [];
    const [piece] = named.value.pieces;
    const name = onlyText(evaluator.values(named.value, scope, null));
    if (piece === undefined || name === null || !SETTING.test(name)) return [];
    const key = { start: piece.contentStart, end: piece.contentEnd };
    return [{ form: 'constant', name, within: null, node: key, value: fallback.value, unpacking: [], scope }];
  });
}
