import { describe, expect, it } from 'vitest';
import { readTerraform } from '../../../src/languages/terraform/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownValue, textsOf, writtenAt } from '../shown.js';

function read(text: string) {
  return readTerraform(createSource('/repo/main.tf', text));
}

/** What the last attribute holds. */
function last(text: string): string[] | undefined {
  return read(text).declarations.at(-1)?.values().map(shownValue);
}

describe('a Terraform file', () => {
  it.each([
    ['an attribute', 'bucket = "kol"', ['key bucket = kol@1:11']],
    ['a block', 'resource "aws_s3_bucket" "g" {\n  bucket = "kol"\n}', ['key resource.aws_s3_bucket.g.bucket = kol@2:13']],
    ['a block in a block', 'terraform {\n  backend "s3" {\n    bucket = "kol"\n  }\n}', ['key terraform.backend.s3.bucket = kol@3:15']],
    ['an object', 'a = {\n  KOL_DB = "kol"\n  "b" : "x"\n}', ['variable a.KOL_DB = kol@2:13', 'key a.b = x@3:10']],
    ['an object with a computed key', 'a = f({\n  "x.${var.y}" = "kol"\n  z = "b"\n})\nc = "d"', [
      'key a.x.${var.y} = kol@2:19',
      'key a.z = b@3:8',
      'key a = {?}@1:5',
      'key c = d@5:6',
    ]],
    ['a list', 'a = ["x", "y",]', ['key a = [x@1:7, y@1:12]']],
    ['a number', 'a = 3', ['key a = {?}@1:5']],
    ['a heredoc', 'a = <<EOT\nx\nEOT\nb = "y"', ['key a = x\n@2:1', 'key b = y@4:6']],
    ['variables of a container', 'e = [{ name = "KOL_DB", value = "kol" }]', ['key e.0.name = KOL_DB@1:16', 'variable e.0.KOL_DB = kol@1:34']],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it.each([
    ['the default of a variable', 'variable "b" {\n  default = "kol"\n}\nx = var.b', ['kol@2:14 <option-default var.b>']],
    ['a local', 'locals {\n  b = "kol"\n}\nx = "${local.b}"', ['kol@2:8 <constant local.b>']],
    ['a local object', 'locals {\n  b = { gold = "kol" }\n}\nx = local.b["gold"]', ['kol@2:17 <constant local.b.gold>']],
    ['the name of a resource', 'resource "aws_s3_bucket" "g" {\n  bucket = "kol"\n}\nx = aws_s3_bucket.g.id', ['kol@2:13 <config aws_s3_bucket.g.id>']],
    ['the name of one of several', 'resource "aws_s3_bucket" "g" {\n  bucket = "kol"\n}\nx = aws_s3_bucket.g[0].bucket', ['kol@2:13 <config aws_s3_bucket.g.0.bucket>']],
    ['a variable without a default', 'x = "${var.b}-gold"', ['{?}-gold@1:6']],
    ['both sides of a condition', 'x = var.p ? "a" : "b"', ['a@1:14', 'b@1:20']],
    ['a condition over several lines in brackets', 'x = (\n  length(var.b) > 0\n  ? "a"\n  : "b"\n)', ['a@3:6', 'b@4:6']],
    ['no more lines than its own otherwise', 'x = "a"\n? "b"', ['a@1:6']],
    ['lower case', 'x = lower("KOL")', ['kol@1:12']],
    ['an escaped interpolation', 'x = "$${y}"', ['${y}@1:7']],
    ['one of a list', 'variable "b" {\n  default = ["a", "kol"]\n}\nx = var.b[1]', ['kol@2:20 <option-default var.b.1>']],
    ['any of a list', 'variable "b" {\n  default = ["a", "c"]\n}\nx = var.b[count.index]', ['a@2:15 <option-default var.b.*>', 'c@2:20 <option-default var.b.*>']],
    ['any of an object', 'locals {\n  b = { dev = "a", prod = "c" }\n}\nx = local.b[var.env]', ['a@2:16 <constant local.b.*>', 'c@2:28 <constant local.b.*>']],
    ['a lookup', 'locals {\n  b = { dev = "a" }\n}\nx = lookup(local.b, var.env)', ['a@2:16']],
    ['a format', 'x = format("kol-%s-%d%%-%s", "a", 3, var.b)', ['kol-a-{?}%-{?}@1:13']],
    ['a join', 'x = join("-", ["kol", var.b, "gold"])', ['kol-{?}-gold@1:17']],
    ['a replacement', 'x = replace("kol_gold", "_", "-")', ['kol-gold@1:14']],
    ['a replacement by a pattern', 'x = replace("kol_gold", "/_.*/", "-")', ['{?}@1:5']],
    ['an operator', 'x = 1 + 2', ['{?}@1:5']],
    ['a for expression', 'x = [for y in z : y]', ['{?}@1:5']],
    ['an empty default', 'variable "b" {\n  default = ""\n}\nx = "kol-${var.b}"', ['kol-{?}@4:6']],
    ['an item of an item', 'locals {\n  a = [{ n = "kol" }]\n  b = { gold = local.a[0] }\n}\nx = local.b.gold.n', ['kol@2:15 <constant local.b.gold.n>']],
    ['a variable of itself', 'locals {\n  a = local.a\n}\nx = local.a', undefined],
  ])('follows %s', (_, text, expected) => {
    if (expected === undefined) expect(last(text)?.[0]).toMatch(/^\{\?\}/);
    else expect(last(text)).toEqual(expected);
  });

  it.each([
    ['a set', 'for_each = toset(["a", "b"])'],
    ['a map', 'for_each = { a = 1, b = 2 }'],
    ['a list of its own', 'for_each = toset(local.list)'],
    ['two lists', 'for_each = toset(concat(["a"], ["b"]))'],
    ['two maps', 'for_each = merge({ a = 1 }, local.map)'],
    ['the keys of a map', 'for_each = toset(keys({ a = 1, b = 2 }))'],
    ['a list that is made of another', 'for_each = toset([for x in local.list : x])'],
    ['a map that is made of a list', 'for_each = { for x in [{ n = "a" }, { n = "b" }] : x.n => x if x.on }'],
    ['a map that is made of a map', 'for_each = { for k, v in { p = "a", q = "b" } : "${v}" => k }'],
    ['the values of a map', 'for_each = toset(values({ x = "a", y = "b" }))'],
  ])('has a name for each item of %s', (_, each) => {
    const locals = 'locals {\n  list = ["a", "b"]\n  map = { b = 2 }\n}\n';
    expect(last(`${locals}resource "x" "y" {\n  ${each}\n  bucket = "kol-\${each.key}"\n}`)?.map((text) => text.split('@')[0])).toEqual([
      'kol-a',
      'kol-b',
    ]);
  });

  it('puts together what belongs to one item', () => {
    const each = 'for_each = { a = "1", b = "2" }';
    expect(last(`resource "x" "y" {\n  ${each}\n  bucket = "\${each.key}-\${each.value}"\n}`)?.map((text) => text.split('@')[0])).toEqual(['a-1', 'b-2']);
  });

  it('has a name for each item in a block within, but not for what a dynamic block repeats', () => {
    expect(last('resource "x" "y" {\n  for_each = toset(["a"])\n  database {\n    name = each.value\n  }\n}')).toEqual(['a@2:22 <constant each.value>']);
    expect(last('resource "x" "y" {\n  dynamic "d" {\n    for_each = ["a"]\n    content {\n      name = each.value\n    }\n  }\n}')).toEqual(['{?}@5:14']);
  });

  it('points at each character behind an escape', () => {
    const [text] = textsOf(read('a = "\\"kol\\" x"'));
    if (text === undefined) throw new Error('nothing read');
    expect(writtenAt(text, 1, 4)).toBe('kol');
  });

  it('reads the commands of provisioners', () => {
    const facts = read('resource "null_resource" "a" {\n  provisioner "local-exec" {\n    command = "mc mb local/kol"\n  }\n}');
    expect(facts.commands.map(shownCommand)).toEqual(['mc mb local/kol']);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('# a = "x"\n// b\n/* c = "y" */ d = "z" # e\n');
    expect(facts.comments.map(({ text, form }) => [text, form])).toEqual([
      [' a = "x"', 'line'],
      [' b', 'line'],
      [' c = "y" ', 'block'],
      [' e', 'line'],
    ]);
    expect(facts.declarations).toHaveLength(1);
  });

  it.each([
    ['a block', 'a {\n  b = "c"\n', 'The { is never closed.', 2],
    ['a string', 'a = "b\nc = "d"', 'The " has no closing counterpart.', 4],
    ['a list', 'a = ["b"', 'The [ is never closed.', 4],
  ])('says where %s is not closed', (_, text, message, offset) => {
    expect(read(text).problems).toEqual([{ message, offset }]);
  });

  it('never fails when broken', () => {
    const whole = `variable "a" { default = "x\${upper("b")}" } # c
resource "t" "n" {
  for_each = toset(["d", local.e[0]])
  f = { g = <<-EOT
    h \${each.value}
    EOT
    "i" : [1, !j, k ? "l" : -2] }
  dynamic "m" { content { o = [for p in q : p if "}"] } }
}
`;
    for (const text of broken(whole, 300)) {
      const source = createSource('/repo/a.tf', text);
      checkPlaces(readTerraform(source), source);
    }
    for (const piece of ['a {', '[', '{', '"${', '(', 'a.', 'a = ', '${', 'f(', '<<E\n', '-', 'a ? ']) {
      expect(() => read(`x = ${piece.repeat(3000)}`)).not.toThrow();
    }
  });
});
