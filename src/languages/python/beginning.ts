import type { Call, Expression, StringPiece } from './syntax/syntax.js';
import { positional } from './survey/expression-queries.js';

/**
 * What a string expression begins with, where that is a placeholder: `base` of `f"{base}/events"`,
 * `base + "/events"`, `"%s/events" % base` and `"{}/events".format(base)`. Null where it begins with
 * characters, or where its form alone does not tell.
 *
 * @param text the source's
 */
export function beginningOf(node: Expression, text: string): Expression | null {
  switch (node.type) {
    case 'StringLiteral': {
      const [first] = node.pieces[0]?.replacements ?? [];
      return first?.start === node.pieces[0]?.contentStart && first?.debug === false ? first.value : null;
    }
    case 'Binary':
      if (node.operator === '%') return beginsWith(node.left, text, /%s/y) ? firstOf(node.right) : null;
      return node.left.type === 'StringLiteral' || node.left.type === 'Binary' ? beginningOf(node.left, text) : node.left;
    case 'Call':
      return isFormatted(node) && beginsWith(node.callee.object, text, /\{0?\}/y) ? (positional(node)[0] ?? null) : null;
    default:
      return null;
  }
}

/** Whether the characters of a literal begin like this. */
function beginsWith(node: Expression, text: string, placeholder: RegExp): boolean {
  const piece: StringPiece | undefined = node.type === 'StringLiteral' ? node.pieces[0] : undefined;
  if (piece === undefined || piece.replacements.length > 0) return false;
  placeholder.lastIndex = piece.contentStart;
  return placeholder.test(text);
}

/** The first of a tuple; another value stands for itself. */
function firstOf(given: Expression): Expression | null {
  if (given.type !== 'Sequence') return given;
  const [first] = given.items;
  return first === undefined || first.type === 'Starred' ? null : first;
}

type Formatted = Call & { readonly callee: Extract<Expression, { type: 'Attribute' }> };

function isFormatted(node: Call): node is Formatted {
  return node.callee.type === 'Attribute' && node.callee.attribute.name === 'format';
}
