import type { Library } from '../library.js';

const BY_NAME = { is: 'named', named: { at: 0 }, origin: 'env-default' } as const;

/** Reads of the environment whose default says a name, as the variable's name tells. */
export const pythonEnvironment: Library = {
  library: 'environment',
  language: 'python',
  system: null,
  types: {
    Environ: ['os.environ', '~environ'],
    Env: ['environs.Env()', 'environ.Env()'],
  },
  entries: [
    {
      call: ['os.getenv', '~getenv', 'Environ.get', 'Environ.setdefault', 'Environ.pop'],
      takes: [{ at: 1, keyword: 'default', ...BY_NAME }],
      match: [
        { code: 'import os\nprocess(os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze"))', finds: ['bucket kol-bronze'] },
        { code: 'import os\nos.environ.setdefault("POSTGRES_DB", "kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['import os\nprocess(os.getenv("POSTGRES_USER", "kol_app"))', 'options.get("owner", "kol-bronze")'],
    },
    {
      call: ['decouple.config', 'environs.Env()', 'environ.Env()', 'Env.str', 'Env.get'],
      takes: [
        { at: 1, keyword: 'default', ...BY_NAME },
      ],
      match: [{ code: 'from decouple import config\nuse(config("MINIO_BUCKET_BRONZE", default="kol-bronze"))', finds: ['bucket kol-bronze'] }],
      skip: ['from decouple import config\nuse(config("DEBUG", default="kol-bronze"))'],
    },
  ],
};
