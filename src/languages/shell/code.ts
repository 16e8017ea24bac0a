import { type Text, subText } from '../../references/text.js';
import type { EmbeddedFile } from '../facts.js';
import { programName } from './wrappers.js';

/** An interpreter: what its code's file would be called, and the options that code stands behind. */
interface Interpreter {
  readonly program: RegExp;
  readonly name: string;
  readonly options: readonly string[];
  /** An operand that must stand there for what it is fed to be code; none, but `-`, where left out. */
  readonly operand?: RegExp;
}

const INTERPRETERS: readonly Interpreter[] = [
  { program: /^(?:i?python[\d.]*|pyspark)$/, name: 'stdin.py', options: ['-c'] },
  { program: /^(?:node|bun)$/, name: 'stdin.js', options: ['-e', '--eval', '-p', '--print'] },
  { program: /^spark-shell$/, name: 'stdin.scala', options: [] },
  { program: /^dbt$/, name: 'vars.yaml', options: ['--vars'], operand: /^$/ },
  { program: /^(?:kubectl|oc)$/, name: 'stdin.yaml', options: [], operand: /^(?:apply|create|replace|delete)$/ },
];

/** The code in another language that a command runs: `python -c '…'`, `python <<EOF`, `kubectl apply -f - <<EOF`. */
export function codeOf(words: readonly Text[], input: Text | null): EmbeddedFile | null {
  const program = programName(words[0]);
  const interpreter = INTERPRETERS.find((candidate) => candidate.program.test(program));
  if (interpreter === undefined) return null;
  const { name, options, operand } = interpreter;
  const given = words.findIndex(({ flat }) => options.some((option) => flat === option || flat.startsWith(`${option}=`)));
  const equals = words[given]?.flat.indexOf('=') ?? -1;
  const option = words[given];
  const value = option !== undefined && equals !== -1 ? subText(option, equals + 1, option.flat.length) : words[given + 1];
  const code = given === -1 ? input : (value ?? null);
  if (code === null) return null;
  const operands = words.slice(1).filter(({ flat }) => !flat.startsWith('-'));
  const runs = given !== -1 || (operand === undefined ? operands.length === 0 : operands.some(({ flat }) => operand.test(flat)));
  return runs ? { name, text: code } : null;
}
