import type { CommandEntry } from '../command.js';
import { CURL_VALUED } from './curl-options.js';

const KAFKA_VALUED = [
  '--bootstrap-server', '--broker-list', '--zookeeper', '--partitions', '--replication-factor', '--config', '--group',
  '--command-config', '--producer.config', '--consumer.config', '--property', '--max-messages', '--offset', '--partition',
  '--timeout-ms', '--producer-property', '--consumer-property', '--formatter', '--entity-type', '--add-config',
  '--delete-config', '--reset-offsets', '--to-offset', '--from-file',
];

/** Kafka's programs and other clients of it, and its REST interface. */
export const kafka: readonly CommandEntry[] = [
  {
    via: 'kafka',
    program: ['kafka-topics', 'kafka-console-producer', 'kafka-console-consumer', 'kafka-avro-console-consumer', 'kafka-avro-console-producer', 'kafka-consumer-groups', 'kafka-producer-perf-test', 'kafka-verifiable-producer', 'kafka-get-offsets', 'kafka-run-class', 'kafka-json-schema-console-consumer', 'kafka-json-schema-console-producer', 'kafka-protobuf-console-consumer', 'kafka-protobuf-console-producer', 'kafka-acls'],
    system: 'kafka',
    takes: [{ option: ['--topic'], is: 'topic', within: '^([^:*]+)' }],
    valued: KAFKA_VALUED,
    match: [
      { code: 'kafka-topics --create --if-not-exists --topic kol.events --partitions 3 --bootstrap-server k:9092', finds: ['topic kol.events'] },
      { code: 'docker exec kafka /opt/kafka/bin/kafka-topics.sh --describe --topic=kol.events', finds: ['topic kol.events'] },
      { code: 'kafka-console-consumer --topic kol.events --group kol-consumers', finds: ['topic kol.events'] },
    ],
    skip: ['kafka-topics --list --bootstrap-server kafka:9092', 'kafka-consumer-groups --group kol --describe'],
  },
  {
    via: 'kafka',
    program: ['kafka-configs'],
    system: 'kafka',
    takes: [
      { option: ['--entity-name'], is: 'topic', where: { option: '--entity-type', equals: 'topics' } },
      { option: ['--topic'], is: 'topic' },
    ],
    valued: KAFKA_VALUED,
    match: [{ code: 'kafka-configs --alter --entity-type topics --entity-name kol.events', finds: ['topic kol.events'] }],
    skip: ['kafka-configs --entity-type users --entity-name kol'],
  },
  {
    via: 'kcat',
    program: ['kcat', 'kafkacat'],
    system: 'kafka',
    takes: [{ option: ['-t'], is: 'topic' }],
    valued: ['-b', '-o', '-p', '-G', '-f', '-X', '-c', '-F', '-K', '-D'],
    match: [{ code: 'kcat -b kafka:9092 -t kol.events -C', finds: ['topic kol.events'] }],
    skip: ['kcat -b kafka:9092 -L'],
  },
  {
    via: 'rpk',
    program: ['rpk'],
    subcommand: [['topic'], ['create', 'produce', 'consume', 'delete', 'describe', 'alter-config', 'add-partitions', 'trim-prefix']],
    system: 'kafka',
    takes: [{ operand: 'all', is: 'topic' }],
    valued: ['-k', '--key', '--partition', '-H', '--header', '-z', '--compression', '--timeout', '--schema-id', '-p', '--partitions', '-r', '--replicas', '-X', '--brokers', '-c', '--topic-config', '-n', '--num', '-f', '--format', '-o', '--offset', '-g', '--group', '--set'],
    match: [{ code: 'rpk topic create kol.events kol.scores -p 3', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: ['rpk topic list', 'rpk cluster info kol', 'rpk topic produce --key kol', 'rpk topic describe -p --brokers kol:9092'],
  },
  {
    via: 'confluent',
    program: ['confluent', 'kaf'],
    subcommand: [['kafka'], ['topic'], ['create', 'produce', 'consume', 'delete', 'describe', 'update']],
    system: 'kafka',
    takes: [{ operand: 0, is: 'topic' }],
    valued: ['--cluster', '--environment', '--partitions', '--config', '--group', '--value-format', '--schema', '--api-key'],
    match: [{ code: 'confluent kafka topic create kol.events --partitions 3', finds: ['topic kol.events'] }],
    skip: ['confluent kafka topic list', 'confluent kafka cluster describe kol'],
  },
  {
    via: 'kafka/rest',
    program: ['curl', 'http', 'wget'],
    system: 'kafka',
    takes: [
      { operand: 'all', is: 'topic', within: '/subjects/([\\w.\\uFDD0-]+)-(?:value|key)(?:/|$)' },
      { operand: 'all', is: 'topic', within: '(?:kafka|rest|:8082)[^?]*/topics/([\\w.\\uFDD0-]+)' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl http://schema-registry:8081/subjects/kol.events-value/versions', finds: ['topic kol.events'] },
      { code: "curl -X POST http://kafka-rest:8082/topics/kol.events -d '{}'", finds: ['topic kol.events'] },
    ],
    skip: ['curl http://schema-registry:8081/subjects', 'curl https://example.org/topics/kol'],
  },
  {
    via: 'ksql',
    program: ['ksql', 'ksqldb-cli'],
    system: 'kafka',
    takes: [{ option: ['-e', '--execute'], is: 'sql' }, { operand: 'input', is: 'sql' }],
    valued: ['-f', '--file', '-u', '--user', '-p', '--password', '--config-file'],
    match: [{ code: 'ksql http://ksqldb:8088 <<< "SHOW TOPICS;"', finds: ['sql SHOW TOPICS;'] }],
    skip: ['ksql http://kol-ksqldb:8088', 'ksql -f kol.sql'],
  },
];
