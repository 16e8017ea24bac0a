import { describe, expect, it } from 'vitest';
import { displayName } from '../../src/references/name.js';
import { POLICY, Repository } from './workspace-of.js';
import { shownPlace } from './shown.js';

const BUCKET = 'variable "label" {}\nvariable "stage" {}\nresource "aws_s3_bucket" "one" {\n  bucket = var.label\n}\nresource "aws_s3_bucket" "other" {\n  bucket = "${var.label}-${var.stage}"\n}\n';

/** `main.tf 1:2 bucket kol-bronze`: where each name is written that one of the files uses, as far as it is known. */
function names(files: Readonly<Record<string, string>>, path: string): string[] {
  const repository = new Repository(files);
  const { references } = repository.analyse(path, files[path] ?? '');
  return references
    .map(({ reference }) => reference)
    .filter(({ name }) => displayName(name) !== '{?}')
    .map(({ kind, name, written }) => `${repository.relative(written.source.path)} ${shownPlace(written)} ${kind} ${displayName(name)}`);
}

describe('the files of a Terraform module', () => {
  const main = (value: string) => `resource "aws_s3_bucket" "one" {\n  bucket = ${value}\n}\n`;

  it.each([
    ['a default', { 'variables.tf': 'variable "lake" {\n  default = "kol-gold"\n}\n' }, 'var.lake', ['variables.tf 2:14 bucket kol-gold']],
    ['a local', { 'locals.tf': 'locals {\n  lake = "kol-gold"\n}\n' }, 'local.lake', ['locals.tf 2:11 bucket kol-gold']],
    ['a part of a name', { 'variables.tf': 'variable "team" {\n  default = "kol"\n}\n' }, '"${var.team}-gold"', ['main.tf 2:13 bucket kol-gold']],
    ['what Terraform loads itself', { 'terraform.tfvars': 'lake = "kol-gold"\n', 'variables.tf': 'variable "lake" {\n  default = "kol-silver"\n}\n' }, 'var.lake', ['terraform.tfvars 1:9 bucket kol-gold']],
    ['nothing that must be told', { 'dev.tfvars': 'lake = "kol-gold"\n', 'variables.tf': 'variable "lake" {}\n' }, 'var.lake', []],
    ['nothing of another folder', { 'other/variables.tf': 'variable "lake" {\n  default = "kol-gold"\n}\n' }, 'var.lake', []],
  ])('have in common %s', (_, others: Record<string, string>, value, expected) => {
    expect(names({ ...others, 'main.tf': main(value) }, 'main.tf')).toEqual(expected);
  });

  it('depend on each other', () => {
    const repository = new Repository({ 'variables.tf': 'variable "lake" {\n  default = "kol-gold"\n}\n' });
    const { dependencies } = repository.analyse('main.tf', main('var.lake'));
    expect(dependencies.map((path) => repository.relative(path))).toEqual(['variables.tf']);
  });

  it('are looked at again once they change', () => {
    const repository = new Repository({ 'variables.tf': 'variable "lake" {\n  default = "kol-gold"\n}\n' });
    const found = () => repository.analyse('main.tf', main('var.lake')).references.map(({ reference }) => reference.name);
    expect(found()).toEqual(['kol-gold']);
    repository.write('variables.tf', 'variable "lake" {\n  default = "kol-silver"\n}\n');
    expect(found()).toEqual(['kol-silver']);
  });

  it('have a problem where the name is written, unless that says nothing of itself', () => {
    const repository = new Repository({ 'domain-separation.yaml': POLICY, 'kol/variables.tf': 'variable "lake_bucket" {\n  default = "raw"\n}\nvariable "lake" {\n  default = "raw"\n}\n' });
    expect(repository.reported('kol/main.tf', main('var.lake_bucket'))).toEqual([]);
    expect(repository.reported('kol/main.tf', main('var.lake'))).toEqual(['2:12 bucket raw outside']);
  });
});

describe('what is given to a Terraform module', () => {
  it.each([
    ['a name', 'label = "kol-gold"', ['main.tf 3:12 bucket kol-gold']],
    ['a name for each', 'for_each = toset(["kol-a", "kol-b"])\n  label = each.key', ['main.tf 3:22 bucket kol-a', 'main.tf 3:31 bucket kol-b']],
    ['a name of which a part is not known', 'label = "kol-${var.x}"', ['main.tf 3:12 bucket kol-{?}']],
    ['a part of a name that the module puts together', 'stage = "gold"', []],
  ])('is a bucket where the module says so: %s', (_, given, expected) => {
    const call = `module "one" {\n  source = "./modules/bucket"\n  ${given}\n}\n`;
    expect(names({ 'modules/bucket/main.tf': BUCKET, 'main.tf': call }, 'main.tf')).toEqual(expected);
  });

  it('goes on to a module that the module calls', () => {
    const lake = 'variable "raw" {}\nmodule "bucket" {\n  source = "../bucket"\n  label = var.raw\n}\n';
    const call = 'module "lake" {\n  source = "./modules/lake"\n  raw = "kol-bronze"\n}\n';
    const files = { 'modules/bucket/main.tf': BUCKET, 'modules/lake/main.tf': lake, 'main.tf': call };
    expect(names(files, 'main.tf')).toEqual(['main.tf 3:10 bucket kol-bronze']);
  });

  it.each([
    ['beside it', 'dev.tfvars'],
    ['in a folder of its own', 'environments/dev.tfvars'],
    ['as an example', 'terraform.tfvars.example'],
  ])('may stand in a file of variables %s', (_, path) => {
    expect(names({ 'main.tf': BUCKET, [path]: 'label = "kol-gold"\nstage = "dev"\n' }, path)).toEqual([`${path} 1:10 bucket kol-gold`]);
  });

  it.each([
    ['a module of a registry', 'source = "kol/bucket/aws"\n  label = "kol-gold"'],
    ['a module that calls itself', 'source = "./"\n  label = "kol-gold"'],
    ['no module', 'label = "kol-gold"'],
  ])('is nothing for %s', (_, inside) => {
    expect(names({ 'main.tf': `module "one" {\n  ${inside}\n}\n` }, 'main.tf')).toEqual([]);
  });
});
