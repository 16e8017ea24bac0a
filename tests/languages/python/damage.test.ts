import { describe, expect, it } from 'vitest';
import { createSource } from '../../../src/references/source.js';
import { parsePython } from '../../../src/languages/python/syntax/parse.js';
import { literalParts, specParts } from '../../../src/languages/python/syntax/string-literal.js';
import type { Module, Replacement } from '../../../src/languages/python/syntax/syntax.js';
import { randomFrom } from './random.js';
import type { Random } from './random.js';
import { walk } from './tree.js';

/** Every construct once. No triple quotes: one of them alone rightly swallows all that follows. */
const PROGRAM = `from __future__ import annotations
import a.b as c, d
@decorated(x, key="v")
class A(B, metaclass=M):
    name: str = "kol-bronze"
    def f(self, a, /, b: int = 1, *args, c=(2, 3), **kwargs) -> list[int]:
        with open(path, "w") as g, (h()) as (i, j):
            g.write(f"s3a://{BRONZE!r:>{width}}/{d['k']}" r"\\d" 'e')
        return [x for x in y if x not in z] if a else {**b, "c": [1, 2][0]}
    async def g(self):
        async for x in await y(): print(x, sep='')
        lambda a, *b: a or (b and not c)
try:
    spark.read.parquet("s3a://sme-gold/x" + name).write.mode("overwrite").saveAsTable('t')
except (A, B) as e:
    raise C("x %s" % e) from e
else:
    x = y = z[1:2, ::3]
finally:
    del x, y
match command.split():
    case ["go", direction] | {"k": 1, **rest} if ok(): \\
        go(direction)
    case Point(x=0, y=-1) as p: pass
if (n := len(a)) > 10: x += 1; y -= 1
elif b:
    for i, *j in enumerate(a): continue
    while True: break
else:
    global q
    assert x, f"{x=}{{}}"  # comment
type T[K: int] = dict[K, "v"]
yield_ = (yield)
`;

const TOKEN = /\w+|\s+|[^\w\s]/g;

function damaged(text: string, random: Random): string {
  const tokens = text.match(TOKEN) ?? [];
  for (let turn = random(4) + 1; turn > 0; turn--) {
    const at = random(tokens.length);
    switch (random(5)) {
      case 0:
        tokens.splice(at, 1 + random(3));
        break;
      case 1:
        tokens.splice(at, 0, tokens[at] ?? '');
        break;
      case 2:
        tokens.splice(at, 0, tokens[random(tokens.length)] ?? '');
        break;
      case 3:
        tokens[at] = tokens[random(tokens.length)] ?? '';
        break;
      default:
        tokens.length = at + 1;
    }
  }
  return tokens.join('');
}

/** What is wrong with the ranges of a tree; empty where nothing is. */
function wrongRanges(module: Module, length: number): string[] {
  const wrong: string[] = [];
  walk(module, (node, parent) => {
    const inside = parent === null || (node.start >= parent.start && node.end <= parent.end);
    if (node.start < 0 || node.start > node.end || node.end > length) wrong.push(`${node.type} ${node.start}-${node.end}`);
    if (!inside) wrong.push(`${node.type} ${node.start}-${node.end} in ${parent.start}-${parent.end}`);
  });
  for (const { offset } of module.problems) if (offset < 0 || offset > length) wrong.push(`problem at ${offset}`);
  return wrong;
}

function decodeAll(text: string, module: Module): void {
  const source = createSource('damaged.py', text);
  walk(module, (node) => {
    if (node.type !== 'StringPiece') return;
    for (const part of literalParts(source, node)) {
      if ('form' in part) continue;
      const fields: Replacement[] = [part];
      for (const field of fields) {
        specParts(source, node, field);
        fields.push(...(field.spec?.replacements ?? []));
      }
    }
  });
}

describe('damaged Python', () => {
  it('is no damage to begin with', () => {
    expect(parsePython(PROGRAM).problems).toEqual([]);
  });

  it('gives a tree whose ranges lie in each other, with the intact statement behind the damage', () => {
    for (let seed = 1; seed <= 3000; seed++) {
      const text = `${damaged(PROGRAM, randomFrom(seed))}\n\nimport intact\n`;
      const module = parsePython(text);
      const last = module.body.at(-1);
      expect(wrongRanges(module, text.length), `seed ${seed}`).toEqual([]);
      // Damage that makes triple quotes may rightly swallow the rest.
      if (!/'''|"""/.test(text)) expect(last, `seed ${seed}`).toMatchObject({ type: 'Import', names: [{ name: 'intact' }] });
      decodeAll(text, module);
    }
  });

  it('is read whichever character it ends with', () => {
    const text = `${PROGRAM}"""doc\\\n"""\nf'''{a:\n{b}}''' rb'x'`;
    for (let end = 0; end <= text.length; end++) {
      const cut = text.slice(0, end);
      expect(wrongRanges(parsePython(cut), end), `cut at ${end}`).toEqual([]);
    }
  });

  it('is read whatever characters it is made of', () => {
    const characters = ['"', "'", '"""', 'f"', "rf'''", '{', '}', '(', ')', '[', ']', ':', '\n', '\r', '\r\n', ' ', '\t', '\f', '\\'];
    const words = ['a', 'if ', 'else', 'for ', 'in ', 'def ', 'match ', 'case ', '=', ':=', '!', '!r', '#', ',', '\0', 'é', '“', '😀', '\uD800', '0x', '1e', '.', '@'];
    const alphabet = [...characters, ...words];
    for (let seed = 1; seed <= 3000; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: random(60) }, () => alphabet[random(alphabet.length)]).join('');
      const module = parsePython(text);
      expect(wrongRanges(module, text.length), JSON.stringify(text)).toEqual([]);
      decodeAll(text, module);
    }
  });
});
