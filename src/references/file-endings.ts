/** Files of SQL, by the end of their path. */
export const SQL_FILE = /\.(?:sql|cql|hql|ddl|dml|psql|ksql)$/i;

/** Files of Python, notebooks among them. */
export const PYTHON_FILE = /\.(?:pyi?|ipynb)$/i;

/** Files of JavaScript and TypeScript, components with scripts in them among them. */
export const SCRIPT_FILE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;
