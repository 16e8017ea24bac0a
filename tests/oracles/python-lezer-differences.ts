/** Python that `@lezer/python` reads otherwise than CPython, with what it does. */
export const LEZER_DIFFERENCES: readonly { readonly code: string; readonly cause: string }[] = [
  { code: 't"a{b}"\n', cause: 'it knows no t-strings' },
  { code: 'with (a as b, c):\n    pass\n', cause: 'it knows no with items in parentheses' },
];
