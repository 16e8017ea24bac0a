import type {
  CallArgument,
  Expression,
  ImportAlias,
  Module,
  Parameter,
  Replacement,
  Statement,
  StringPiece,
} from '../../../src/languages/python/syntax/syntax.js';

/** A module as S-expressions, one line a statement, the statements of a block indented below it. */
export function outline(module: Module, text: string): string[] {
  return module.body.flatMap((statement) => outlineStatement(statement, text));
}

function block(head: string, body: readonly Statement[], text: string): string[] {
  return [head, ...body.flatMap((statement) => outlineStatement(statement, text)).map((line) => `  ${line}`)];
}

function orElse(name: string, body: readonly Statement[], text: string): string[] {
  return body.length === 0 ? [] : block(name, body, text);
}

export function outlineStatement(statement: Statement, text: string): string[] {
  const show = (node: Expression | null): string => (node === null ? '' : outlineExpression(node, text));
  const many = (nodes: readonly Expression[]): string => nodes.map(show).join(' ');
  switch (statement.type) {
    case 'FunctionDefinition': {
      const decorators = statement.decorators.map((decorator) => `@${show(decorator)} `).join('');
      const returns = statement.returns === null ? '' : ` -> ${show(statement.returns)}`;
      const parameters = statement.parameters.map((parameter) => outlineParameter(parameter, text)).join(' ');
      const head = `${decorators}${statement.async ? 'async ' : ''}def ${statement.name.name} [${parameters}]${returns}`;
      return block(head, statement.body, text);
    }
    case 'ClassDefinition': {
      const decorators = statement.decorators.map((decorator) => `@${show(decorator)} `).join('');
      const given = statement.arguments.map((argument) => outlineArgument(argument, text)).join(' ');
      return block(`${decorators}class ${statement.name.name} [${given}]`, statement.body, text);
    }
    case 'Assignment': {
      const annotation = statement.annotation === null ? '' : `: ${show(statement.annotation)}`;
      const value = statement.value === null ? '' : ` = ${show(statement.value)}`;
      return [`assign ${statement.targets.map(show).join(' = ')}${annotation}${value}`];
    }
    case 'AugmentedAssignment':
      return [`assign ${show(statement.target)} ${statement.operator}= ${show(statement.value)}`];
    case 'Return':
      return [`return ${show(statement.value)}`.trimEnd()];
    case 'Import':
      return [`import ${statement.names.map(outlineAlias).join(', ')}`];
    case 'ImportFrom': {
      const from = `${'.'.repeat(statement.level)}${statement.module}`;
      return [`from ${from} import ${statement.names.map(outlineAlias).join(', ')}`];
    }
    case 'If':
      return [...block(`if ${show(statement.test)}`, statement.body, text), ...orElse('else', statement.orelse, text)];
    case 'For':
      return [
        ...block(`for ${show(statement.target)} in ${show(statement.iterable)}`, statement.body, text),
        ...orElse('else', statement.orelse, text),
      ];
    case 'While':
      return [...block(`while ${show(statement.test)}`, statement.body, text), ...orElse('else', statement.orelse, text)];
    case 'With': {
      const items = statement.items.map(({ value, target }) => show(value) + (target === null ? '' : ` as ${show(target)}`));
      return block(`with ${items.join(', ')}`, statement.body, text);
    }
    case 'Try':
      return [
        ...block('try', statement.body, text),
        ...statement.handlers.flatMap(({ exception, name, body }) =>
          block(`except ${show(exception)}${name === null ? '' : ` as ${name.name}`}`.trimEnd(), body, text),
        ),
        ...orElse('else', statement.orelse, text),
        ...orElse('finally', statement.finalbody, text),
      ];
    case 'Match':
      return [
        `match ${show(statement.subject)}`,
        ...statement.cases
          .flatMap(({ pattern, guard, body }) =>
            block(`case ${show(pattern)}${guard === null ? '' : ` if ${show(guard)}`}`, body, text),
          )
          .map((line) => `  ${line}`),
      ];
    case 'Raise':
      return [`raise ${show(statement.exception)}${statement.cause === null ? '' : ` from ${show(statement.cause)}`}`.trimEnd()];
    case 'Assert':
      return [`assert ${show(statement.test)}${statement.message === null ? '' : `, ${show(statement.message)}`}`];
    case 'Delete':
      return [`del ${many(statement.targets)}`];
    case 'Jump':
      return [statement.form];
    case 'NameDeclaration':
      return [`${statement.scope} ${statement.names.map((name) => name.name).join(' ')}`];
    case 'ExpressionStatement':
      return [show(statement.value)];
    default:
      return unknown(statement);
  }
}

