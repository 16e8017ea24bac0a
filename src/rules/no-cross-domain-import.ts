import { relative, sep } from 'node:path';

import { createRule } from '../reporting/create-rule.js';
import { suggestDisable } from '../reporting/suggestions.js';

const NAME = 'no-cross-domain-import';

export const noCrossDomainImport = createRule<object>({
  name: NAME,
  description: "Disallow imports of another domain's code",
  recommended: 'error',
  strict: 'error',
  fixable: false,
  messages: {
    import: "'{{name}}' is {{owner}}'s code ({{file}}), and this file is {{domain}}'s.",
  },
  schema: {},
  defaults: {},
  check(analysis) {
    const { fileDomain, imports, policy } = analysis;
    if (fileDomain === null) return [];
    return imports
      .filter(({ domain, allowed }) => domain !== fileDomain && !allowed)
      .map(({ site, file, domain }) => ({
        place: site.place,
        messageId: 'import',
        data: {
          name: site.specifier,
          owner: domain,
          domain: fileDomain,
          file: relative(policy.root, file).split(sep).join('/'),
        },
        fix: null,
        suggestions: suggestDisable(site.place.start, NAME, analysis),
      }));
  },
});
