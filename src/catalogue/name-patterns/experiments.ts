import type { NamePattern } from './name-pattern.js';

/** Names of MLflow's experiments. */
export const EXPERIMENTS: readonly NamePattern[] = [
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)MLFLOW(?:_[A-Z]+)*_EXPERIMENT(?:_NAME)?(?:_[A-Z]+)?$',
    not: '_EXPERIMENT_(?:NAME_)?(?:ID|IDS|TAG|TAGS|DIR|PATH|URL|URI|TYPE|KIND|SOURCE|STAGE|STATUS|OWNER|VERSION|PREFIX|SUFFIX|LOCATION|ROOT|DESCRIPTION)$',
    match: ['MLFLOW_EXPERIMENT_NAME=KOL_models', 'MLFLOW_EXPERIMENT=trust'],
    skip: ['MLFLOW_EXPERIMENT_ID=12', 'MLFLOW_EXPERIMENT_TYPE=NOTEBOOK', 'MLFLOW_TRACKING_URI=http://sme-mlflow:5000'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)EXPERIMENT(?:_NAME)?$',
    not: '^WIDGET_',
    near: 'mlflow|\\bMLproject\\b',
    match: ['EXPERIMENT_NAME=KOL_models @mlflow', 'experiment=trust @mlflow', 'experimentName=trust @mlflow'],
    skip: ['EXPERIMENT_NAME=checkout-button', 'EXPERIMENT_ID=3 @mlflow', 'WIDGET_EXPERIMENT=Experiment @mlflow', 'experiment=runs/exp1.json @mlflow'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)EXPERIMENT_NAME$',
    // Others that keep experiments, in the file or among what the package depends on, make it one of theirs as well.
    far: 'kubeflow|\\bwandb\\b|\\bcomet',
    package: '^(?![^]*(?:kubeflow|\\bkfp\\b|\\bwandb\\b|\\bcomet_ml\\b))[^]*mlflow',
    forms: ['key', 'variable'],
    match: ['experiment_name=KOL_trust @package:mlflow'],
    skip: ['experiment_name=checkout-button', 'kubeflow_experiment_name=fast @package:mlflow', 'experiment_name=fast @package:kfp, mlflow', 'experiment=fast @package:mlflow', 'experiment_name=runs/exp1.json @package:mlflow'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)(?:EXPERIMENTS|EXPERIMENT_NAMES)$',
    forms: ['constant', 'field'],
    near: 'mlflow',
    match: ['TRUST_EXPERIMENTS=KOL_trust @mlflow', 'EXPERIMENT_NAMES=KOL_trust @mlflow'],
    skip: ['EXPERIMENTS=checkout-button', 'RUN_EXPERIMENTS_DIR=runs @mlflow'],
  },
];
