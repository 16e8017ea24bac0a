import type { Library } from '../library.js';

/** https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html */
export const mlflow: Library = {
  library: 'mlflow',
  language: 'python',
  system: 'mlflow',
  types: {
    Client: ['mlflow.MlflowClient()', 'mlflow.tracking.MlflowClient()', 'mlflow.client.MlflowClient()', 'mlflow.tracking.client.MlflowClient()', '~mlflow_client', '~mlflowClient'],
    Flavor: ['mlflow.*'],
  },
  entries: [
    {
      call: ['mlflow.set_experiment', 'mlflow.tracking.fluent.set_experiment'],
      takes: [{ at: 0, keyword: 'experiment_name', is: 'experiment' }],
      access: 'write',
      match: [
        { code: 'import mlflow\nmlflow.set_experiment("trust_model")', finds: ['experiment trust_model'] },
        { code: 'mlflow.set_experiment(experiment_name="KOL_trust")', finds: ['experiment KOL_trust'] },
        { code: 'import os\nimport mlflow\nmlflow.set_experiment(os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_models"))', finds: ['experiment KOL_models'] },
      ],
      skip: ['import mlflow\nmlflow.set_experiment(experiment_id="12")', 'comet.set_experiment("trust_model")'],
    },
    {
      call: ['mlflow.create_experiment', 'Client.create_experiment'],
      takes: [
        { at: 0, keyword: 'name', is: 'experiment' },
        { at: 1, keyword: 'artifact_location', is: 'uri', access: 'write' },
      ],
      access: 'define',
      match: [
        {
          code: 'import mlflow\nmlflow.create_experiment("KOL_trust", artifact_location="s3://kol-mlflow/trust")',
          finds: ['experiment KOL_trust', 'bucket kol-mlflow'],
        },
        { code: 'from mlflow.tracking import MlflowClient\nMlflowClient().create_experiment("trust")', finds: ['experiment trust'] },
      ],
      skip: ['import kfp\nkfp.Client().create_experiment("trust")'],
    },
    {
      call: ['mlflow.get_experiment_by_name', 'Client.get_experiment_by_name'],
      takes: [{ at: 0, keyword: 'name', is: 'experiment' }],
      access: 'read',
      match: [{ code: 'import mlflow\nmlflow.get_experiment_by_name("KOL_trust")', finds: ['experiment KOL_trust'] }],
      skip: ['import mlflow\nmlflow.get_experiment("12")'],
    },
    {
      call: ['mlflow.search_runs'],
      takes: [{ keyword: 'experiment_names', is: 'experiment' }],
      access: 'read',
      match: [{ code: 'import mlflow\nmlflow.search_runs(experiment_names=["KOL_a", "KOL_b"])', finds: ['experiment KOL_a', 'experiment KOL_b'] }],
      skip: ['import mlflow\nmlflow.search_runs(experiment_ids=["1"])'],
    },
    {
      call: ['mlflow.register_model'],
      takes: [
        { at: 0, keyword: 'model_uri', is: 'uri' },
        { at: 1, keyword: 'name', is: 'model' },
      ],
      access: 'define',
      match: [{ code: 'import mlflow\nmlflow.register_model(f"runs:/{run_id}/model", "KOL_trust")', finds: ['model KOL_trust'] }],
      skip: ['admin.register_model("runs", "KOL_trust")'],
    },
    {
      call: ['Flavor.log_model', 'Flavor.save_model', '*.log_model'],
      takes: [{ keyword: 'registered_model_name', is: 'model' }],
      access: 'write',
      match: [
        { code: 'import mlflow.sklearn\nmlflow.sklearn.log_model(model, "model", registered_model_name="KOL_trust")', finds: ['model KOL_trust'] },
      ],
      skip: ['import mlflow\nmlflow.sklearn.log_model(model, "model")'],
    },
    {
      call: ['*.autolog'],
      takes: [{ keyword: 'registered_model_name', is: 'model' }],
      access: 'write',
      match: [{ code: 'import mlflow\nmlflow.sklearn.autolog(registered_model_name="KOL_trust")', finds: ['model KOL_trust'] }],
      skip: ['import mlflow\nmlflow.autolog()'],
    },
    {
      call: ['Flavor.load_model', 'mlflow.models.get_model_info', 'mlflow.artifacts.download_artifacts'],
      takes: [{ at: 0, keyword: ['model_uri', 'artifact_uri'], is: 'uri' }],
      access: 'read',
      match: [
        { code: 'import mlflow\nmlflow.pyfunc.load_model("models:/KOL_trust/Production")', finds: ['model KOL_trust'] },
        { code: 'import mlflow\nmlflow.pyfunc.load_model(model_uri="models:/KOL_trust@champion")', finds: ['model KOL_trust'] },
      ],
      skip: ['import mlflow\nmlflow.pyfunc.load_model("runs:/1f2e/model")', 'import keras\nkeras.load_model("KOL_trust")'],
    },
    {
      call: [
        'Client.create_registered_model', 'Client.rename_registered_model', 'Client.update_registered_model', 'Client.delete_registered_model',
        'Client.create_model_version', 'Client.update_model_version', 'Client.delete_model_version', 'Client.transition_model_version_stage',
        'Client.set_registered_model_alias', 'Client.set_registered_model_tag', 'Client.set_model_version_tag', 'Client.delete_registered_model_alias',
      ],
      takes: [{ at: 0, keyword: 'name', is: 'model' }],
      access: 'write',
      match: [
        { code: 'from mlflow import MlflowClient\nclient = MlflowClient()\nclient.create_registered_model("KOL_trust")', finds: ['model KOL_trust'] },
      ],
      skip: ['registry.create_registered_model("KOL_trust")'],
    },
    {
      call: ['Client.get_registered_model', 'Client.get_latest_versions', 'Client.get_model_version', 'Client.get_model_version_by_alias', 'Client.get_model_version_download_uri'],
      takes: [{ at: 0, keyword: 'name', is: 'model' }],
      access: 'read',
      match: [{ code: 'import mlflow\nmlflow.MlflowClient().get_latest_versions("KOL_trust", stages=["Production"])', finds: ['model KOL_trust'] }],
      skip: ['client.get_latest_versions("KOL_trust")'],
    },
    {
      // A client that is handed in goes by any name; what the methods are called is MLflow's own.
      call: [
        '*.create_registered_model', '*.rename_registered_model', '*.update_registered_model', '*.delete_registered_model', '*.get_registered_model',
        '*.create_model_version', '*.update_model_version', '*.delete_model_version', '*.get_model_version', '*.get_model_version_by_alias',
        '*.get_model_version_download_uri', '*.get_latest_versions', '*.transition_model_version_stage', '*.set_registered_model_alias',
        '*.set_registered_model_tag', '*.delete_registered_model_tag', '*.set_model_version_tag', '*.delete_model_version_tag', '*.delete_registered_model_alias',
      ],
      near: 'mlflow',
      takes: [{ at: 0, keyword: 'name', is: 'model' }],
      accessByMethod: { read: '^get_', define: '^create_', write: '^(?:rename|update|delete|transition|set)_' },
      match: [
        { code: 'import mlflow\ndef publish(tracking):\n    tracking.create_registered_model("KOL_trust")', finds: ['model KOL_trust'] },
        { code: 'import mlflow\ndef stage(tracking):\n    return tracking.get_model_version(name="KOL_trust", version="1")', finds: ['model KOL_trust'] },
        { code: 'from mlflow.entities import Run\ndef read(store):\n    store.get_model_version(name="KOL_trust", version=1)', finds: ['model KOL_trust'] },
      ],
      skip: ['registry.create_registered_model("KOL_trust")'],
    },
    {
      call: ['*.get_experiment_by_name'],
      near: 'mlflow',
      takes: [{ at: 0, keyword: ['name', 'experiment_name'], is: 'experiment' }],
      access: 'read',
      match: [{ code: 'import mlflow\ndef find(tracking):\n    tracking.get_experiment_by_name("KOL_trust")', finds: ['experiment KOL_trust'] }],
      skip: ['tracking.get_experiment_by_name("KOL_trust")'],
    },
    {
      call: ['*.search_model_versions', '*.search_registered_models'],
      near: 'mlflow',
      takes: [{ at: 0, keyword: 'filter_string', is: 'model', within: "\\bname\\s*=\\s*'([^']+)'" }],
      access: 'read',
      match: [
        { code: 'import mlflow\nmlflow.MlflowClient().search_model_versions("name=\'KOL_trust\'")', finds: ['model KOL_trust'] },
        { code: 'import mlflow\ndef latest(client):\n    return client.search_model_versions(f"name=\'KOL_trust\'")', finds: ['model KOL_trust'] },
      ],
      skip: ['import mlflow\nmlflow.MlflowClient().search_model_versions("run_id=\'KOL\'")'],
    },
    {
      call: ['*.copy_model_version'],
      near: 'mlflow',
      takes: [
        { at: 0, keyword: 'src_model_uri', is: 'uri', access: 'read' },
        { at: 1, keyword: 'dst_name', is: 'model' },
      ],
      access: 'write',
      match: [
        {
          code: 'import mlflow\nmlflow.MlflowClient().copy_model_version("models:/KOL_staging@best", "KOL_trust")',
          finds: ['model KOL_staging', 'model KOL_trust'],
        },
      ],
      skip: ['store.copy_model_version("runs", "KOL_trust")'],
    },
    {
      // Lightning's, whichever of its packages it comes from.
      call: ['*.MLFlowLogger'],
      takes: [
        { at: 0, keyword: 'experiment_name', is: 'experiment' },
        { keyword: 'artifact_location', is: 'uri', access: 'write' },
      ],
      access: 'write',
      match: [
        { code: 'from lightning.pytorch.loggers import MLFlowLogger\nMLFlowLogger("KOL_trust", tracking_uri="http://sme-mlflow:5000")', finds: ['experiment KOL_trust'] },
        { code: 'import pytorch_lightning as pl\npl.loggers.MLFlowLogger(experiment_name="KOL_trust")', finds: ['experiment KOL_trust'] },
      ],
      skip: ['from lightning.pytorch.loggers import WandbLogger\nWandbLogger("KOL_trust")'],
    },
    {
      call: ['*.mlflow_register_model_step', '*.mlflow_model_registry_deployer_step', '*.mlflow_model_deployer_step'],
      takes: [{ keyword: ['name', 'registry_model_name'], is: 'model' }],
      match: [
        {
          code: 'from zenml.integrations.mlflow.steps.mlflow_registry import mlflow_register_model_step\nmlflow_register_model_step(model, name="KOL_trust")',
          finds: ['model KOL_trust'],
        },
      ],
      skip: ['from kol.steps import register_model_step\nregister_model_step(model, name="KOL_trust")'],
    },
    {
      call: ['Client.search_experiments', 'mlflow.search_experiments'],
      takes: [{ keyword: 'filter_string', is: 'experiment', within: "\\bname\\s*=\\s*'([^']+)'" }],
      access: 'read',
      match: [{ code: 'import mlflow\nmlflow.search_experiments(filter_string="name = \'KOL_trust\'")', finds: ['experiment KOL_trust'] }],
      skip: ['import mlflow\nmlflow.search_experiments()'],
    },
    {
      call: ['mlflow.set_tracking_uri', 'mlflow.set_registry_uri'],
      takes: [{ at: 0, keyword: 'uri', is: 'uri' }],
      match: [{ code: 'import mlflow\nmlflow.set_tracking_uri("postgresql://a:b@sme-postgres:5432/kol_mlflow")', finds: ['database kol_mlflow'] }],
      skip: ['import mlflow\nmlflow.set_tracking_uri("http://sme-mlflow:5000")'],
    },
  ],
};
