import type { NamePattern } from './name-pattern.js';

/** Names of MLflow's registered models. */
export const MODELS: readonly NamePattern[] = [
  {
    is: 'model',
    system: 'mlflow',
    name:
      '(?:^|_)MLFLOW_MODEL(?:_NAME)?(?:_[A-Z]+)?$|(?:^|_)MLFLOW(?:_[A-Z]+)*_MODEL_NAME(?:_[A-Z]+)?$|(?:^|_)REGISTERED_MODEL(?:_NAME)?(?:_[A-Z]+)?$|(?:^|_)MODEL_REGISTRY_NAME$',
    not: '_MODEL(?:_[A-Z]+)*_(?:ID|URI|URL|PATH|DIR|VERSION|STAGE|ALIAS|TYPE|FLAVOR|TAGS|DESCRIPTION)$',
    match: ['MLFLOW_MODEL_NAME_TRUST=KOL_trust_ensemble', 'registered_model_name=KOL_trust'],
    skip: ['REGISTERED_MODEL_PERMISSIONS=/kol/registered-models', 'MLFLOW_MODEL_URI=models', 'MODEL_NAME=gpt-4o', 'REGISTERED_MODEL_VERSION=3'],
  },
  {
    is: 'model',
    system: 'mlflow',
    // What has a stage or an alias is in the registry.
    name: '^MODEL_NAME$',
    near: '^(?=[^]*mlflow)(?=[^]*\\bmodel_name\\b)(?=[^]*\\bmodel_(?:stage|alias)["\']?[ \\t]*[:=])',
    forms: ['key', 'variable'],
    value: '^(?!gpt-|claude|llama|.*[/:])',
    match: ['MODEL_NAME=KOL_trust @MLFLOW_TRACKING_URI=x MODEL_NAME MODEL_STAGE=Production'],
    skip: ['MODEL_NAME=KOL_trust @MLFLOW_TRACKING_URI=x', 'MODEL_NAME=gpt-4o @mlflow model_alias=x', 'MODEL_NAME=trust.pkl @mlflow MODEL_STAGE=x'],
  },
];
