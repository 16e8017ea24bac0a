const expressions = new Map<string, RegExp>();

/** The regular expression that an entry of the catalogue writes as text: made once, however often it is asked for. */
export function compiled(source: string, flags: '' | 'i' | 'd' = ''): RegExp {
  const key = `${flags}/${source}`;
  let expression = expressions.get(key);
  if (expression === undefined) {
    expression = new RegExp(source, flags);
    expressions.set(key, expression);
  }
  return expression;
}
