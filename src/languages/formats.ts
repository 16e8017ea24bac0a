import type { Source } from '../references/source.js';
import { readDockerfile } from './dockerfile/reader.js';
import type { Facts } from './facts.js';
import { readIni } from './ini/reader.js';
import { readJson } from './json/reader.js';
import { readMakefile } from './makefile/reader.js';
import { readOther } from './other/reader.js';
import { readProperties } from './properties/reader.js';
import { readShell } from './shell/reader.js';
import { readTerraform } from './terraform/reader.js';
import { readToml } from './toml/reader.js';
import { readYaml } from './yaml/reader.js';

/** A format whose reader needs nothing but the file. */
export interface Format {
  readonly name: string;
  /** Which files, by their path with `/` between. */
  readonly files: RegExp;
  readonly read: (source: Source) => Facts;
}

/** The formats in order; the first whose pattern fits reads a file. */
export const FORMATS: readonly Format[] = [
  { name: 'shell', files: /(?:\.(?:sh|bash|zsh|ksh|bats|envrc)|(?:^|\/)\.envrc|(?:^|\/)\.?(?:bashrc|bash_profile|profile))$/, read: readShell },
  { name: 'yaml', files: /(?:\.(?:ya?ml)(?:\.(?:j2|tpl|tmpl|example|sample|dist))?|(?:^|\/)MLproject)$/i, read: readYaml },
  { name: 'json', files: /\.(?:json|jsonc|json5|tfvars\.json|avsc)(?:\.(?:j2|tpl|example|sample))?$/i, read: readJson },
  { name: 'toml', files: /(?:\.toml|(?:^|\/)Pipfile)$/i, read: readToml },
  { name: 'terraform', files: /\.(?:tf|tfvars|hcl)$/i, read: readTerraform },
  { name: 'properties', files: /(?:\.properties(?:\.\w+)?|(?:^|\/)spark-defaults\.conf(?:\.\w+)?|(?:^|\/)server\.config)$/i, read: readProperties },
  { name: 'ini', files: /\.(?:ini|cfg)(?:\.(?:j2|tpl|example|sample))?$/i, read: readIni },
  { name: 'makefile', files: /(?:(?:^|\/)(?:GNU)?[Mm]akefile(?:\.[\w-]+)?|\.mk)$/, read: readMakefile },
  { name: 'dockerfile', files: /(?:(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?|\.(?:dockerfile|Dockerfile))$/, read: readDockerfile },
  {
    name: 'other',
    files: /(?:\.(?:scala|sc|java|kt|kts|go|rs|rb|r|php|cs|groovy|gradle|swift|c|cc|cpp|h|hpp|pl|ps1|conf|hocon|xml|txt|service|proto|thrift|j2|tpl|tmpl)|(?:^|\/)Jenkinsfile)$/i,
    read: (source) => readOther(source),
  },
];

/** The format of a file, by its path; null where none fits. */
export function formatOf(path: string): Format | null {
  const name = path.replaceAll('\\', '/');
  return FORMATS.find(({ files }) => files.test(name)) ?? null;
}
