import type { NamePattern } from './name-pattern.js';

/** Names of topics. */
export const TOPICS: readonly NamePattern[] = [
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)(?:KAFKA|REDPANDA|CONFLUENT|MSK)(?:_[A-Z]+)*_TOPICS?(?:_[A-Z]+)*$',
    not: '_TOPICS?_(?:ID|ARN|COUNT|PARTITIONS|PARTITION|REPLICATION|PREFIX|SUFFIX|CONFIG|REGEX|PATTERN|RETENTION|TIMEOUT|FACTOR|SIZE|KEY|ENABLE|AUTO)(?:_|$)',
    match: ['KAFKA_TOPIC=kol.events', 'CONFLUENT_TOPIC=kol_events', 'KAFKA_TOPIC_EVENTS=kol.events', 'KAFKA_TOPICS=kol.a,kol.b > topic kol.a, topic kol.b'],
    skip: ['KAFKA_TOPIC_PARTITIONS=three', 'KAFKA_GROUP_ID=kol-consumers', 'KAFKA_TOPIC_PREFIX=kol', 'KAFKA_TOPICS=kafka-topics.sh'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST|_(?:PRODUCERS?|CONSUMERS?|IN|OUT|INPUT|OUTPUT|SOURCE|SINK|DLQ))?$|^TOPIC_[A-Z]+(?:_[A-Z]+)?$',
    not:
      '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC|' +
      'TOPIC_(?:ID|ARN|COUNT|PARTITIONS|PARTITION|REPLICATION|PREFIX|SUFFIX|CONFIG|REGEX|PATTERN|RETENTION|FACTOR|MODEL|MODELS|WORDS|KEY|SIZE)|' +
      'TOPICS?_(?:COLUMNS?|ROWS?|TABS|OPTIONS|FIELDS?|LABELS?|HEADERS?|FORM|FILTERS?|COLORS?)$',
    near: 'kafka|redpanda|faust|aiokafka',
    match: ['EVENTS_TOPIC=kol.events @kafka', 'topic=kol-events @kafka', 'TOPIC_EVENTS=kol.events @kafka', 'IN_TOPIC_1=kol.events @kafka', 'TICKER_TOPIC_PRODUCER=kol-ticker @kafka'],
    skip: ['topic=sports', 'SNS_TOPIC=alerts @kafka', 'TOPIC_ARN=x @kafka', 'TOPIC_COLUMNS=partitions @kafka', 'topic=What is new? @kafka', 'ORIGIN_TOPIC=x-origin-topic @kafka'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|eventbridge|\\brclpy\\b|\\brospy\\b',
    path: 'kafka|redpanda',
    forms: ['constant', 'field', 'parameter', 'keyword', 'entry'],
    match: ['topics=kol-orders @path:kafka/supervisor.py', 'topic=kol_orders @path:kafka_producers/main.py'],
    skip: ['topics=kol-orders @path:forum/supervisor.py', 'mqtt_topic=kol-orders @path:kafka/bridge.py'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['constant', 'field', 'variable', 'parameter', 'entry'],
    match: ['ORDERS_TOPIC=kol-orders @package:kafkajs', 'ordersTopicName=orders @package:kafkajs'],
    skip: ['ORDERS_TOPIC=kol-orders', 'TOPIC=Orders and scores @package:kafkajs', 'SNS_TOPIC=orders @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    // A webhook has topics as well, but none with two dots.
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['constant', 'field', 'variable', 'parameter', 'entry'],
    value: '^[a-z][\\w-]*(?:\\.[\\w\\uFDD0-]+){2,}$',
    match: ['ORDERS_TOPICS=webhooks.kol.orders @package:aiokafka'],
    skip: ['ORDERS_TOPIC=webhooks.kol.orders @rabbitmq', 'ORDERS_TOPIC=orders/create @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    forms: ['constant', 'field', 'variable'],
    value: '^[a-z][a-z0-9_-]*(?:\\.[a-z0-9_\\uFDD0-]+)+$',
    match: ['ORDER_TOPIC=kol.order.created', 'topics=kol.orders'],
    skip: ['TOPIC=sports', 'TOPIC=sports-news', 'TOPIC=order.created @rabbitmq', 'ORDER_TOPIC=order.created @webhook', 'TOPIC=What is new. Today', 'TOPIC=page.html'],
  },
  {
    is: 'topics',
    system: 'kafka',
    // A key of a configuration says more with a word before or behind: `topic` alone may be any subject.
    name: '[A-Z]_TOPICS?$|(?:^|_)TOPICS?_NAMES?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['key'],
    match: ['input_topic=kol-orders @package:kafka-python', 'topic_name=kol-orders @package:spring-kafka'],
    skip: ['input_topic=kol-orders', 'topic=kol-orders @package:kafkajs', 'mqtt_topic=orders @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    forms: ['key'],
    value: '^[a-z][a-z0-9_-]*(?:\\.[a-z0-9_\\uFDD0-]+)+$',
    match: ['topic=kol.session_event', 'source_topic=kol.orders.v1'],
    skip: ['topic=sports', 'topic=home.temperature @mqtt', 'topic=page.html', 'topic=What is new. Today'],
  },
];
