/** `sys.path.append(os.path.join(HERE, "..", "lib"))`, over several lines or not. */
const ADDS = /\bsys\.path\.(?:append|insert)\(/g;
/** No path is written at more length. */
const LONGEST_ARGUMENT = 400;
const MOST_ADDED = 16;
/** A text in quotes that may be a path. */
const TEXT = /["']([\w./ -]+)["']/g;
const NAMES = /\b[A-Za-z_]\w*\b/g;
/** What is looked for in a file's first characters: it stands above the imports that need it. */
const MOST_READ = 20_000;

/**
 * The folders that a Python file puts on the path of modules itself, each as far as it is written:
 * `lib` of `sys.path.insert(0, str(Path(__file__).parent / "lib"))`. From which folder on is not said:
 * `..` and where the container has the repository are left out.
 */
export function foldersAddedToPath(source: string): readonly string[] {
  if (!source.includes('sys.path.')) return [];
  const text = source.slice(0, MOST_READ);
  const found = new Set<string>();
  for (const { index, 0: call } of [...text.matchAll(ADDS)].slice(0, MOST_ADDED)) {
    const argument = upToBracket(text.slice(index + call.length, index + call.length + LONGEST_ARGUMENT));
    const folder = written(argument) || written(assignedTo(argument, text));
    if (folder !== '') found.add(folder);
  }
  return [...found];
}

/** What stands before the bracket that closes a call. */
function upToBracket(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return text.slice(0, at);
  }
  return '';
}

/** The texts in an expression as one path, without what leads upwards. */
function written(expression: string): string {
  const parts = [...expression.matchAll(TEXT)].flatMap(([, part = '']) => part.split('/'));
  return parts.filter((part) => part !== '' && !/^\.+$/.test(part)).join('/');
}

/** What the names in an expression were last given, where that stands on one line. */
function assignedTo(expression: string, text: string): string {
  return [...expression.matchAll(NAMES)]
    .map(([name]) => new RegExp(`^[ \\t]*${name}\\s*=\\s*([^\\n]*)`, 'm').exec(text)?.[1] ?? '')
    .join(' ');
}
