import type { Library } from '../library.js';

const NAME = { at: 0, keyword: 'topic', is: 'topic' } as const;

/** kafka-python, confluent-kafka, aiokafka, faust, FastStream, Quix Streams and Bytewax. */
export const kafka: Library = {
  library: 'kafka-python',
  language: 'python',
  system: 'kafka',
  types: {
    Producer: ['kafka.KafkaProducer()', 'kafka.producer.KafkaProducer()', 'confluent_kafka.Producer()', 'confluent_kafka.SerializingProducer()', 'confluent_kafka.avro.AvroProducer()', 'confluent_kafka.aio.AIOProducer()', 'aiokafka.AIOKafkaProducer()', '~producer', '~kafka_producer', '~kafkaProducer'],
    Consumer: ['kafka.KafkaConsumer()', 'kafka.consumer.KafkaConsumer()', 'confluent_kafka.Consumer()', 'confluent_kafka.DeserializingConsumer()', 'confluent_kafka.avro.AvroConsumer()', 'confluent_kafka.aio.AIOConsumer()', 'aiokafka.AIOKafkaConsumer()', '~consumer', '~kafka_consumer'],
    Faust: ['faust.App()'],
    Quix: ['quixstreams.Application()', 'quixstreams.Application.Quix()'],
    Broker: [
      'faststream.kafka.KafkaBroker()', 'faststream.kafka.KafkaRouter()', 'faststream.kafka.fastapi.KafkaRouter()',
      'faststream.confluent.KafkaBroker()', 'faststream.confluent.KafkaRouter()', 'faststream.confluent.fastapi.KafkaRouter()',
    ],
    Admin: ['kafka.KafkaAdminClient()', 'kafka.admin.KafkaAdminClient()', 'confluent_kafka.admin.AdminClient()', 'aiokafka.admin.AIOKafkaAdminClient()', '~admin_client', '~kafka_admin'],
  },
  entries: [
    {
      call: ['Producer.send', 'Producer.produce', 'Producer.send_and_wait', 'Producer.partitions_for'],
      takes: [NAME],
      access: 'write',
      match: [
        { code: 'from kafka import KafkaProducer\nKafkaProducer().send("kol.events", b"x")', finds: ['topic kol.events'] },
        { code: 'self.producer.produce(topic="kol.events", value=b"x")', finds: ['topic kol.events'] },
      ],
      skip: ['socket.send("kol.events")', 'film.produce("kol.events")'],
    },
    {
      call: ['Consumer.subscribe'],
      takes: [{ at: 0, keyword: 'topics', is: 'topic' }],
      access: 'read',
      match: [
        { code: 'from confluent_kafka import Consumer\nConsumer({"group.id": "kol-group"}).subscribe(["kol.events", "kol.likes"])', finds: ['topic kol.events', 'topic kol.likes'] },
      ],
      skip: ['mailing.subscribe(["kol.events"])'],
    },
    {
      call: ['kafka.KafkaConsumer', 'kafka.consumer.KafkaConsumer', 'aiokafka.AIOKafkaConsumer'],
      takes: [
        { at: 0, is: 'topic' },
        { at: 1, is: 'topic' },
        { at: 2, is: 'topic' },
      ],
      access: 'read',
      match: [
        { code: 'from kafka import KafkaConsumer\nKafkaConsumer("kol.events", group_id="kol-group")', finds: ['topic kol.events'] },
      ],
      skip: ['from kafka import KafkaConsumer\nKafkaConsumer(group_id="kol.events", bootstrap_servers="kol-kafka:9092")'],
    },
    {
      call: ['kafka.admin.NewTopic', 'confluent_kafka.admin.NewTopic', 'confluent_kafka.admin.NewPartitions', 'aiokafka.admin.NewTopic'],
      takes: [{ at: 0, keyword: ['name', 'topic'], is: 'topic' }],
      access: 'define',
      match: [
        { code: 'from kafka.admin import NewTopic\nNewTopic(name="kol.events", num_partitions=3, replication_factor=1)', finds: ['topic kol.events'] },
      ],
      skip: ['NewTopic("kol.events")'],
    },
    {
      call: ['Admin.delete_topics', 'Admin.describe_topics'],
      takes: [{ at: 0, keyword: 'topics', is: 'topic' }],
      access: 'define',
      match: [{ code: 'from kafka import KafkaAdminClient\nKafkaAdminClient().delete_topics(["kol.events"])', finds: ['topic kol.events'] }],
      skip: ['forum.delete_topics(["kol.events"])'],
    },
    {
      call: ['Admin.list_topics', 'Consumer.list_topics', 'Producer.list_topics'],
      takes: [NAME],
      access: 'read',
      match: [{ code: 'from confluent_kafka.admin import AdminClient\nAdminClient({}).list_topics("kol.events", timeout=5)', finds: ['topic kol.events'] }],
      skip: ['forum.list_topics("kol.events")'],
    },
    {
      call: ['pyspark.streaming.kafka.KafkaUtils.createDirectStream'],
      takes: [{ at: 1, keyword: 'topics', is: 'topic' }],
      access: 'read',
      match: [
        {
          code: 'from pyspark.streaming.kafka import KafkaUtils\nKafkaUtils.createDirectStream(ssc, ["kol.events"], {"metadata.broker.list": "kol-kafka:9092"})',
          finds: ['topic kol.events'],
        },
      ],
      skip: ['from pyspark.streaming.kafka import KafkaUtils\nKafkaUtils.createDirectStream(ssc, [topic], {"metadata.broker.list": "kol-kafka:9092"})'],
    },
    {
      call: ['kafka.TopicPartition', 'kafka.structs.TopicPartition', 'aiokafka.structs.TopicPartition', 'confluent_kafka.TopicPartition', 'aiokafka.TopicPartition', 'confluent_kafka.serialization.SerializationContext'],
      takes: [NAME],
      match: [
        { code: 'from kafka import TopicPartition\nTopicPartition("kol.events", 0)', finds: ['topic kol.events'] },
        { code: 'from confluent_kafka.serialization import SerializationContext\nSerializationContext("kol.events", field)', finds: ['topic kol.events'] },
      ],
      skip: ['TopicPartition("kol.events", 0)'],
    },
    {
      call: ['Faust.topic'],
      takes: [{ at: 0, is: 'topic' }, { at: 1, is: 'topic' }, { at: 2, is: 'topic' }],
      match: [{ code: 'import faust\nfaust.App("kol").topic("kol.events")', finds: ['topic kol.events'] }],
      skip: ['forum.topic("kol.events")'],
    },
    {
      call: ['Faust.agent'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [{ code: 'import faust\napp = faust.App("kol")\n@app.agent("kol.events")\nasync def handle(stream): ...', finds: ['topic kol.events'] }],
      skip: ['import faust\napp = faust.App("kol")\n@app.agent(name="handle")\nasync def handle(stream): ...'],
    },
    {
      call: ['Consumer.partitions_for_topic'],
      takes: [NAME],
      access: 'read',
      match: [{ code: 'from kafka import KafkaConsumer\nKafkaConsumer(group_id="kol").partitions_for_topic("kol.events")', finds: ['topic kol.events'] }],
      skip: ['router.partitions_for_topic("kol.events")'],
    },
    {
      call: ['Quix.topic'],
      takes: [{ at: 0, keyword: 'name', is: 'topic' }],
      match: [{ code: 'from quixstreams import Application\nApplication(broker_address="h").topic(name="kol.events")', finds: ['topic kol.events'] }],
      skip: ['forum.topic(name="kol.events")'],
    },
    {
      call: ['Broker.subscriber'],
      takes: [
        { at: 0, is: 'topic' },
        { at: 1, is: 'topic' },
        { at: 2, is: 'topic' },
      ],
      access: 'read',
      match: [
        {
          code: 'from faststream.kafka import KafkaBroker\nbroker = KafkaBroker("kol-kafka:9092")\n@broker.subscriber("kol.events", "kol.likes", group_id="kol")\ndef handle(message): ...',
          finds: ['topic kol.events', 'topic kol.likes'],
        },
      ],
      skip: ['from faststream.rabbit import RabbitBroker\n@RabbitBroker().subscriber("kol-queue")\ndef handle(message): ...'],
    },
    {
      call: ['Broker.publisher'],
      takes: [NAME],
      access: 'write',
      match: [
        {
          code: 'from faststream.kafka import KafkaRouter\nrouter = KafkaRouter()\n@router.publisher("kol.scores")\ndef handle(message): ...',
          finds: ['topic kol.scores'],
        },
      ],
      skip: ['press.publisher("kol.scores")'],
    },
    {
      call: ['Broker.publish', 'Broker.publish_batch', 'Broker.request'],
      takes: [{ at: 1, keyword: 'topic', is: 'topic' }],
      access: 'write',
      match: [
        { code: 'from faststream.kafka import KafkaBroker\nbroker = KafkaBroker()\nbroker.publish({"id": 1}, "kol.events")', finds: ['topic kol.events'] },
      ],
      skip: ['redis.publish("message", "kol.events")'],
    },
    {
      call: ['bytewax.connectors.kafka.KafkaSource', 'bytewax.connectors.kafka.KafkaSink'],
      takes: [{ at: 1, keyword: ['topics', 'topic'], is: 'topic' }],
      match: [
        { code: 'from bytewax.connectors.kafka import KafkaSource\nKafkaSource(["kol-kafka:9092"], ["kol.events"])', finds: ['topic kol.events'] },
      ],
      skip: ['from bytewax.connectors.files import FileSource\nFileSource(["kol-kafka:9092"], ["kol.events"])'],
    },
  ],
};
