import type { Library } from '../library.js';
import { PYTHON_HTTP_CLIENTS } from '../python-http-clients.js';

const CLIENTS = [...PYTHON_HTTP_CLIENTS, 'aiohttp.ClientSession()'];
const METHODS = ['get', 'post', 'patch', 'delete'];

/** Airflow's REST interface, https://airflow.apache.org/docs/apache-airflow/stable/stable-rest-api-ref.html, through Python's clients. */
export const airflowRest: Library = {
  library: 'airflow-rest',
  language: 'python',
  system: 'airflow',
  types: {},
  entries: [
    {
      call: CLIENTS.flatMap((client) => METHODS.map((method) => `${client}.${method}`)),
      where: { at: 0, keyword: 'url', contains: '/dags/' },
      takes: [{ at: 0, keyword: 'url', is: 'dag', within: String.raw`/api/(?:v\d+|experimental)/dags/([^/?~]+)` }],
      accessByMethod: { read: '^get$', write: '.' },
      match: [
        { code: 'import requests\nrequests.post("http://kol-airflow:8080/api/v1/dags/kol_daily/dagRuns", json={})', finds: ['dag kol_daily'] },
        { code: 'import requests\ndag = "kol_daily"\nrequests.post(f"{BASE}/api/v2/dags/{dag}/dagRuns", json={})', finds: ['dag kol_daily'] },
        { code: 'import httpx\nwith httpx.Client() as client:\n    client.get("http://kol-airflow:8080/api/v1/dags/kol_daily")', finds: ['dag kol_daily'] },
      ],
      // `~` stands for all of them.
      skip: ['import requests\nrequests.get("http://kol-airflow:8080/api/v1/dags/~/dagRuns")', 'import requests\nrequests.get("http://kol-app/dags/kol_daily")'],
    },
  ],
};
