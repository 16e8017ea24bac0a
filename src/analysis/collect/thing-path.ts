/**
 * The names and calls of a `ThingValue`'s path, in order: `boto3.client().upload_file` gives
 * `boto3`, `client`, `()`, `upload_file`. A scoped package keeps its dots out of it only by having
 * none: catalogue and reader are split alike, so that a dotted package name still fits itself.
 */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  let start = 0;
  for (let index = 0; index < path.length; index++) {
    const code = path.charCodeAt(index);
    if (code === 46) {
      if (index > start) segments.push(path.slice(start, index));
      start = index + 1;
    } else if (code === 40 && path.charCodeAt(index + 1) === 41) {
      if (index > start) segments.push(path.slice(start, index));
      segments.push('()');
      index++;
      start = index + 1;
    }
  }
  if (start < path.length) segments.push(path.slice(start));
  return segments;
}
