import type { Value } from '../../facts.js';

/** Constructors of paths, whose value is followed as the text they are made of. */
export const PATH_CONSTRUCTORS: ReadonlySet<string> = new Set([
  'pathlib.Path',
  'pathlib.PurePath',
  'pathlib.PosixPath',
  'pathlib.PurePosixPath',
  'upath.UPath',
  'cloudpathlib.S3Path',
  'cloudpathlib.CloudPath',
  'cloudpathlib.AnyPath',
  's3path.S3Path',
  's3path.PureS3Path',
  '~Path',
  '~PurePosixPath',
]);

/** Functions that join their arguments with slashes. */
export const PATH_JOINS: ReadonlySet<string> = new Set([
  'os.path.join',
  'posixpath.join',
  '~os.path.join',
  '~path.join',
]);

/** Whether a value is a path of which the text is not known: `Path.cwd()`, `Path(__file__).parent`. */
export function isPath(value: Value): boolean {
  return value.form === 'thing' && (value.path.startsWith('pathlib.') || value.path.startsWith('~Path'));
}
