import type { Library } from '../library.js';

/** https://kafka.js.org/docs/getting-started */
export const kafkajs: Library = {
  library: 'kafkajs',
  language: 'javascript',
  system: 'kafka',
  types: {
    Kafka: ['kafkajs.Kafka()', '@confluentinc/kafka-javascript.KafkaJS.Kafka()', 'kafkajs.default.Kafka()', '~kafka', '~Kafka()'],
    Producer: ['Kafka.producer()', '~producer', '~kafkaProducer'],
    Consumer: ['Kafka.consumer()', '~consumer', '~kafkaConsumer'],
    Admin: ['Kafka.admin()', '~kafkaAdmin'],
  },
  entries: [
    {
      call: ['Producer.send'],
      takes: [{ at: 0, entry: ['topic'], is: 'topic' }],
      access: 'write',
      match: [
        { code: "import { Kafka } from 'kafkajs';\nconst producer = new Kafka({ clientId: 'kol' }).producer();\nproducer.send({ topic: 'kol.events', messages: [] });", finds: ['topic kol.events'] },
      ],
      skip: ["mail.send({ topic: 'kol.events' });"],
    },
    {
      call: ['Producer.sendBatch'],
      takes: [{ at: 0, entry: ['topicMessages', 'topic'], is: 'topic' }],
      access: 'write',
      match: [{ code: "producer.sendBatch({ topicMessages: [{ topic: 'kol.events', messages: [] }] });", finds: ['topic kol.events'] }],
      skip: ["producer.sendBatch({ topicMessages: [] });"],
    },
    {
      call: ['Consumer.subscribe'],
      takes: [
        { at: 0, entry: ['topic'], is: 'topic' },
        { at: 0, entry: ['topics'], is: 'topic' },
      ],
      access: 'read',
      match: [
        { code: "import { Kafka } from 'kafkajs';\nconst consumer = new Kafka({}).consumer({ groupId: 'kol-group' });\nawait consumer.subscribe({ topic: 'kol.events', fromBeginning: true });", finds: ['topic kol.events'] },
      ],
      skip: ["const consumer = kafka.consumer({ groupId: 'kol-group' });"],
    },
    {
      call: ['Admin.createTopics', 'Admin.deleteTopics', 'Admin.fetchTopicMetadata'],
      takes: [
        { at: 0, entry: ['topics', 'topic'], is: 'topic' },
        { at: 0, entry: ['topics'], is: 'topic' },
      ],
      access: 'define',
      match: [
        { code: "import { Kafka } from 'kafkajs';\nawait new Kafka({}).admin().createTopics({ topics: [{ topic: 'kol.events' }] });", finds: ['topic kol.events'] },
      ],
      skip: ["forum.createTopics({ topics: [] });"],
    },
    {
      call: ['Admin.fetchTopicOffsets', 'Admin.fetchTopicOffsetsByTimestamp'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [{ code: "import { Kafka } from 'kafkajs';\nawait new Kafka({}).admin().fetchTopicOffsets('kol.events');", finds: ['topic kol.events'] }],
      skip: ["forum.fetchTopicOffsets('kol.events');"],
    },
  ],
};
