import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PolicyChecker } from '../../src/policy/policy-checker.js';
import { createPolicy } from '../../src/policy/create-policy.js';
import { parsePolicyText } from '../../src/policy/policy-node.js';
import { readPolicy } from '../../src/policy/read-policy.js';
import { examplesOfPage } from './policy-page.js';

const FILE = '/platform/domain-separation.yaml';
const PIECES = ['"', "'", '{', '}', '[', ']', '*', '!', '&a', '*a', ':', '- ', '\n', '\t', '<<: ', '{a,', '**/', '#', '\0', '1'];

/** The checker's problems, or null where the text is a policy. */
function problemsOf(text: string) {
  const check = new PolicyChecker();
  const { root, problems } = parsePolicyText(FILE, text);
  check.problems.push(...problems);
  if (root !== null) {
    const document = readPolicy(root, check);
    createPolicy(FILE, [{ file: FILE, root: '/platform', document }], '2026-01-01', check);
  }
  return check.problems;
}

it('a damaged policy gives problems at places of the text, and never another error', () => {
  const damage = fc.record({ at: fc.nat(), length: fc.nat(4), piece: fc.constantFrom(...PIECES) });
  fc.assert(
    fc.property(fc.constantFrom(...examplesOfPage()), fc.array(damage, { minLength: 1, maxLength: 3 }), ({ policy }, all) => {
      const text = all.reduce((before, { at, length, piece }) => {
        const offset = at % before.length;
        return before.slice(0, offset) + piece + before.slice(offset + length);
      }, policy);
      const lines = text.split(/\r\n|[\r\n]/).length;
      for (const { line, column, message } of problemsOf(text)) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThan(0);
        expect(message).not.toBe('');
      }
    }),
    { seed: 20261124, numRuns: 300 },
  );
});
