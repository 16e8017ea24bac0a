import type { Span } from './named-part.js';
import { HOLE } from './text.js';
import { LONGEST, type ResourceUri, authority, firstOf, isBucket, part, uriEnd, withoutPunctuation } from './uri-anatomy.js';

/**
 * The hosts of S3: of a region, perhaps with a bucket's name before it, or of one bucket everywhere. The
 * service's own address (`https://s3.amazonaws.com/…`) stands for many things: endpoints, XML namespaces.
 */
const S3_HOST = new RegExp(
  String.raw`^(?:(?<bucket>.+)\.)?s3(?:-website|-accelerate)?(?:\.dualstack)?(?<region>[.-](?:[a-z]{2}(?:-[a-z]+)+-\d|[\w$]*[${HOLE}{}%][^./]*))?\.amazonaws\.com(?:\.cn)?$`,
);

/** `https://kol-bronze.s3.eu-west-1.amazonaws.com/key` and `https://s3.eu-west-1.amazonaws.com/kol-bronze/key`. */
export function webAddressAt(flat: string, start: number, colon: number): ResourceUri | null {
  if (!flat.startsWith('//', colon + 1)) return null;
  const end = uriEnd(flat, colon + 3);
  const { host, path } = authority(flat, colon + 3, end);
  const groups = S3_HOST.exec(flat.slice(host.start, host.end))?.groups;
  if (groups === undefined) return null;
  const { bucket, region } = groups;
  if (bucket !== undefined) return s3Address(flat, { start, end }, { start: host.start, end: host.start + bucket.length }, path);
  if (region === undefined || path === null) return null;
  const name = { start: path.start, end: firstOf(flat, path.start, path.end, '/?#') };
  const rest = flat.charCodeAt(name.end) === 47 ? { start: name.end + 1, end: path.end } : null;
  return s3Address(flat, { start, end }, rest === null ? withoutPunctuation(flat, name) : name, rest);
}

function s3Address(flat: string, { start, end }: Span, name: Span, path: Span | null): ResourceUri | null {
  if (!isBucket(flat, name)) return null;
  return { start, end, scheme: 'https', dialect: null, parts: [part('bucket', name, { system: 's3', path })] };
}

const ARN = /arn:[\w-]*:$/i;

/** Where an ARN begins that has its service behind a colon; null where none does. */
function beginOfArn(flat: string, colon: number): number | null {
  const from = Math.max(0, colon - 20);
  const begin = flat.slice(from, colon + 1).search(ARN);
  return begin < 0 ? null : from + begin;
}

/** An ARN, asked at the colon before the service. */
export function arnAt(flat: string, colon: number): ResourceUri | null {
  if (flat.startsWith(':s3:::', colon)) return bucketArnAt(flat, colon);
  return flat.startsWith(':glue:', colon) || flat.startsWith(':kafka:', colon) ? namedArnAt(flat, colon) : null;
}

const GLUE = /^:glue:[^:/]*:[^:/]*:(?:database|table)\/([^\s"'`,/]+)(?:\/([^\s"'`,/]+))?/d;
const KAFKA = /^:kafka:[^:/]*:[^:/]*:topic\/[^\s"'`,/]+\/[^\s"'`,/]+\/([^\s"'`,/]+)/d;

/** `arn:aws:glue:region:account:table/schema/name`, `arn:aws:kafka:region:account:topic/cluster/id/name`. */
function namedArnAt(flat: string, colon: number): ResourceUri | null {
  const start = beginOfArn(flat, colon);
  const written = flat.slice(colon, colon + LONGEST);
  const [, schema, inner] = (GLUE.exec(written) ?? KAFKA.exec(written))?.indices ?? [];
  if (start === null || schema === undefined) return null;
  const spanOf = ([from, to]: readonly [number, number]): Span => ({ start: colon + from, end: colon + to });
  const first = spanOf(schema);
  if (!isBucket(flat, first)) return null;
  if (flat.startsWith(':kafka:', colon)) {
    return { start, end: first.end, scheme: 'arn', dialect: null, parts: [part('topic', first, { system: 'kafka' })] };
  }
  const table = inner === undefined ? null : spanOf(inner);
  const parts = [part('schema', first, { system: 'glue' })];
  if (table !== null && isBucket(flat, table)) parts.push(part('table', table, { system: 'glue', qualifier: [first], judged: false }));
  return { start, end: (table ?? first).end, scheme: 'arn', dialect: null, parts };
}

/** `arn:aws:s3:::bucket/key`. */
function bucketArnAt(flat: string, colon: number): ResourceUri | null {
  const start = beginOfArn(flat, colon);
  if (start === null) return null;
  const from = colon + 6;
  const end = uriEnd(flat, from);
  const name = { start: from, end: firstOf(flat, from, end, '/,') };
  const path = name.end < end ? { start: name.end + 1, end } : null;
  if (!isBucket(flat, name)) return null;
  const parts = [part('bucket', name, { system: 's3', path })];
  return { start, end, scheme: 'arn', dialect: null, parts };
}
