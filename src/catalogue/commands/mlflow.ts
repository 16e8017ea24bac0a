import type { CommandEntry } from '../command.js';
import { CURL_VALUED } from './curl-options.js';

/** MLflow's command line and its REST interface. */
export const mlflow: readonly CommandEntry[] = [
  {
    via: 'mlflow',
    program: ['mlflow'],
    system: 'mlflow',
    takes: [{ option: ['--experiment-name'], is: 'experiment' }],
    valued: ['--experiment-id', '-P', '--param-list', '-e', '--entry-point', '-v', '--version', '-b', '--backend', '--host', '--port', '-p', '--workers', '--env-manager', '--run-name', '-m', '--model-uri', '--backend-store-uri', '--default-artifact-root', '--artifacts-destination'],
    match: [
      { code: 'mlflow run . --experiment-name KOL_trust -P a=b', finds: ['experiment KOL_trust'] },
      { code: 'mlflow experiments create --experiment-name KOL_trust', finds: ['experiment KOL_trust'] },
    ],
    skip: ['mlflow run . --experiment-id 3', 'mlflow server --host 0.0.0.0'],
  },
  {
    via: 'mlflow',
    program: ['mlflow'],
    subcommand: [['experiments'], ['create', 'rename', 'get']],
    system: 'mlflow',
    takes: [
      { option: ['-n', '--new-name'], is: 'experiment', access: 'define' },
      { option: ['-l', '--artifact-location'], is: 'uri' },
    ],
    valued: ['--experiment-name', '--experiment-id', '-x'],
    match: [{ code: 'mlflow experiments create -n KOL_trust -l s3://kol-mlflow/x', finds: ['experiment KOL_trust', 'bucket kol-mlflow'] }],
    skip: ['mlflow models serve -n KOL'],
  },
  {
    via: 'mlflow/rest',
    program: ['curl', 'http', 'wget'],
    system: 'mlflow',
    takes: [
      { operand: 'all', is: 'experiment', access: 'read', within: 'mlflow/experiments/get-by-name\\?(?:[^#]*&)?experiment_name=([^&#]+)' },
      { operand: 'all', is: 'model', within: 'mlflow/(?:registered-models|model-versions)/[\\w-]+\\?(?:[^#]*&)?name=([^&#]+)' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl "http://h:5000/api/2.0/mlflow/experiments/get-by-name?experiment_name=KOL_trust"', finds: ['experiment KOL_trust'] },
      { code: 'curl -s "$H/api/2.0/mlflow/registered-models/get?name=KOL_trust"', finds: ['model KOL_trust'] },
    ],
    skip: ['curl http://localhost:5000/api/2.0/mlflow/experiments/search', 'curl -u kol:kol http://sme-minio:9000/'],
  },
  {
    via: 'mlflow/rest',
    program: ['curl'],
    system: 'mlflow',
    takes: [
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/experiments/create' },
        is: 'experiment',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'define',
      },
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/registered-models/create' },
        is: 'model',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'define',
      },
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/model-versions/create' },
        is: 'model',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'write',
      },
    ],
    valued: CURL_VALUED,
    match: [
      {
        code: 'curl -X POST http://h:5000/api/2.0/mlflow/experiments/create -H "Content-Type: application/json" -d \'{"name": "KOL_trust"}\'',
        finds: ['experiment KOL_trust'],
      },
      { code: 'curl "$M/api/2.0/mlflow/registered-models/create" -d "{\\"name\\": \\"KOL_trust\\"}"', finds: ['model KOL_trust'] },
    ],
    skip: ['curl -X POST http://h/api/users -d \'{"name": "KOL_trust"}\''],
  },
  {
    via: 'mlflow/rest',
    program: ['curl'],
    system: 'mlflow',
    takes: [
      { operand: 'input', where: { operand: 'mlflow/experiments/create' }, is: 'experiment', within: '"name"\\s*:\\s*"([^"]+)"', access: 'define' },
      { operand: 'input', where: { operand: 'mlflow/registered-models/create' }, is: 'model', within: '"name"\\s*:\\s*"([^"]+)"', access: 'define' },
      { operand: 'input', where: { operand: 'mlflow/model-versions/create' }, is: 'model', within: '"name"\\s*:\\s*"([^"]+)"', access: 'write' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl $M/api/2.0/mlflow/experiments/create -d @- <<EOF\n{"name": "KOL_trust"}\nEOF', finds: ['experiment KOL_trust'] },
    ],
    skip: ['curl http://h/api/users -d @- <<EOF\n{"name": "KOL_trust"}\nEOF'],
  },
];
