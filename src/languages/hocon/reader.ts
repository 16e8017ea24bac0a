import type { Source } from '../../references/source.js';
import { readConfiguration } from '../configuration/reader.js';
import type { Facts } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { parseHocon } from './document.js';

/**
 * Reads HOCON, the configuration of Akka, Play, Flink jobs and SeaTunnel (`application.conf`), and what is
 * written like it. Null where the file is of another kind: many have names that end in `.conf`.
 */
export function readHocon(source: Source): Facts | null {
  // Without an object it is a list of settings of whatever program.
  if (!/^[^#\n]*\{\s*(?:#|\/\/|$)/m.test(source.text)) return null;
  const { root, comments } = parseHocon(source);
  return root === null ? null : factsOf(source, readConfiguration([root], comments));
}
