import type { Library } from '../library.js';

/** Apache Beam's connectors: https://beam.apache.org/releases/pydoc/current/ */
export const beam: Library = {
  library: 'beam',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['apache_beam.io.jdbc.ReadFromJdbc', 'apache_beam.io.jdbc.WriteToJdbc'],
      takes: [
        { at: 0, keyword: 'table_name', is: 'dotted-table' },
        { at: 2, keyword: 'jdbc_url', is: 'uri' },
        { keyword: ['query', 'statement'], is: 'sql' },
      ],
      accessByMethod: { read: '^Read', write: '^Write' },
      match: [
        {
          code: 'from apache_beam.io.jdbc import ReadFromJdbc\nReadFromJdbc(table_name="users", driver_class_name="d", jdbc_url="jdbc:postgresql://h:5432/kol_app")',
          finds: ['table users', 'database kol_app'],
        },
      ],
      skip: ['from kol.io import ReadFromJdbc\nReadFromJdbc("users")'],
    },
    {
      call: ['apache_beam.io.kafka.ReadFromKafka'],
      takes: [{ at: 1, keyword: 'topics', is: 'topic', system: 'kafka' }],
      access: 'read',
      match: [{ code: 'from apache_beam.io.kafka import ReadFromKafka\nReadFromKafka(consumer_config=c, topics=["kol.events"])', finds: ['topic kol.events'] }],
      skip: ['from apache_beam.io import ReadFromPubSub\nReadFromPubSub(topic="projects/kol/topics/events")'],
    },
    {
      call: ['apache_beam.io.kafka.WriteToKafka'],
      takes: [{ at: 1, keyword: 'topic', is: 'topic', system: 'kafka' }],
      access: 'write',
      match: [{ code: 'from apache_beam.io.kafka import WriteToKafka\nWriteToKafka(producer_config=c, topic="kol.events")', finds: ['topic kol.events'] }],
      skip: ['from apache_beam.io import WriteToPubSub\nWriteToPubSub(topic="projects/kol/topics/events")'],
    },
  ],
};
