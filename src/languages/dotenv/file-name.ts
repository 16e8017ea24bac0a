/** `.env`, `.env.kol`, `.env-template`, `kol.env`, `env.example`. */
const ENV_FILE = /^\.env(?:[-._].+)?$|\.env$|^env\.(?:example|sample|template)$/;

/** Files that show what an env file looks like, and do not say what is. */
const EXAMPLE = /[-._](?:example|sample|template|dist)$|^(?:example|sample|template)\.env$/;

/** Whether a file, by its name without folders, is an environment file or an example of one. */
export function isEnvFile(name: string): boolean {
  return ENV_FILE.test(name);
}

/** Whether an environment file, by its name, only shows what one looks like. */
export function isEnvExample(name: string): boolean {
  return EXAMPLE.test(name);
}
