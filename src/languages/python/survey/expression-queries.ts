import type { Call, Expression, Node } from '../syntax/syntax.js';

/** The name in `not x`, `x is None` and `x == ""`; null for another test. */
export function testedForAbsence(test: Expression): string | null {
  if (test.type === 'Unary' && test.operator === 'not') {
    return test.operand.type === 'Identifier' ? test.operand.name : null;
  }
  if (test.type !== 'Compare' || test.operators.length !== 1) return null;
  const [operand, other] = test.operands;
  if (operand?.type !== 'Identifier' || (test.operators[0] !== 'is' && test.operators[0] !== '=='))
    return null;
  const empty =
    (other?.type === 'Constant' && other.raw === 'None') ||
    (other?.type === 'StringLiteral' &&
      other.pieces.every((piece) => piece.contentStart === piece.contentEnd));
  return empty ? operand.name : null;
}

/** The last name of a callee: `b` in `a.b(…)`; '' where it has none. */
export function lastName(callee: Expression): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'Attribute' ? callee.attribute.name : '';
}

/** What a call is given by position, up to a spread, behind which positions are not known. */
export function positional(node: Call): readonly Expression[] {
  const values: Expression[] = [];
  for (const { keyword, spread, value } of node.arguments) {
    if (spread === '*') break;
    if (keyword === null && spread === '') values.push(value);
  }
  return values;
}

/** What a call is given by a keyword; null where it is not. */
export function keywordOf(node: Call, name: string): Expression | null {
  return node.arguments.find((argument) => argument.keyword?.name === name)?.value ?? null;
}

/** A key written as one plain string, without its quotes. */
export function stringKey(
  key: Expression,
  text: string,
): { readonly name: string; readonly node: Node } | null {
  if (key.type !== 'StringLiteral') return null;
  const piece = key.pieces[0];
  if (piece === undefined || key.pieces.length !== 1 || piece.replacements.length > 0) return null;
  const node = { start: piece.contentStart, end: piece.contentEnd };
  const name = text.slice(node.start, node.end);
  return name.includes('\\') ? null : { name, node };
}
