import type { CommandEntry } from '../command.js';
import { CURL_VALUED } from './curl-options.js';

/** Airflow's command line and its REST interface. */
export const airflow: readonly CommandEntry[] = [
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['dags'], ['trigger', 'pause', 'unpause', 'test', 'backfill', 'list-runs', 'state', 'delete', 'show', 'next-execution', 'details']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }, { option: ['-d', '--dag-id'], is: 'dag' }],
    valued: ['-c', '--conf', '-r', '--run-id', '-e', '--exec-date', '-s', '--start-date', '-S', '--subdir', '-o', '--output', '--state', '-t', '--task-regex', '--end-date', '--pool'],
    match: [
      { code: 'docker exec airflow airflow dags trigger -c "{}" kol_daily', finds: ['dag kol_daily'] },
      { code: 'airflow dags list-runs --dag-id kol_daily', finds: ['dag kol_daily'] },
    ],
    skip: ['airflow dags list', 'airflow users create -u kol', 'airflow db init'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['tasks'], ['run', 'test', 'list', 'clear', 'state', 'render', 'states-for-dag-run', 'failed-deps']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }],
    valued: ['-s', '--start-date', '-e', '--end-date', '-t', '--task-regex', '-S', '--subdir'],
    match: [{ code: 'airflow tasks test kol_daily load 2025-01-01', finds: ['dag kol_daily'] }],
    skip: ['airflow tasks'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['connections'], ['add', 'create']],
    system: 'postgres',
    takes: ['postgres', 'mysql'].map((type) => ({
      option: ['--conn-schema'],
      is: 'database',
      where: { option: '--conn-type', equals: type },
    })),
    valued: ['--conn-type', '--conn-host', '--conn-login', '--conn-password', '--conn-port', '--conn-extra', '--conn-description'],
    match: [{ code: 'airflow connections add kol --conn-type postgres --conn-host h --conn-schema kol_app', finds: ['database kol_app'] }],
    skip: ['airflow connections add kol --conn-type http --conn-schema https'],
  },
  {
    via: 'airflow/rest',
    program: ['curl', 'http', 'wget'],
    system: 'airflow',
    takes: [{ operand: 'all', is: 'dag', within: '/api/(?:v\\d+|experimental)/dags/([\\w.\\uFDD0-]+)' }],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl -X POST "http://airflow:8080/api/v1/dags/kol_daily/dagRuns" -d "{}"', finds: ['dag kol_daily'] },
      { code: 'curl http://airflow:8080/api/v2/dags/kol_daily', finds: ['dag kol_daily'] },
    ],
    skip: ['curl http://airflow:8080/api/v1/dags', 'curl http://airflow:8080/api/v1/dags/~/dagRuns'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['trigger_dag', 'pause', 'unpause', 'backfill', 'clear', 'list_tasks']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }],
    valued: ['-c', '-e', '-r', '-s', '-sd', '-t', '-i'],
    match: [{ code: 'airflow trigger_dag kol_daily', finds: ['dag kol_daily'] }],
    skip: ['airflow webserver', 'airflow initdb'],
  },
];
