import type { Library } from '../library.js';

/** https://github.com/nodefluent/kafka-streams */
export const kafkaStreamsJs: Library = {
  library: 'kafka-streams-js',
  language: 'javascript',
  system: 'kafka',
  types: {
    Streams: ['kafka-streams.KafkaStreams()', 'kafka-streams.default.KafkaStreams()'],
    Stream: ['Streams.getKStream()', 'Streams.getKTable()', 'Stream.*()'],
  },
  entries: [
    {
      call: ['Streams.getKStream', 'Streams.getKTable', 'Stream.from'],
      takes: [{ at: 0, is: 'topic' }],
      access: 'read',
      match: [
        { code: "const { KafkaStreams } = require('kafka-streams');\nnew KafkaStreams({}).getKStream('kol.events').forEach(show);", finds: ['topic kol.events'] },
      ],
      skip: ["video.getKStream('kol.events');"],
    },
    {
      call: ['Stream.to'],
      takes: [
        { at: 0, is: 'topic' },
        { at: 0, entry: ['topic'], is: 'topic' },
      ],
      access: 'write',
      match: [
        { code: "import { KafkaStreams } from 'kafka-streams';\nconst streams = new KafkaStreams({});\nstreams.getKStream('kol.events').mapJSONConvenience().to('kol.counts');", finds: ['topic kol.events', 'topic kol.counts'] },
      ],
      skip: ["gsap.getKStream().to('kol.counts');"],
    },
  ],
};
