import type { Library } from '../library.js';

/** Calls that only speak of what they are given. */
export const javascriptMessages: Library = {
  library: 'messages-js',
  language: 'javascript',
  system: null,
  types: {
    Logger: ['~console', '~logger', '~log', 'winston.createLogger()', 'pino()', 'pino.default()', '~Logger', '@nestjs/common.Logger()', '@nestjs/common.Logger'],
  },
  entries: [],
  mentions: [
    'Logger.log', 'Logger.info', 'Logger.warn', 'Logger.error', 'Logger.debug', 'Logger.trace', 'Logger.fatal', 'Logger.verbose', 'Logger.silly', 'Logger.table',
    'Logger.assert', '~alert', 'process.stdout.write', '~process.stdout.write', '~process.stderr.write',
  ],
};
