import type { Library } from '../library.js';

const CLIENT = "import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(url, key);\n";

/** What the packages for Next.js before `@supabase/ssr` make clients with. */
const HELPERS = [
  'createClientComponentClient', 'createServerComponentClient', 'createRouteHandlerClient', 'createServerActionClient', 'createMiddlewareClient',
  'createPagesBrowserClient', 'createPagesServerClient', 'createBrowserSupabaseClient', 'createServerSupabaseClient',
];

/** https://supabase.com/docs/reference/javascript: PostgreSQL's tables and S3's buckets behind one client. */
export const supabaseJs: Library = {
  library: 'supabase-js',
  language: 'javascript',
  system: null,
  types: {
    Client: [
      '@supabase/supabase-js.createClient()', '@supabase/supabase-js.SupabaseClient()', '@supabase/ssr.createServerClient()', '@supabase/ssr.createBrowserClient()',
      ...HELPERS.map((helper) => `@supabase/auth-helpers-nextjs.${helper}()`), '@supabase/auth-helpers-react.useSupabaseClient()',
      '~supabase', '~supabaseClient', '~supabaseAdmin', 'Client.schema()',
    ],
    Storage: ['Client.storage'],
  },
  entries: [
    {
      call: ['Client.from'],
      takes: [{ at: 0, is: 'table', system: 'postgres' }],
      match: [
        { code: `${CLIENT}await supabase.from('users').select('*');`, finds: ['table users'] },
        { code: `${CLIENT}await supabase.schema('kol').from('users').insert({});`, finds: ['schema kol', 'table users'] },
        {
          code: "import { createClientComponentClient } from '@supabase/auth-helpers-nextjs';\nconst client = createClientComponentClient();\nawait client.from('users').select('*');",
          finds: ['table users'],
        },
      ],
      skip: ["Array.from('users');"],
    },
    {
      call: ['Client.schema'],
      takes: [{ at: 0, is: 'schema', system: 'postgres' }],
      match: [{ code: `${CLIENT}supabase.schema('kol');`, finds: ['schema kol'] }],
      skip: ["mongoose.schema('kol');"],
    },
    {
      call: ['Storage.from', 'Storage.getBucket', 'Storage.emptyBucket'],
      takes: [{ at: 0, is: 'bucket', system: 's3' }],
      match: [{ code: `${CLIENT}await supabase.storage.from('kol-uploads').upload('a.png', file);`, finds: ['bucket kol-uploads'] }],
      skip: ["local.storage.from('kol-uploads');"],
    },
    {
      call: ['Storage.createBucket', 'Storage.deleteBucket', 'Storage.updateBucket'],
      takes: [{ at: 0, is: 'bucket', system: 's3' }],
      access: 'define',
      match: [{ code: `${CLIENT}await supabase.storage.createBucket('kol-uploads', { public: false });`, finds: ['bucket kol-uploads'] }],
      skip: ["histogram.createBucket('kol-uploads');"],
    },
    {
      call: ['*.on'],
      near: 'postgres_changes',
      where: { at: 0, equals: ['postgres_changes'] },
      takes: [
        { at: 1, entry: ['table'], is: 'table', system: 'postgres' },
        { at: 1, entry: ['schema'], is: 'schema', system: 'postgres' },
      ],
      access: 'read',
      match: [
        { code: `${CLIENT}supabase.channel('live').on('postgres_changes', { event: '*', schema: 'kol', table: 'users' }, show);`, finds: ['schema kol', 'table users'] },
      ],
      skip: ["socket.on('postgres_changes_of_mine', { table: 'users' });", `${CLIENT}supabase.channel('live').on('broadcast', { event: 'users', table: 'users' }, show);`],
    },
  ],
};
