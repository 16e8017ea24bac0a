import { testRule } from './rule-tester.js';

testRule('namespaced-kafka-topic', {
  valid: {
    python: [
      { code: 'from kafka import KafkaProducer\nKafkaProducer().send("kol.events", b"")' },
      { code: 'from kafka import KafkaConsumer\nKafkaConsumer("kol.events", group_id="events")' },
    ],
  },
  invalid: {
    python: [
      {
        code: 'from kafka import KafkaProducer\nKafkaProducer().send("events", b"")',
        output: 'from kafka import KafkaProducer\nKafkaProducer().send("kol.events", b"")',
        errors: [{ at: '2:23-29', message: "Topic 'events' is in no domain's namespace; in kol it is 'kol.events'." }],
      },
    ],
  },
});
