import type { KeyEntry } from './key-entry.js';

/** What a section of MLflow's says in the settings of a project. */
export const MLFLOW_KEYS: readonly KeyEntry[] = ['mlflow.model_name', 'mlflow.model.name', 'mlflow.registry.model_name', 'model_registry.model_name'].map((key): KeyEntry => ({
  via: 'mlflow/settings',
  key,
  is: 'model',
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0 .-]*)$',
  system: 'mlflow',
  near: 'mlflow',
  match: [{ in: 'config.yaml', code: `mlflow_uri: x\n${nested(key)}`, finds: ['model KOL_trust'] }],
  skip: [
    { in: 'config.yaml', code: 'mlflow_uri: x\nllm:\n  model_name: KOL_trust' },
    { in: 'config.yaml', code: `mlflow_uri: x\n${nested(key).replace('KOL_trust', 'models/trust.pkl')}` },
  ],
}));

/** The keys of a path below each other. */
function nested(path: string): string {
  const keys = path.split('.');
  return `${keys.map((key, depth) => `${'  '.repeat(depth)}${key}:`).join('\n')} KOL_trust`;
}
