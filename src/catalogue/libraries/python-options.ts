import type { Library } from '../library.js';

const DEFAULT = { keyword: 'default', is: 'named', named: { at: 0 }, origin: 'option-default' } as const;

/** Command-line options whose default says a name, as the option's name tells. */
export const pythonOptions: Library = {
  library: 'options',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['*.add_argument', 'click.option', 'typer.Option'],
      takes: [DEFAULT],
      match: [
        { code: 'import argparse\nargparse.ArgumentParser().add_argument("--bronze-bucket", default="kol-bronze")', finds: ['bucket kol-bronze'] },
        { code: 'import click\n\n@click.option("--bucket", default="kol-bronze")\ndef main(bucket): ...', finds: ['bucket kol-bronze'] },
      ],
      skip: ['import argparse\nargparse.ArgumentParser().add_argument("--user", default="kol-bronze")'],
    },
    {
      call: ['*.add_argument', 'click.option'],
      takes: [{ keyword: 'default', is: 'named', named: { at: 1 }, origin: 'option-default' }],
      match: [
        { code: 'import argparse\nargparse.ArgumentParser().add_argument("-b", "--bucket", default="kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['import argparse\nargparse.ArgumentParser().add_argument("-u", "--user", default="kol-bronze")'],
    },
  ],
};
