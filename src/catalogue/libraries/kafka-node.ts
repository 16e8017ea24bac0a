import type { Library } from '../library.js';

/** https://github.com/SOHU-Co/kafka-node */
export const kafkaNode: Library = {
  library: 'kafka-node',
  language: 'javascript',
  system: 'kafka',
  types: {
    Producer: ['kafka-node.Producer()', 'kafka-node.HighLevelProducer()', 'kafka-node.default.Producer()', 'kafka-node.default.HighLevelProducer()'],
    Client: ['kafka-node.KafkaClient()', 'kafka-node.default.KafkaClient()', 'kafka-node.Admin()', 'kafka-node.default.Admin()'],
    Consumer: ['kafka-node.Consumer()', 'kafka-node.ConsumerGroup()', 'kafka-node.default.Consumer()', 'kafka-node.default.ConsumerGroup()'],
  },
  entries: [
    {
      call: ['Producer.send'],
      takes: [{ at: 0, entry: ['topic'], is: 'topic' }],
      access: 'write',
      match: [{ code: "const kafka = require('kafka-node');\nnew kafka.Producer(client).send([{ topic: 'kol.events', messages: 'a' }], done);", finds: ['topic kol.events'] }],
      skip: ["const kafka = require('kafka-node');\nnew kafka.Producer(client).on('kol.events', done);"],
    },
    {
      call: ['Producer.createTopics', 'Client.createTopics'],
      takes: [
        { at: 0, is: 'topic' },
        { at: 0, entry: ['topic'], is: 'topic' },
      ],
      access: 'define',
      match: [
        { code: "import { KafkaClient } from 'kafka-node';\nconst client = new KafkaClient({});\nclient.createTopics([{ topic: 'kol.events', partitions: 1 }], done);", finds: ['topic kol.events'] },
        { code: "import { Producer } from 'kafka-node';\nnew Producer(client).createTopics(['kol.events'], false, done);", finds: ['topic kol.events'] },
      ],
      skip: ["forum.createTopics(['kol.events']);"],
    },
    {
      call: ['Consumer.addTopics', 'Consumer.removeTopics', 'Client.loadMetadataForTopics', 'Client.topicExists'],
      takes: [
        { at: 0, is: 'topic' },
        { at: 0, entry: ['topic'], is: 'topic' },
      ],
      access: 'read',
      match: [{ code: "import { Consumer } from 'kafka-node';\nnew Consumer(client, [], {}).addTopics(['kol.events'], done);", finds: ['topic kol.events'] }],
      skip: ["forum.addTopics(['kol.events']);"],
    },
    {
      call: ['ConsumerGroup', 'ConsumerGroupStream', 'Consumer', 'HighLevelConsumer'].flatMap((type) => [`kafka-node.${type}`, `kafka-node.default.${type}`]),
      takes: [
        { at: 1, is: 'topic' },
        { at: 1, entry: ['topic'], is: 'topic' },
      ],
      access: 'read',
      match: [
        { code: "const { ConsumerGroup } = require('kafka-node');\nnew ConsumerGroup({ groupId: 'kol-group' }, ['kol.events', 'kol.scores']);", finds: ['topic kol.events', 'topic kol.scores'] },
        { code: "const { Consumer } = require('kafka-node');\nnew Consumer(client, [{ topic: 'kol.events', partition: 0 }]);", finds: ['topic kol.events'] },
      ],
      skip: ["import { Consumer } from 'sqs-consumer';\nnew Consumer(client, ['kol.events']);"],
    },
  ],
};
