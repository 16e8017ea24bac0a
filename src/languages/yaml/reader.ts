import type { Source } from '../../references/source.js';
import { readConfiguration } from '../configuration/reader.js';
import type { Facts } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { parseYaml } from './document.js';

/** Reads a YAML file, templates (Jinja, Helm) in it included; see `readConfiguration` for what it tells. */
export function readYaml(source: Source): Facts {
  const { documents, comments, problems } = parseYaml(source);
  return factsOf(source, { ...readConfiguration(documents, comments), problems });
}
