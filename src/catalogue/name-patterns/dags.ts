import type { NamePattern } from './name-pattern.js';

/** Names of Airflow's DAGs. */
export const DAGS: readonly NamePattern[] = [
  {
    is: 'dag',
    system: 'airflow',
    name: '(?:^|_)DAG_(?:ID|NAME)S?$',
    match: ['DAG_ID=kol_daily', 'dag_id=kol_daily', 'EXTERNAL_DAG_ID=kol_daily', 'dag_ids_to_trigger=kol_daily'],
    skip: ['DAG_IDLE=1', 'DAG_OWNER=kol'],
  },
];
