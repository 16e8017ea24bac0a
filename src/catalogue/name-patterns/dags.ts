import type { NamePattern } from './name-pattern.js';

/** Names of Airflow's DAGs. */
export const DAGS: readonly NamePattern[] = [
  {
    is: 'dag',
    system: 'airflow',
    name: '(?:^|_)DAG_(?:ID|NAME)S?$',
    // A SubDAG is called after the DAG that it is part of: `kol_daily.load`.
    not: '(?:^|_)(?:CHILD|SUB)_DAG_',
    match: ['DAG_ID=kol_daily', 'dag_id=kol_daily', 'EXTERNAL_DAG_ID=kol_daily', 'dag_ids_to_trigger=kol_daily'],
    skip: ['child_dag_name=load', 'DAG_IDLE=1', 'DAG_OWNER=kol'],
  },
];
