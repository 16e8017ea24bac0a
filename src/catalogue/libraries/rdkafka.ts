import type { Library } from '../library.js';

/** https://github.com/Blizzard/node-rdkafka, and Nest's Kafka client, which sends and subscribes by position too. */
export const rdkafka: Library = {
  library: 'node-rdkafka',
  language: 'javascript',
  system: 'kafka',
  types: {
    Producer: ['node-rdkafka.Producer()', 'node-rdkafka.HighLevelProducer()', 'node-rdkafka.default.Producer()', 'node-rdkafka.default.HighLevelProducer()'],
    Consumer: ['node-rdkafka.KafkaConsumer()', 'node-rdkafka.default.KafkaConsumer()'],
    Nest: ['@nestjs/microservices.ClientKafka()', '@nestjs/microservices.ClientKafkaProxy()', '~clientKafka', '~kafkaClient'],
  },
  entries: [
    {
      call: ['Producer.produce'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'write',
      match: [
        { code: "import Kafka from 'node-rdkafka';\nnew Kafka.Producer({}).produce('kol.events', null, body);", finds: ['topic kol.events'] },
      ],
      skip: ["immer.produce('kol.events', body);"],
    },
    {
      call: ['Consumer.subscribe'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [
        { code: "import Kafka from 'node-rdkafka';\nnew Kafka.KafkaConsumer({}, {}).subscribe(['kol.events']);", finds: ['topic kol.events'] },
      ],
      skip: ["subject.subscribe(['kol.events']);"],
    },
    {
      call: ['Nest.emit', 'Nest.send'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'write',
      match: [
        {
          code: "import { ClientKafka } from '@nestjs/microservices';\nclass Scores {\n  constructor(private readonly client: ClientKafka) {}\n  push() {\n    this.client.emit('kol.scores', {});\n  }\n}",
          finds: ['topic kol.scores'],
        },
      ],
      skip: ["emitter.emit('kol.scores', {});"],
    },
    {
      // A proxy that may be of any transport.
      call: ['@nestjs/microservices.ClientProxy().emit', '@nestjs/microservices.ClientProxy().send'],
      near: 'kafka',
      far: 'rmq|rabbit|amqp|\\bnats|mqtt|grpc|redis|\\btcp\\b',
      takes: [{ at: 0, is: 'topic' }],
      access: 'write',
      match: [
        {
          code: "import { ClientProxy } from '@nestjs/microservices';\nclass Scores {\n  constructor(@Inject('KAFKA_SERVICE') private readonly client: ClientProxy) {}\n  push() {\n    this.client.emit('kol.scores', {});\n  }\n}",
          finds: ['topic kol.scores'],
        },
      ],
      skip: [
        "import { ClientProxy } from '@nestjs/microservices';\nclass Scores {\n  constructor(private readonly client: ClientProxy) {}\n  push() {\n    this.client.emit('kol.scores', {});\n  }\n}",
        "import { ClientProxy } from '@nestjs/microservices';\nclass Scores {\n  constructor(@Inject('KAFKA_SERVICE') private readonly client: ClientProxy) {}\n  push() {\n    this.client.send({ cmd: 'kol.scores' }, {});\n  }\n}",
      ],
    },
    {
      call: ['@nestjs/microservices.MessagePattern', '@nestjs/microservices.EventPattern'],
      near: 'kafka',
      far: 'rmq|rabbit|amqp|\\bnats|mqtt|grpc',
      without: { at: 1 },
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [
        {
          code: "import { EventPattern, KafkaContext } from '@nestjs/microservices';\nclass Scores {\n  @EventPattern('kol.scores')\n  take() {}\n}",
          finds: ['topic kol.scores'],
        },
      ],
      skip: [
        "import { MessagePattern } from '@nestjs/microservices';\nclass Scores {\n  @MessagePattern('kol.scores')\n  take() {}\n}",
        "import { MessagePattern, KafkaContext } from '@nestjs/microservices';\nclass Scores {\n  @MessagePattern({ cmd: 'kol.scores' })\n  take() {}\n}",
        "import { MessagePattern, KafkaContext, Transport } from '@nestjs/microservices';\nclass Scores {\n  @MessagePattern('kol.scores', Transport.NATS)\n  take() {}\n}",
      ],
    },
    {
      call: ['@nestjs/microservices.MessagePattern', '@nestjs/microservices.EventPattern'],
      where: { at: 1, equals: ['@nestjs/microservices.Transport.KAFKA'] },
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [
        {
          code: "import { EventPattern, Transport } from '@nestjs/microservices';\nclass Scores {\n  @EventPattern('kol.scores', Transport.KAFKA)\n  take() {}\n}",
          finds: ['topic kol.scores'],
        },
      ],
      skip: [
        "import { EventPattern, Transport } from '@nestjs/microservices';\nclass Scores {\n  @EventPattern('kol.scores', Transport.RMQ)\n  take() {}\n}",
      ],
    },
    {
      call: ['Nest.subscribeToResponseOf'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [{ code: "this.kafkaClient.subscribeToResponseOf('kol.scores');", finds: ['topic kol.scores'] }],
      skip: ["bus.subscribeToResponseOf('kol.scores');"],
    },
  ],
};
