import type { Library } from '../library.js';

/** The Kafka connectors of PyFlink, and the topics of Quix Streams. */
export const pyflink: Library = {
  library: 'pyflink',
  language: 'python',
  system: 'kafka',
  types: {
    Source: ['pyflink.datastream.connectors.kafka.KafkaSource.builder()', 'pyflink.datastream.connectors.KafkaSource.builder()', 'Source.*()'],
    Sink: [
      'pyflink.datastream.connectors.kafka.KafkaRecordSerializationSchema.builder()',
      'pyflink.datastream.connectors.KafkaRecordSerializationSchema.builder()',
      'Sink.*()',
    ],
    Quix: ['quixstreams.Application()', 'quixstreams.app.Application()'],
  },
  entries: [
    {
      call: ['Source.set_topics'],
      takes: [{ at: 0, is: 'topic' }, { at: 1, is: 'topic' }, { at: 2, is: 'topic' }],
      access: 'read',
      match: [
        {
          code: 'from pyflink.datastream.connectors.kafka import KafkaSource\nKafkaSource.builder().set_bootstrap_servers("k:9092").set_topics("kol.events", "kol.users").set_group_id("kol")',
          finds: ['topic kol.events', 'topic kol.users'],
        },
      ],
      skip: ['forum.set_topics("kol.events")'],
    },
    {
      call: ['Sink.set_topic'],
      takes: [{ at: 0, keyword: 'topic', is: 'topic' }],
      access: 'write',
      match: [
        {
          code: 'from pyflink.datastream.connectors.kafka import KafkaRecordSerializationSchema\nKafkaRecordSerializationSchema.builder().set_topic("kol.scores").build()',
          finds: ['topic kol.scores'],
        },
      ],
      skip: ['channel.set_topic("kol.scores")'],
    },
    {
      call: ['pyflink.datastream.connectors.FlinkKafkaConsumer', 'pyflink.datastream.connectors.kafka.FlinkKafkaConsumer'],
      takes: [{ at: 0, keyword: 'topics', is: 'topic' }],
      access: 'read',
      match: [
        {
          code: 'from pyflink.datastream.connectors.kafka import FlinkKafkaConsumer\nFlinkKafkaConsumer("kol.events", schema, properties)',
          finds: ['topic kol.events'],
        },
      ],
      skip: ['from mine import FlinkKafkaConsumer\nFlinkKafkaConsumer("kol.events", deserializer)'],
    },
    {
      call: ['pyflink.datastream.connectors.FlinkKafkaProducer', 'pyflink.datastream.connectors.kafka.FlinkKafkaProducer'],
      takes: [{ at: 0, keyword: 'topic', is: 'topic' }],
      access: 'write',
      match: [
        {
          code: 'from pyflink.datastream.connectors.kafka import FlinkKafkaProducer\nFlinkKafkaProducer("kol.scores", schema, properties)',
          finds: ['topic kol.scores'],
        },
      ],
      skip: ['from mine import FlinkKafkaProducer\nFlinkKafkaProducer("kol.scores", serializer)'],
    },
    {
      call: ['Quix.topic'],
      takes: [{ at: 0, keyword: 'name', is: 'topic' }],
      match: [
        { code: 'from quixstreams import Application\nApplication(broker_address="k:9092").topic("kol.events")', finds: ['topic kol.events'] },
      ],
      skip: ['from flask import Flask\nFlask("kol").topic("kol.events")'],
    },
  ],
};
