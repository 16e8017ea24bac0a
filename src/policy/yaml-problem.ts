import type { ErrorCode } from 'yaml';

/** What the parser says of a text that is no YAML. */
export interface YamlError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

interface Wording {
  readonly message: string;
  readonly hint: string | null;
}

/** What is wrong with a text that is no YAML, in words of whoever writes policies where the parser's are others. */
export function yamlProblem({ code, message, pos }: YamlError, text: string): Wording {
  const said = message.replace(/\n[^]*/, '');
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: `the key "${keyAt(text, pos[0])}" is written twice`, hint: 'make one of the two' };
    case 'MULTIPLE_DOCS':
      return { message: 'a second document begins here', hint: 'leave out the "---" and what stands behind it' };
    case 'TAB_AS_INDENT':
      return { message: 'this line is indented with a tab', hint: 'indent with spaces' };
    case 'MISSING_CHAR':
      return { message: said.replace(/(["'])quote/, '$1'), hint: null };
    case 'BAD_INDENT':
      return { message: said, hint: unclosed(said) };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return { message: 'a key stands where a value goes on', hint: 'put each key on a line of its own, indented as those beside it' };
    case 'BAD_ALIAS':
    case 'BAD_SCALAR_START':
      return { message: said, hint: 'put the text in quotes' };
    default:
      return { message: said, hint: null };
  }
}

/** The key that begins at an offset, without its quotes. */
function keyAt(text: string, start: number): string {
  const [, double, single, plain = ''] = /^(?:"([^"\n]*)"|'([^'\n]*)'|([^:\n]*))/.exec(text.slice(start)) ?? [];
  return (double ?? single ?? plain).trim();
}

function unclosed(said: string): string | null {
  const bracket = /end with a ([\]}])$/.exec(said)?.[1];
  return bracket === undefined ? null : `is the "${bracket}" missing?`;
}
