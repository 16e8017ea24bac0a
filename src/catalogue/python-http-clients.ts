/** What sends requests in Python: modules, sessions and clients, and what people call these. */
export const PYTHON_HTTP_CLIENTS = ['requests', 'httpx', 'requests.Session()', 'httpx.Client()', 'httpx.AsyncClient()', '~session', '~client', '~http'] as const;
