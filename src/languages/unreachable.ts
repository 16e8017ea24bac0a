/** Stands where no case is left: a form that is added and not dealt with fails to compile there. */
export function unreachable(node: never): never {
  throw new Error(`Unknown syntax: ${JSON.stringify(node)}`);
}
