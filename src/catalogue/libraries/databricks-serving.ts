import type { Library } from '../library.js';

const SDK = 'databricks.sdk.service.serving';

/** https://docs.databricks.com/aws/en/machine-learning/model-serving/create-manage-serving-endpoints: which registered models are served. */
export const databricksServing: Library = {
  library: 'databricks-serving',
  language: 'python',
  system: 'mlflow',
  types: {},
  entries: [
    {
      call: [`${SDK}.ServedEntityInput`],
      takes: [{ keyword: 'entity_name', is: 'model' }],
      access: 'read',
      match: [
        { code: `from ${SDK} import ServedEntityInput\nServedEntityInput(entity_name="kol.gold.churn", entity_version="1")`, finds: ['model kol.gold.churn'] },
      ],
      skip: [`from ${SDK} import ServedEntityInput\nServedEntityInput(name="kol-churn", workload_size="Small")`],
    },
    {
      call: [`${SDK}.ServedModelInput`],
      takes: [{ keyword: 'model_name', is: 'model' }],
      access: 'read',
      match: [{ code: `from ${SDK} import ServedModelInput\nServedModelInput(model_name="kol_churn", model_version="1")`, finds: ['model kol_churn'] }],
      skip: ['from openai import ServedModelInput\nServedModelInput(model="kol_churn")'],
    },
    {
      call: ['mlflow.deployments.get_deploy_client().create_endpoint', 'mlflow.deployments.get_deploy_client().update_endpoint'],
      takes: [
        { at: 1, keyword: 'config', entry: ['served_entities', 'entity_name'], is: 'model' },
        { at: 1, keyword: 'config', entry: ['served_models', 'model_name'], is: 'model' },
      ],
      access: 'read',
      match: [
        {
          code: 'from mlflow.deployments import get_deploy_client\nget_deploy_client("databricks").create_endpoint(name="churn", config={"served_entities": [{"entity_name": "kol.gold.churn", "entity_version": "1"}]})',
          finds: ['model kol.gold.churn'],
        },
      ],
      skip: [
        'from mlflow.deployments import get_deploy_client\nget_deploy_client("databricks").create_endpoint(name="churn", config={"served_entities": [{"external_model": {"name": "gpt-4"}}]})',
      ],
    },
  ],
};
