import { testRule } from './rule-tester.js';

const message = "Model 'trust' is in no domain's namespace; in kol it is 'KOL_trust'.";

testRule('prefixed-mlflow-model', {
  valid: {
    python: [
      { code: 'import mlflow\nmlflow.register_model("runs:/abc/model", "KOL_trust")' },
      { code: 'import mlflow\nmlflow.pyfunc.load_model("models:/KOL_trust/3")' },
    ],
    dotenv: [{ code: 'MLFLOW_MODEL_NAME_TRUST=KOL_trust' }],
  },
  invalid: {
    python: [
      {
        code: 'import mlflow\nmlflow.register_model("runs:/abc/model", "trust")',
        output: 'import mlflow\nmlflow.register_model("runs:/abc/model", "KOL_trust")',
        errors: [{ at: '2:43-48', message }],
      },
      {
        code: 'import mlflow\nmlflow.pyfunc.load_model("models:/trust/Production")',
        output: 'import mlflow\nmlflow.pyfunc.load_model("models:/KOL_trust/Production")',
        errors: [{ at: '2:35-40', message }],
      },
    ],
    dotenv: [
      {
        code: 'MLFLOW_MODEL_NAME_TRUST=trust',
        output: 'MLFLOW_MODEL_NAME_TRUST=KOL_trust',
        errors: [{ at: '1:25-30', message }],
      },
    ],
  },
});
