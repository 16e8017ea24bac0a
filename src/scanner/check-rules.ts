import { nearestWord } from '../policy/nearest-word.js';
import { PolicyError } from '../policy/policy-error.js';
import type { PolicyProblem } from '../policy/policy-error.js';
import type { Settings, WrittenRule } from '../policy/policy.js';
import type { OptionSchema } from '../reporting/create-rule.js';
import { rules } from '../rules/index.js';
import { RULE_NAMES } from '../reporting/rule-name.js';
import type { RuleName } from '../reporting/rule-name.js';

/**
 * Holds what a policy says of rules against the rules: the policy itself knows none. Throws a
 * `PolicyError` for a rule that there is not, and for options that a rule does not have.
 */
export function checkRules({ writtenRules }: Settings): void {
  const problems = writtenRules.flatMap(problemsOf);
  if (problems.length > 0) throw new PolicyError(problems);
}

/** A rule by its name, with or without the plugin's prefix; null where there is none. */
export function ruleNamed(name: string): RuleName | null {
  const plain = name.replace(/^domain-separation\//, '');
  return RULE_NAMES.find((candidate) => candidate === plain) ?? null;
}

/** Which rule a misspelt name most likely means, or which there are. */
export function rulesLike(name: string): string {
  return like(name.replace(/^domain-separation\//, ''), RULE_NAMES, 'the rules are');
}

function like(word: string, words: readonly string[], otherwise: string): string {
  const nearest = nearestWord(word, words);
  return nearest === null ? `${otherwise} ${words.join(', ')}` : `did you mean "${nearest}"?`;
}

function problemsOf({ name, options, at }: WrittenRule): PolicyProblem[] {
  const problem = (message: string, hint: string | null = null): PolicyProblem => ({ ...at, message, hint });
  const rule = ruleNamed(name);
  if (rule === null) return [problem(`there is no rule "${name}"`, rulesLike(name))];
  const [given, ...others] = options;
  if (given === undefined) return [];
  if (others.length > 0 || typeof given !== 'object' || given === null || Array.isArray(given)) {
    return [problem(`"${name}" takes a severity and one map of options`, `write ${name}: [warn, { … }]`)];
  }
  const schemas = rules[rule].meta.schema[0].properties;
  return Object.entries(given).flatMap(([option, value]) => {
    const schema = schemas[option];
    if (schema === undefined) return [problem(`"${name}" has no option "${option}"`, optionsLike(option, Object.keys(schemas)))];
    const wrong = wrongValue(value, schema);
    return wrong === null ? [] : [problem(`the option "${option}" of "${name}" ${wrong.message}`, wrong.hint)];
  });
}

function optionsLike(option: string, known: readonly string[]): string {
  return known.length === 0 ? 'it has none' : like(option, known, 'its options are');
}

function wrongValue(value: unknown, schema: OptionSchema): { readonly message: string; readonly hint: string | null } | null {
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : { message: 'must be true or false', hint: null };
    case 'array': {
      const words = schema.items.enum;
      if (!Array.isArray(value)) return { message: 'must be a list', hint: `of ${words.join(', ')}` };
      const wrong = value.map(String).find((word) => !words.includes(word));
      return wrong === undefined ? null : { message: `cannot hold "${wrong}"`, hint: like(wrong, words, 'it takes') };
    }
  }
}
