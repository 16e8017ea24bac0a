import { testRule } from './rule-tester.js';

const message = (name: string) => `Experiment '${name}' is in no domain's namespace; in kol it is 'KOL_${name}'.`;

testRule('prefixed-mlflow-experiment', {
  valid: {
    python: [
      { code: 'import mlflow\nmlflow.set_experiment("KOL_trust_ensemble")' },
      { code: 'import os, mlflow\nmlflow.set_experiment(os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_models"))' },
      { code: 'import kfp\nkfp.Client().create_experiment("trust_model")' },
      { code: 'import mlflow\nmlflow.set_experiment(f"KOL_{model}")' },
    ],
    dotenv: [{ code: 'MLFLOW_EXPERIMENT_NAME=KOL_models' }],
  },
  invalid: {
    python: [
      {
        code: '# This would mix with SME experiments!\nimport mlflow\nmlflow.set_experiment("trust_model")  # NO!',
        output: '# This would mix with SME experiments!\nimport mlflow\nmlflow.set_experiment("KOL_trust_model")  # NO!',
        errors: [{ at: '3:24-35', message: message('trust_model') }],
      },
      {
        code: 'import os, mlflow\nname = os.getenv("MLFLOW_EXPERIMENT_NAME", "my_model")\nmlflow.set_experiment(name)',
        output: 'import os, mlflow\nname = os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_my_model")\nmlflow.set_experiment(name)',
        errors: [{ at: '2:45-53', message: message('my_model') }],
      },
    ],
    dotenv: [
      {
        code: 'MLFLOW_EXPERIMENT_NAME=models',
        output: 'MLFLOW_EXPERIMENT_NAME=KOL_models',
        errors: [{ at: '1:24-30', message: message('models') }],
      },
    ],
  },
});
