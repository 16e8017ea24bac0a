import type { Library } from '../library.js';

/** Settings that code asks for by their keys: node-config, nconf, Nest's ConfigService; and variables that it sets. */
export const settingsJs: Library = {
  library: 'settings-js',
  language: 'javascript',
  system: null,
  types: {
    Settings: ['config', 'config.default', 'nconf', 'nconf.default', '@nestjs/config.ConfigService()', '~config', '~configService', '~settings'],
  },
  entries: [
    {
      call: ['~Deno.env.set', 'vitest.vi.stubEnv', '~vi.stubEnv'],
      takes: [{ at: 1, is: 'named', named: { at: 0 } }],
      access: 'write',
      match: [
        { code: "import { vi } from 'vitest';\nvi.stubEnv('UPLOADS_BUCKET', 'kol-uploads');", finds: ['bucket kol-uploads'] },
        { code: "Deno.env.set('POSTGRES_DB', 'kol_app');", finds: ['database kol_app'] },
      ],
      skip: ["Deno.env.set('POSTGRES_USER', 'kol_app');"],
    },
    {
      call: ['Settings.get'],
      takes: [{ at: 1, is: 'named', named: { at: 0 }, origin: 'option-default' }],
      access: 'read',
      match: [
        { code: "import { ConfigService } from '@nestjs/config';\nconst put = (config: ConfigService) => config.get<string>('s3.bucket', 'kol-bronze');", finds: ['bucket kol-bronze'] },
        { code: "const topics = this.configService.get('kafka.topic.orders', 'kol-orders');", finds: ['topic kol-orders'] },
      ],
      skip: ["const queue = this.configService.get('queue.name', 'kol-orders');", "cache.get('s3.bucket', 'kol-bronze');"],
    },
  ],
};
