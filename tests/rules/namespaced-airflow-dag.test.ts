import { testRule } from './rule-tester.js';

testRule('namespaced-airflow-dag', {
  valid: {
    python: [
      { code: 'from airflow import DAG\nwith DAG("kol_daily", schedule="@daily") as dag:\n    pass' },
      { code: 'from airflow import DAG\nDAG(dag_id="kol_daily", tags=["daily"])' },
    ],
  },
  invalid: {
    python: [
      {
        code: 'from airflow import DAG\nwith DAG("daily", schedule="@daily") as dag:\n    pass',
        output: 'from airflow import DAG\nwith DAG("kol_daily", schedule="@daily") as dag:\n    pass',
        errors: [{ at: '2:11-16', message: "DAG 'daily' is in no domain's namespace; in kol it is 'kol_daily'." }],
      },
    ],
  },
});
