import type { Library } from '../library.js';

/** https://docs.pydantic.dev/latest/api/networks/: addresses put together from their parts. */
export const pydantic: Library = {
  library: 'pydantic',
  language: 'python',
  system: 'postgres',
  types: {},
  entries: [
    {
      call: ['pydantic.PostgresDsn.build', 'pydantic.networks.PostgresDsn.build', '~PostgresDsn.build'],
      takes: [{ keyword: 'path', is: 'database', within: '^/?([^/?]+)$' }],
      match: [
        { code: 'from pydantic import PostgresDsn\nPostgresDsn.build(scheme="postgresql", host="sme-postgres", path="/kol_app")', finds: ['database kol_app'] },
        { code: 'from pydantic import PostgresDsn\nPostgresDsn.build(scheme="postgresql", path="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from pydantic import RedisDsn\nRedisDsn.build(scheme="redis", path="/kol_app")'],
    },
    {
      call: ['pydantic_core.MultiHostUrl.build', 'pydantic_core.Url.build'],
      where: { keyword: 'scheme', contains: 'postgres' },
      takes: [{ keyword: 'path', is: 'database', within: '^/?([^/?]+)$' }],
      match: [
        { code: 'from pydantic_core import MultiHostUrl\nMultiHostUrl.build(scheme="postgresql+asyncpg", host="sme-postgres", path="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from pydantic_core import MultiHostUrl\nMultiHostUrl.build(scheme="redis", path="kol_app")'],
    },
  ],
};
