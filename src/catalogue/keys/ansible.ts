import type { KeyEntry } from './key-entry.js';

/** https://docs.ansible.com/ansible/latest/collections/community/postgresql */
export const ANSIBLE_KEYS: readonly KeyEntry[] = [
  ['postgresql_db', 'name'],
  ['postgresql_schema', 'name', 'schema'] as const,
  ...['query', 'privs', 'schema', 'ext', 'script', 'table', 'publication', 'subscription', 'owner', 'user'].flatMap((module) =>
    ['db', 'database', 'login_db'].map((key) => [`postgresql_${module}`, key] as const),
  ),
].map(([module = '', key = '', is = 'database']): KeyEntry => ({
  via: 'ansible',
  key: `${module}.${key}`,
  is: is === 'schema' ? 'schema' : 'database',
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
  system: 'postgres',
  file: '\\.ya?ml$',
  match: [
    { in: 'main.yml', code: `- name: one\n  community.postgresql.${module}:\n    ${key}: kol_x1`, finds: [`${is} kol_x1`] },
    { in: 'main.yml', code: `- name: one\n  ${module}:\n    ${key}: kol_x1`, finds: [`${is} kol_x1`] },
  ],
  skip: [
    { in: 'main.yml', code: `- name: kol_x1\n  ${module}:\n    role: kol_x1` },
    { in: 'main.tf', code: `resource "helm_release" "${module}" {\n  ${key} = "kol_x1"\n}` },
  ].filter(({ in: file }) => file !== 'main.tf' || key === 'name'),
}));
