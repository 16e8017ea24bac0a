import type { Library } from '../library.js';

/** Options of command lines: commander and yargs. */
export const optionsJs: Library = {
  library: 'options-js',
  language: 'javascript',
  system: null,
  types: {
    Command: ['commander.Command()', 'commander.program', 'commander.createCommand()', 'commander', '~program', 'Command.*()'],
    Yargs: ['yargs()', 'yargs/yargs()', 'yargs', '~yargs', 'Yargs.*()'],
  },
  entries: [
    {
      call: ['Command.option', 'Command.requiredOption', 'Command.argument', 'Command.addOption'],
      takes: [{ at: 2, is: 'named', named: { at: 0 }, origin: 'option-default' }],
      match: [
        {
          code: "import { Command } from 'commander';\nnew Command().name('kol').option('-b, --bronze-bucket <name>', 'where it goes', 'kol-bronze');",
          finds: ['bucket kol-bronze'],
        },
        { code: "const { program } = require('commander');\nprogram.argument('[bucket]', 'where it goes', 'kol-bronze');", finds: ['bucket kol-bronze'] },
      ],
      skip: ["import { Command } from 'commander';\nnew Command().option('-o, --owner <name>', 'bucket', 'kol-bronze');"],
    },
    {
      call: ['Yargs.option', 'Yargs.positional'],
      takes: [{ at: 1, entry: ['default'], is: 'named', named: { at: 0 }, origin: 'option-default' }],
      match: [
        {
          code: "import yargs from 'yargs';\nyargs(process.argv).usage('kol').option('bronze-bucket', { type: 'string', default: 'kol-bronze' });",
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ["import yargs from 'yargs';\nyargs(process.argv).option('owner', { default: 'kol-bronze' });"],
    },
    {
      call: ['Yargs.default'],
      takes: [{ at: 1, is: 'named', named: { at: 0 }, origin: 'option-default' }],
      match: [{ code: "import yargs from 'yargs';\nyargs(process.argv).default('bucket', 'kol-bronze');", finds: ['bucket kol-bronze'] }],
      skip: ["import yargs from 'yargs';\nyargs(process.argv).alias('bucket', 'kol-bronze');"],
    },
  ],
};
