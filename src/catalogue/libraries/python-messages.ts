import type { Library } from '../library.js';

/** Calls that only speak of what they are given. */
export const pythonMessages: Library = {
  library: 'messages',
  language: 'python',
  system: null,
  types: {
    Logger: [
      'logging', 'logging.getLogger()', 'logging.Logger()', 'loguru.logger', 'structlog.get_logger()', 'airflow.utils.log.logging_mixin.LoggingMixin().log',
      '~logger', '~log', '~LOG', '~LOGGER', '~logging', '~console', '~st',
    ],
  },
  entries: [],
  mentions: [
    '~print', '~pprint', '~input', 'pprint.pprint', 'builtins.print', 'warnings.warn', 'sys.stdout.write', 'sys.stderr.write', 'sys.exit', '~exit',
    'pytest.raises', 'pytest.warns', 'rich.print', 'click.echo', 'click.secho', 'typer.echo',
    'Logger.debug', 'Logger.info', 'Logger.warning', 'Logger.warn', 'Logger.error', 'Logger.exception', 'Logger.critical', 'Logger.log', 'Logger.success',
    'Logger.trace', 'Logger.fatal', 'Logger.print', 'Logger.write', 'Logger.markdown', 'Logger.title',
  ],
};
