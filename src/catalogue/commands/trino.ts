import type { CommandEntry } from '../command.js';
import { CURL_VALUED } from './curl-options.js';

const TRINO_VALUED = ['--server', '--user', '--file', '-f', '--output-format', '--source', '--session', '--timezone', '--client-tags', '--keystore-path', '--truststore-path', '--krb5-config-path', '--access-token', '--pager', '--extra-credential', '--network-logging'];

/** Trino's client, and its REST interface. */
export const trino: readonly CommandEntry[] = [
  {
    via: 'trino',
    program: ['trino', 'trino-cli', 'presto', 'presto-cli', 'trino.jar'],
    system: 'trino',
    dialect: 'trino',
    takes: [
      { option: ['--catalog'], is: 'catalog' },
      { option: ['--schema'], is: 'schema' },
      { option: ['--execute'], is: 'sql' },
      { operand: 'input', is: 'sql' },
      { operand: 0, is: 'catalog', within: '^(?:https?|trino)://[^/]+/([\\w\\uFDD0]+)' },
      { operand: 0, is: 'schema', within: '^(?:https?|trino)://[^/]+/[\\w\\uFDD0]+/([\\w\\uFDD0]+)' },
    ],
    valued: TRINO_VALUED,
    match: [
      {
        code: 'trino --server http://sme-trino:8080 --catalog iceberg --schema kol_gold --execute "SELECT * FROM t"',
        finds: ['catalog iceberg', 'schema kol_gold', 'sql SELECT * FROM t'],
      },
      { code: 'docker exec sme-trino trino --execute "SHOW SCHEMAS IN iceberg;"', finds: ['sql SHOW SCHEMAS IN iceberg;'] },
      { code: 'docker exec -i trino trino <<SQL\nUSE a.b;\nSQL', finds: ['sql USE a.b;\n'] },
      { code: 'echo "SELECT 1" | trino --catalog=iceberg', finds: ['catalog iceberg', 'sql SELECT 1'] },
    ],
    skip: ['trino --server http://sme-trino:8080', 'docker exec kol-trino ls', 'trino --user kol -f a.sql'],
  },
  {
    via: 'trino/rest',
    program: ['curl'],
    system: 'trino',
    dialect: 'trino',
    takes: [
      { option: ['-d', '--data', '--data-raw', '--data-binary'], where: { operand: '/v1/statement' }, is: 'sql', within: '^(?!@)([^]*)$' },
      { option: ['-H', '--header'], is: 'catalog', within: '^X-(?:Trino|Presto)-Catalog:\\s*(\\S+)$' },
      { option: ['-H', '--header'], is: 'schema', within: '^X-(?:Trino|Presto)-Schema:\\s*(\\S+)$' },
    ],
    valued: CURL_VALUED,
    match: [
      {
        code: 'curl -X POST http://t:8080/v1/statement -H "X-Trino-Catalog: iceberg" -d "SELECT 1"',
        finds: ['catalog iceberg', 'sql SELECT 1'],
      },
    ],
    skip: ['curl -d "SELECT 1" http://t/query', 'curl http://t:8080/v1/info -H "X-Trino-User: kol"'],
  },
];
