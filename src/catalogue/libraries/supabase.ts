import type { Library } from '../library.js';

const CLIENT = 'from supabase import create_client\nclient = create_client(url, key)\n';

/** https://supabase.com/docs/reference/python: PostgreSQL's tables and S3's buckets behind one client. */
export const supabase: Library = {
  library: 'supabase-py',
  language: 'python',
  system: null,
  types: {
    Client: [
      'supabase.create_client()', 'supabase.create_async_client()', 'supabase.acreate_client()', 'supabase.Client()', 'supabase.AsyncClient()', 'supabase.client.Client()',
      '~supabase', '~supabase_client', 'Client.schema()',
    ],
    Storage: ['Client.storage'],
  },
  entries: [
    {
      call: ['Client.table', 'Client.from_'],
      takes: [{ at: 0, keyword: 'table_name', is: 'table', system: 'postgres' }],
      match: [
        { code: `${CLIENT}client.table("users").select("*").execute()`, finds: ['table users'] },
        { code: `${CLIENT}client.schema("kol").from_("users").insert({})`, finds: ['schema kol', 'table users'] },
      ],
      skip: ['dynamodb.table("users")'],
    },
    {
      call: ['Client.schema'],
      takes: [{ at: 0, keyword: 'schema', is: 'schema', system: 'postgres' }],
      match: [{ code: `${CLIENT}client.schema("kol")`, finds: ['schema kol'] }],
      skip: ['model.schema("kol")'],
    },
    {
      call: ['Storage.from_', 'Storage.get_bucket', 'Storage.empty_bucket'],
      takes: [{ at: 0, keyword: 'id', is: 'bucket', system: 's3' }],
      match: [{ code: `${CLIENT}client.storage.from_("kol-uploads").upload("a.png", data)`, finds: ['bucket kol-uploads'] }],
      skip: ['local.storage.from_("kol-uploads")'],
    },
    {
      call: ['Storage.create_bucket', 'Storage.delete_bucket', 'Storage.update_bucket'],
      takes: [{ at: 0, keyword: 'id', is: 'bucket', system: 's3' }],
      access: 'define',
      match: [{ code: `${CLIENT}client.storage.create_bucket("kol-uploads")`, finds: ['bucket kol-uploads'] }],
      skip: ['histogram.storage.create_bucket("kol-uploads")'],
    },
  ],
};
