import type { Library } from '../library.js';
import { PYTHON_HTTP_CLIENTS } from '../python-http-clients.js';

const POST = PYTHON_HTTP_CLIENTS.map((client) => `${client}.post`);
const GET = PYTHON_HTTP_CLIENTS.map((client) => `${client}.get`);

/** MLflow's REST interface, https://mlflow.org/docs/latest/rest-api.html, through Python's clients. */
export const mlflowRequests: Library = {
  library: 'mlflow-requests',
  language: 'python',
  system: 'mlflow',
  types: {},
  entries: [
    {
      call: POST,
      where: { at: 0, keyword: 'url', contains: 'mlflow/experiments/create' },
      takes: [
        { keyword: 'json', entry: ['name'], is: 'experiment' },
        { keyword: 'data', entry: ['name'], is: 'experiment' },
      ],
      access: 'define',
      match: [
        { code: 'import requests\nrequests.post("http://h:5000/api/2.0/mlflow/experiments/create", json={"name": "trust"})', finds: ['experiment trust'] },
      ],
      skip: ['import requests\nrequests.post("http://h:5000/api/users", json={"name": "trust"})'],
    },
    {
      call: GET,
      where: { at: 0, keyword: 'url', contains: 'mlflow/experiments/get-by-name' },
      takes: [{ keyword: 'params', entry: ['experiment_name'], is: 'experiment' }],
      access: 'read',
      match: [
        { code: 'import requests\nrequests.get("http://h:5000/api/2.0/mlflow/experiments/get-by-name", params={"experiment_name": "trust"})', finds: ['experiment trust'] },
        {
          code: 'import httpx\nwith httpx.Client() as client:\n    client.get(f"{BASE}/api/2.0/mlflow/experiments/get-by-name", params={"experiment_name": "trust"})',
          finds: ['experiment trust'],
        },
      ],
      skip: ['import requests\nrequests.get("http://h:5000/api/users", params={"experiment_name": 3})'],
    },
    {
      call: POST,
      where: { at: 0, keyword: 'url', contains: 'mlflow/registered-models/create' },
      takes: [{ keyword: 'json', entry: ['name'], is: 'model' }],
      access: 'define',
      match: [
        { code: 'import requests\nrequests.post("http://h:5000/api/2.0/mlflow/registered-models/create", json={"name": "trust"})', finds: ['model trust'] },
      ],
      skip: ['import requests\nrequests.post("http://h:5000/api/models", json={"name": "trust"})'],
    },
    {
      call: POST,
      where: { at: 0, keyword: 'url', contains: 'mlflow/model-versions/' },
      takes: [{ keyword: 'json', entry: ['name'], is: 'model' }],
      access: 'write',
      match: [
        { code: 'import requests\nrequests.post("http://h:5000/api/2.0/mlflow/model-versions/create", json={"name": "trust", "source": uri})', finds: ['model trust'] },
      ],
      skip: ['import requests\nrequests.post("http://h:5000/api/versions", json={"name": "trust"})'],
    },
    {
      call: GET,
      where: { at: 0, keyword: 'url', contains: 'mlflow/registered-models/' },
      takes: [{ keyword: 'params', entry: ['name'], is: 'model' }],
      access: 'read',
      match: [
        { code: 'import httpx\nhttpx.get(f"{BASE}/api/2.0/mlflow/registered-models/alias", params={"name": "trust", "alias": "champion"})', finds: ['model trust'] },
      ],
      skip: ['import httpx\nhttpx.get(f"{BASE}/api/models", params={"name": "trust"})'],
    },
    {
      call: GET,
      where: { at: 0, keyword: 'url', contains: 'mlflow/' },
      takes: [
        { at: 0, keyword: 'url', is: 'model', within: 'mlflow/registered-models/[\\w-]+\\?name=([^&\\s]+)' },
        { at: 0, keyword: 'url', is: 'experiment', within: 'mlflow/experiments/get-by-name\\?experiment_name=([^&\\s]+)' },
      ],
      access: 'read',
      match: [
        { code: 'import requests\nrequests.get(f"{BASE}/api/2.0/mlflow/registered-models/get?name=trust")', finds: ['model trust'] },
        { code: 'import requests\nrequests.get(f"{BASE}/api/2.0/mlflow/experiments/get-by-name?experiment_name=trust")', finds: ['experiment trust'] },
      ],
      skip: ['import requests\nrequests.get(f"{BASE}/mlflow/users/get?name=trust")'],
    },
  ],
};
