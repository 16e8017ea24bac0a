import { describe, expect, it } from 'vitest';
import { readDockerfile } from '../../../src/languages/dockerfile/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownText } from '../shown.js';

function read(text: string) {
  return readDockerfile(createSource('/repo/Dockerfile', text));
}

describe('a Dockerfile', () => {
  it.each([
    ['ENV', 'ENV BUCKET=kol-gold', ['variable BUCKET = kol-gold@1:12']],
    ['ENV in quotes', 'ENV A="x y" B=\'z\'', ['variable A = x y@1:8', 'variable B = z@1:16']],
    ['the older ENV', 'ENV BUCKET kol-gold', ['variable BUCKET = kol-gold@1:12']],
    ['ENV over lines', 'ENV A=x \\\n  # no\n  B=y', ['variable A = x@1:7', 'variable B = y@3:5']],
    ['ARG', 'ARG BUCKET=kol-gold', ['variable BUCKET = kol-gold@1:12']],
    ['ARG without a default', 'ARG BUCKET', []],
    ['ENV of an ARG', 'ARG A=kol\nENV B=${A}-gold', ['variable A = kol@1:7', 'variable B = kol-gold@2:7']],
    ['ENV with a default', 'ENV B=${A:-kol}', ['variable A = kol@1:12 <env-default A>', 'variable B = kol@1:12 <env-default A>']],
    ['ENV with a default in quotes', 'ENV B=${A:-"kol"}', ['variable A = kol@1:13 <env-default A>', 'variable B = kol@1:13 <env-default A>']],
    ['lower case', 'env A=x', ['variable A = x@1:7']],
  ])('declares %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it.each([
    ['RUN', 'RUN mc mb local/kol && ls', ['mc mb local/kol', 'ls']],
    ['RUN with options', 'RUN --mount=type=cache,target=/x mc ls a', ['mc ls a']],
    ['RUN over lines', 'RUN mc \\\n  # ls no\n  ls a', ['mc ls a']],
    ['RUN with a heredoc', 'RUN <<EOF\npsql -d kol\nEOF\nRUN ls', ['psql -d kol', 'ls']],
    ['RUN with variables', 'ARG B=kol\nRUN mc mb local/$B', ['mc mb local/kol']],
    ['the exec form', 'CMD ["psql", "-d", "kol"]', ['psql -d kol']],
    ['the shell form', 'CMD psql -d kol', ['psql -d kol']],
    ['an entry point with arguments', 'ENTRYPOINT ["psql"]\nCMD ["-d", "kol"]', ['psql', 'psql -d kol']],
    ['a health check', 'HEALTHCHECK --interval=5s CMD pg_isready -d kol', ['pg_isready -d kol']],
  ])('runs %s', (_, text, expected) => {
    const found = read(text).commands.map(shownCommand).filter((command) => !command.startsWith(' <<'));
    expect(found).toEqual(expected);
  });

  it('points at the words behind continued lines', () => {
    const [command] = read('RUN psql \\\n  -d "kol"').commands;
    expect(command?.words.map(shownText)).toEqual(['psql@1:5', '-d@2:3', 'kol@2:7']);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('# RUN ls\nRUN a \\\n # s3://x\n b\n');
    expect(facts.comments.map(({ text }) => text)).toEqual([' RUN ls', ' s3://x']);
    expect(facts.commands.map(shownCommand)).toEqual(['a b']);
  });

  it('never fails when broken', () => {
    const whole = 'FROM x AS y\nARG A=b\nENV C="$A d" \\\n # e\n  F=\'g\'\nRUN --mount=h <<EOF i\nj\nEOF\nCMD ["k", "l"]\r\nHEALTHCHECK CMD m\n';
    for (const text of broken(whole, 200)) {
      const source = createSource('/repo/Dockerfile', text);
      checkPlaces(readDockerfile(source), source);
    }
  });
});