function unknown(node: never): never {
  throw new Error(`no outline for ${JSON.stringify(node)}`);
}

function outlineAlias({ name, alias }: ImportAlias): string {
  return alias === null ? name : `${name} as ${alias.name}`;
}

const PARAMETER_MARKS = { 'positional-only': '/', positional: '', 'keyword-only': '=', list: '*', record: '**' } as const;

function outlineParameter(parameter: Parameter, text: string): string {
  const annotation = parameter.annotation === null ? '' : `:${outlineExpression(parameter.annotation, text)}`;
  const value = parameter.default === null ? '' : `=${outlineExpression(parameter.default, text)}`;
  return `${PARAMETER_MARKS[parameter.form]}${parameter.name.name}${annotation}${value}`;
}

function outlineArgument({ keyword, spread, value }: CallArgument, text: string): string {
  return `${keyword === null ? spread : `${keyword.name}=`}${outlineExpression(value, text)}`;
}

export function outlineExpression(node: Expression, text: string): string {
  const show = (child: Expression | null): string => (child === null ? '_' : outlineExpression(child, text));
  const list = (head: string, parts: readonly string[]): string => `(${[head, ...parts].join(' ')})`;
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'Constant':
      return node.raw;
    case 'StringLiteral':
      return node.pieces.map((piece) => outlinePiece(piece, text)).join('+');
    case 'Attribute':
      return `${show(node.object)}.${node.attribute.name}`;
    case 'Subscript':
      return `${show(node.object)}[${show(node.index)}]`;
    case 'Call':
      return list(show(node.callee), node.arguments.map((argument) => outlineArgument(argument, text)));
    case 'Binary':
    case 'Boolean':
      return list(node.operator, [show(node.left), show(node.right)]);
    case 'Compare':
      return list(node.operators.join(','), node.operands.map(show));
    case 'Unary':
      return list(node.operator, [show(node.operand)]);
    case 'Conditional':
      return list('if', [show(node.test), show(node.body), show(node.orelse)]);
    case 'Lambda':
      return list('lambda', [`[${node.parameters.map((each) => outlineParameter(each, text)).join(' ')}]`, show(node.body)]);
    case 'Sequence':
      return list(node.form, node.items.map(show));
    case 'Dictionary':
      return list('dict', node.entries.map(({ key, value }) => (key === null ? `**${show(value)}` : `${show(key)}:${show(value)}`)));
    case 'Comprehension': {
      const clauses = node.clauses.map(({ target, iterable, conditions }) =>
        list('for', [show(target), show(iterable), ...conditions.map((condition) => `if ${show(condition)}`)]),
      );
      return list(`${node.form} of`, [node.key === null ? show(node.item) : `${show(node.key)}:${show(node.item)}`, ...clauses]);
    }
    case 'Starred':
      return `*${show(node.value)}`;
    case 'Named':
      return list(':=', [node.target.name, show(node.value)]);
    case 'Await':
      return list(node.form, node.value === null ? [] : [show(node.value)]);
    case 'Slice':
      return `${show(node.lower)}:${show(node.upper)}:${show(node.step)}`;
    case 'Unreadable':
      return '<unreadable>';
    default:
      return unknown(node);
  }
}

/** The prefix, the content as written, and in braces what is interpolated. */
function outlinePiece(piece: StringPiece, text: string): string {
  const { prefix, contentStart, contentEnd, replacements } = piece;
  return `${prefix}'${contentOutline(contentStart, contentEnd, replacements, text)}'`;
}

function contentOutline(start: number, end: number, replacements: readonly Replacement[], text: string): string {
  let shown = '';
  let offset = start;
  for (const { start: from, end: to, value, debug, conversion, spec } of replacements) {
    shown += `${text.slice(offset, from)}{${outlineExpression(value, text)}${debug ? '=' : ''}`;
    if (conversion !== null) shown += `!${conversion}`;
    if (spec !== null) shown += `:${contentOutline(spec.start, spec.end, spec.replacements, text)}`;
    shown += '}';
    offset = to;
  }
  return shown + text.slice(offset, end);
}
