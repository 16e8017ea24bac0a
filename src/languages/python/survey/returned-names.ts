import type { Expression, FunctionDefinition, Statement } from '../syntax/syntax.js';

/** A function that gives a thing is called what the thing is, `get_` and the like before it. */
const GIVES = /^_*(?:(?:get|default|resolve|current|the)_)?((?:[a-z0-9]+_)*?(?:bucket|topic|keyspace|schema|catalog|database|experiment|dag_id|table)(?:_name)?)$/i;
/** What a function does begins with a verb: `create_bucket` gives no bucket's name. */
const DOES =
  /^(?:add|assert|attach|backup|build|check|clean|clear|clone|copy|count|create|delete|describe|drop|ensure|exists?|export|fetch|find|flush|format|has|import|init|insert|is|list|load|make|migrate|move|open|parse|populate|print|process|purge|push|put|query|read|refresh|register|remove|rename|render|reset|restore|run|save|seed|select|send|set|setup|should|show|sync|test|to|truncate|update|upload|upsert|use|validate|verify|wait|with|write)_/i;

/**
 * What the name of a function says of the text that it returns: `bucket_name` of `def get_bucket_name()`.
 * Null where it says nothing, or the text is none that is written there.
 */
export function nameOfReturned(definition: FunctionDefinition, returned: Expression): string | null {
  const { name } = definition;
  const given = GIVES.exec(name.name)?.[1];
  if (given === undefined || DOES.test(name.name.replace(/^_+/, '')) || DOES.test(given)) return null;
  return isWritten(returned) && !sortsNumbers(definition.body) ? given : null;
}

/** Whether a function asks how great a number is: `age_bucket` then gives the class that an age falls into. */
function sortsNumbers(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.type) {
      case 'If':
        return comparesNumbers(statement.test) || sortsNumbers(statement.body) || sortsNumbers(statement.orelse);
      case 'Return':
        return statement.value?.type === 'Conditional' && comparesNumbers(statement.value.test);
      default:
        return false;
    }
  });
}

function comparesNumbers(test: Expression): boolean {
  if (test.type === 'Boolean') return comparesNumbers(test.left) || comparesNumbers(test.right);
  return test.type === 'Compare' && test.operators.some((operator) => /^[<>]=?$/.test(operator));
}

/** Whether a text stands there, perhaps behind `or` or `else`. */
function isWritten(node: Expression): boolean {
  switch (node.type) {
    case 'StringLiteral':
      return true;
    case 'Boolean':
      return isWritten(node.right);
    case 'Conditional':
      return isWritten(node.body) || isWritten(node.orelse);
    default:
      return false;
  }
}
