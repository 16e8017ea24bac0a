import type { ImportSite } from '../facts.js';
import type { Evaluator } from './values/evaluator.js';
import { onlyText } from './values/string-methods.js';
import type { Survey } from './survey/survey.js';

/** `importlib.import_module("a.b")`, `import_module(".b", package="a")`, `__import__("a.b")`. */
export function dynamicImports(evaluator: Evaluator, found: Survey): readonly ImportSite[] {
  return ['import_module', '__import__'].flatMap((method) =>
    (found.callsByMethod.get(method) ?? []).flatMap(({ node, scope }): readonly ImportSite[] => {
      const [first, second] = node.arguments;
      if (first?.value.type !== 'StringLiteral') return [];
      const name = onlyText(evaluator.values(first.value, scope, null));
      const base = second?.value.type === 'StringLiteral' ? onlyText(evaluator.values(second.value, scope, null)) : null;
      if (name === null) return [];
      return [{ place: evaluator.place(node), specifier: absoluteModule(name, base), names: [] }];
    }),
  );
}

/** `.b` from the package `a` is `a.b`; a name without dots, or with no package to start from, stays as it is. */
export function absoluteModule(name: string, base: string | null): string {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  if (dots === 0 || base === null) return name;
  const folders = base.split('.');
  return [...folders.slice(0, Math.max(0, folders.length - (dots - 1))), name.slice(dots)].join('.');
}
