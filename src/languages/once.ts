/** What a computation gives, worked out when it is first asked for and kept. */
export function once<Result>(compute: () => Result): () => Result {
  let found: { readonly result: Result } | null = null;
  return () => (found ??= { result: compute() }).result;
}
