import type { Library } from '../library.js';

const POST = ['axios.post', 'axios.default.post', '~axios.post', 'axios.create().post', '~client.post', '~http.post', 'got.post', 'ky.post'];
const GET = ['axios.get', 'axios.default.get', '~axios.get', 'axios.create().get', '~client.get', '~http.get'];

/** MLflow's REST interface, https://mlflow.org/docs/latest/rest-api.html, through fetch and axios. */
export const mlflowRest: Library = {
  library: 'mlflow-rest',
  language: 'javascript',
  system: 'mlflow',
  types: {},
  entries: [
    {
      call: POST,
      where: { at: 0, contains: 'mlflow/experiments/create' },
      takes: [{ at: 1, entry: ['name'], is: 'experiment' }],
      access: 'define',
      match: [
        { code: "import axios from 'axios';\naxios.post(`${base}/api/2.0/mlflow/experiments/create`, { name: 'trust' });", finds: ['experiment trust'] },
      ],
      skip: ["import axios from 'axios';\naxios.post(`${base}/api/users`, { name: 'trust' });"],
    },
    {
      call: ['~fetch', 'node-fetch', 'node-fetch.default', 'undici.fetch'],
      where: { at: 0, contains: 'mlflow/experiments/create' },
      takes: [{ at: 1, entry: ['body', 'name'], is: 'experiment' }],
      access: 'define',
      match: [
        {
          code: "fetch(`${base}/api/2.0/mlflow/experiments/create`, { method: 'POST', body: JSON.stringify({ name: 'trust' }) });",
          finds: ['experiment trust'],
        },
      ],
      skip: ["fetch('/api/users', { method: 'POST', body: JSON.stringify({ name: 'trust' }) });"],
    },
    {
      call: GET,
      where: { at: 0, contains: 'mlflow/experiments/get-by-name' },
      takes: [
        { at: 1, entry: ['params', 'experiment_name'], is: 'experiment' },
      ],
      access: 'read',
      match: [
        { code: "import axios from 'axios';\naxios.get('/api/2.0/mlflow/experiments/get-by-name', { params: { experiment_name: 'trust' } });", finds: ['experiment trust'] },
      ],
      skip: ["import axios from 'axios';\naxios.get('/api/users', { params: { name: 'trust' } });"],
    },
    {
      call: ['~fetch', ...GET, 'node-fetch', 'node-fetch.default'],
      where: { at: 0, contains: 'experiment_name=' },
      takes: [{ at: 0, is: 'experiment', within: 'mlflow/experiments/get-by-name\\?experiment_name=([^&\\s]+)' }],
      access: 'read',
      match: [{ code: "fetch('/api/2.0/mlflow/experiments/get-by-name?experiment_name=trust');", finds: ['experiment trust'] }],
      skip: ["fetch('/api/other?experiment_name=trust');"],
    },
    {
      call: POST,
      where: { at: 0, contains: 'mlflow/registered-models/create' },
      takes: [{ at: 1, entry: ['name'], is: 'model' }],
      access: 'define',
      match: [
        { code: "import axios from 'axios';\naxios.post('/api/2.0/mlflow/registered-models/create', { name: 'trust' });", finds: ['model trust'] },
      ],
      skip: ["import axios from 'axios';\naxios.post('/api/models', { name: 'trust' });"],
    },
    {
      call: ['~fetch', 'node-fetch', 'node-fetch.default', 'undici.fetch'],
      where: { at: 0, contains: 'mlflow/registered-models/create' },
      takes: [{ at: 1, entry: ['body', 'name'], is: 'model' }],
      access: 'define',
      match: [
        {
          code: "fetch('/api/2.0/mlflow/registered-models/create', { method: 'POST', body: JSON.stringify({ name: 'trust' }) });",
          finds: ['model trust'],
        },
      ],
      skip: ["fetch('/api/models', { method: 'POST', body: JSON.stringify({ name: 'trust' }) });"],
    },
    {
      call: POST,
      where: { at: 0, contains: 'mlflow/model-versions/' },
      takes: [{ at: 1, entry: ['name'], is: 'model' }],
      access: 'write',
      match: [
        { code: "import axios from 'axios';\naxios.post('/api/2.0/mlflow/model-versions/create', { name: 'trust', source });", finds: ['model trust'] },
      ],
      skip: ["import axios from 'axios';\naxios.post('/api/versions', { name: 'trust' });"],
    },
    {
      call: ['~fetch', 'node-fetch', 'node-fetch.default', 'undici.fetch'],
      where: { at: 0, contains: 'mlflow/model-versions/' },
      takes: [{ at: 1, entry: ['body', 'name'], is: 'model' }],
      access: 'write',
      match: [
        {
          code: "fetch('/api/2.0/mlflow/model-versions/create', { method: 'POST', body: JSON.stringify({ name: 'trust' }) });",
          finds: ['model trust'],
        },
      ],
      skip: ["fetch('/api/versions', { method: 'POST', body: JSON.stringify({ name: 'trust' }) });"],
    },
    {
      call: GET,
      where: { at: 0, contains: 'mlflow/registered-models/' },
      takes: [{ at: 1, entry: ['params', 'name'], is: 'model' }],
      access: 'read',
      match: [
        { code: "import axios from 'axios';\naxios.get('/api/2.0/mlflow/registered-models/get', { params: { name: 'trust' } });", finds: ['model trust'] },
      ],
      skip: ["import axios from 'axios';\naxios.get('/api/models', { params: { name: 'trust' } });"],
    },
    {
      call: ['~fetch', ...GET, 'node-fetch', 'node-fetch.default'],
      where: { at: 0, contains: 'mlflow/registered-models/' },
      takes: [{ at: 0, is: 'model', within: 'mlflow/registered-models/[\\w-]+\\?name=([^&\\s]+)' }],
      access: 'read',
      match: [{ code: "fetch('/api/2.0/mlflow/registered-models/get?name=trust');", finds: ['model trust'] }],
      skip: ["fetch('/api/models/get?name=trust');"],
    },
  ],
};
