import type { Library } from '../library.js';

/** Calls that set a variable of the environment: what it carries is what its name says. */
export const pythonEnvironment: Library = {
  library: 'environment',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['*.setenv', 'os.putenv'],
      takes: [{ at: 1, keyword: 'value', is: 'named', named: { at: 0, keyword: 'name' } }],
      match: [
        { code: 'def test_upload(monkeypatch):\n    monkeypatch.setenv("S3_BUCKET_BRONZE", "kol-bronze")', finds: ['bucket kol-bronze'] },
        { code: 'import os\nos.putenv("POSTGRES_DB", "kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['def test_upload(monkeypatch):\n    monkeypatch.setenv("S3_REGION", "kol-bronze")'],
    },
  ],
};
