import type { TSESTree } from '@typescript-eslint/utils';
import type { Source } from '../../references/source.js';
import type { Call, Comment, Declaration, Facts, ImportSite, ModuleLoader, TextSite } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { once } from '../once.js';
import { Bindings } from './bindings.js';
import { carriedCalls, carriedTexts } from './carried.js';
import { commandLines } from './command-lines.js';
import { declarationsAt } from './declarations.js';
import { Evaluator } from './evaluator.js';
import { Exports } from './exports.js';
import { importAt } from './imports.js';
import { reachedBodies } from './reached-bodies.js';
import { SyntaxIndex, isCall } from './syntax-index.js';
import { textSiteAt } from './text-sites.js';
import type { JavaScriptTree } from './tree.js';

/**
 * The facts of a JavaScript or TypeScript file, from the tree that ESLint or `parseJavaScript` made of
 * it. Nothing is evaluated yet: each value is, when it is asked for, and modules are loaded then.
 */
export function readJavaScript(source: Source, tree: JavaScriptTree, load: ModuleLoader): Facts {
  const index = new SyntaxIndex(tree);
  const evaluator = new Evaluator(source, index, new Bindings(tree, index), load);
  const exports = new Exports(evaluator, tree.ast);
  const calls: Call[] = [];
  const declarations: Declaration[] = [];
  const texts: TextSite[] = [];
  const imports: ImportSite[] = [];
  for (const node of index.nodes) {
    if (isCall(node)) calls.push(evaluator.call(node));
    declarations.push(...declarationsAt(evaluator, node));
    const text = textSiteAt(evaluator, node);
    if (text !== null) texts.push(text);
    const site = importAt(evaluator, node);
    if (site !== null) imports.push(site);
  }
  const facts = factsOf(source, {
    calls,
    declarations,
    texts,
    imports,
    comments: (tree.ast.comments ?? []).map((comment) => commentOf(source, comment)),
    exported: (name) => exports.valuesOf(name),
  });
  // A module that another imports is asked for its values alone.
  const commands = once(() => commandLines(evaluator));
  const bodies = once(() => reachedBodies(evaluator));
  const carried = once(() => carriedCalls(bodies()));
  const textsCarried = once(() => carriedTexts(bodies()));
  return {
    ...facts,
    get commands() {
      return commands();
    },
    get carried() {
      return carried();
    },
    get carriedTexts() {
      return textsCarried();
    },
  };
}

function commentOf(source: Source, comment: TSESTree.Comment): Comment {
  const [start, end] = comment.range;
  return {
    text: comment.value,
    form: comment.type === 'Block' ? 'block' : 'line',
    place: { source, start, end },
  };
}
