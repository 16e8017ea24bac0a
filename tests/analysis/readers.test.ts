import { describe, expect, it } from 'vitest';
import { readerFor } from '../../src/analysis/readers.js';

describe('a file is read by its name', () => {
  it.each([
    ['.env', 'dotenv'],
    ['.env.example', 'dotenv'],
    ['.env-template', 'dotenv'],
    ['.env_kol', 'dotenv'],
    ['.envrc', 'shell'],
    ['env.sample', 'dotenv'],
    ['airflow.env', 'dotenv'],
    ['docker-compose.yml', 'configuration'],
    ['docker-compose.yml.example', 'configuration'],
    ['values.yaml.tpl', 'configuration'],
    ['terraform.tfvars.example', 'configuration'],
    ['connector.json.j2', 'configuration'],
    ['backend-dev.tfbackend', 'configuration'],
    ['application.properties.template', 'configuration'],
    ['airflow.cfg.sample', 'configuration'],
    ['init.sql.tmpl', 'sql'],
    ['setup.sh.dist', 'shell'],
    ['Dockerfile-spark', 'shell'],
    ['Dockerfile_aws', 'shell'],
  ])('%s', (name, language) => {
    expect(readerFor(`/repo/${name}`)?.language).toBe(language);
  });

  it.each([['photo.png'], ['example'], ['notes.example'], ['custom-environment-variables.json']])('%s is not', (name) => {
    expect(readerFor(`/repo/${name}`)).toBeNull();
  });
});
