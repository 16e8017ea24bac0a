import { describe, expect, it } from 'vitest';
import { readShell } from '../../../src/languages/shell/reader.js';
import { createSource } from '../../../src/references/source.js';
import { slice } from '../../../src/references/text.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownText, shownValue, writtenAt } from '../shown.js';

function read(text: string) {
  return readShell(createSource('/repo/init.sh', text));
}

function commands(text: string): string[] {
  return read(text).commands.map(shownCommand);
}

function words(text: string): string[][] {
  return read(text).commands.map((command) => command.words.map(shownText));
}

describe('the words of a command', () => {
  it.each([
    ['bare words', 'mc mb local/kol-bronze', ['mc@1:1', 'mb@1:4', 'local/kol-bronze@1:7']],
    ['single quotes', "psql -c 'SELECT \"a\" $x'", ['psql@1:1', '-c@1:6', 'SELECT "a" $x@1:10']],
    ['double quotes', 'psql -c "SELECT 1"', ['psql@1:1', '-c@1:6', 'SELECT 1@1:10']],
    ['an escaped blank', 'ls a\\ b', ['ls@1:1', 'a b@1:4']],
    ['pieces side by side', 'ls a"b"\'c\'', ['ls@1:1', 'abc@1:4']],
    ['an empty word', 'ls ""', ['ls@1:1', '@1:5']],
    ['a continued line', 'aws s3 \\\n  ls', ['aws@1:1', 's3@1:5', 'ls@2:3']],
    ['a continued line with CRLF', 'aws s3 \\\r\n  ls\r\n', ['aws@1:1', 's3@1:5', 'ls@2:3']],
    ['redirections', 'ls a > out 2>&1 < in', ['ls@1:1', 'a@1:4']],
    ['an unset variable', 'ls s3://$X/y', ['ls@1:1', 's3://{?}/y@1:4']],
    ["an expression of Jinja's", 'ls s3://kol-{{ params.layer }}/y {{ x }}', ['ls@1:1', 's3://kol-{?}/y@1:4', '{?}@1:34']],
    ["a format of docker's", "docker ps --format '{{.Names}}'", ['docker@1:1', 'ps@1:8', '--format@1:11', '{?}@1:21']],
    ['an unset variable alone', 'ls "$X"', ['ls@1:1', '{?}@1:5 $X']],
    ['a default', 'ls "${X:-kol-gold}"', ['ls@1:1', 'kol-gold@1:10 <env-default X>']],
    ['a default in single quotes', "ls ${X:-'kol'}", ['ls@1:1', 'kol@1:10 <env-default X>']],
    ['a default in a default', 'ls ${X:-${Y:-kol}}', ['ls@1:1', 'kol@1:14 <env-default X> <env-default Y>']],
    ['a message', 'ls ${X:?set}', ['ls@1:1', '{?}@1:4 $X']],
    ['an argument', 'ls $1', ['ls@1:1', '{?}@1:4']],
    ["an argument's default", 'ls ${1:-kol}', ['ls@1:1', 'kol@1:9 <parameter-default $1>']],
    ['arithmetic', 'ls a$((1 + 2))', ['ls@1:1', 'a{?}@1:4']],
    ['arithmetic in parentheses', 'ls $((a - (b * (c))))x', ['ls@1:1', '{?}x@1:4']],
    ["ANSI quotes", "ls $'a\\tb'", ['ls@1:1', 'a\tb@1:6']],
    ['braces', 'ls {a,b}-c', ['ls@1:1', 'a-c@1:5', 'b-c@1:7']],
    ['a range in braces', 'ls {1..3}', ['ls@1:1', '{?}@1:4']],
    ['a glob', 'ls s3://a/*.csv', ['ls@1:1', 's3://a/*.csv@1:4']],
  ])('are read with %s', (_, text, expected) => {
    expect(words(text)).toEqual([expected]);
  });

  it('point at each character behind an escaped quote', () => {
    const word = read('trino --execute "SELECT * FROM \\"kol\\".t"').commands[0]?.words[2];
    if (word === undefined) throw new Error('no word');
    expect(word.flat).toBe('SELECT * FROM "kol".t');
    expect(writtenAt(word, 15, 18)).toBe('kol');
    expect(writtenAt(word, 20, 21)).toBe('t');
  });
});

describe('variables', () => {
  it.each([
    ['an assignment', 'B=kol-gold\nls $B', 'kol-gold@1:3 <constant B>'],
    ['an export', 'export B="kol-gold"\nls $B', 'kol-gold@1:11 <constant B>'],
    ['a local one', 'f() { local B=kol; ls $B; }; f', 'kol@1:15 <constant B>'],
    ['a variable of a variable', 'A=kol\nB=$A\nls $B', 'kol@1:3 <constant B> <constant A>'],
    ['its own default', 'B="${B:-kol-gold}"\nls $B', 'kol-gold@1:9 <constant B> <env-default B>'],
    ['the last assignment', 'B=a\nB=b\nls $B', 'b@2:3 <constant B>'],
    ['a default that assigns', ': "${B:=kol}"\nls $B', 'kol@1:9 <env-default B>'],
    ['a default that is not needed', 'B=kol\nls ${B:-sme}', 'kol@1:3 <constant B>'],
    ['an argument of a function', 'f() { ls $1; }\nf kol-gold', 'kol-gold@2:3 <argument $1>'],
    ['all arguments of a function', 'f() { ls "$@"; }\nf kol-gold', 'kol-gold@2:3 <argument $@>'],
    ['lower case', 'B=KOL\nls ${B,,}', 'kol@1:3 <constant B>'],
    ['echo in a substitution', 'ls $(echo kol)', 'kol@1:11'],
    ['a command in a substitution', 'B=$(date)\nls $B', '{?}@1:3 <constant B>'],
    ['a prefix taken off', 'B=s3://kol/x\nls ${B#s3://}', 'kol/x@1:8 <constant B>'],
    ['the longest suffix taken off', 'for t in kol.a:3:1; do ls ${t%%:*}; done', 'kol.a@1:10 <constant t>'],
    ['the shortest suffix taken off', 'T=a:b:c\nls "${T%:*}"', 'a:b@1:3 <constant T>'],
    ['what is behind the last', 'T=a/b/c\nls ${T##*/}', 'c@1:7 <constant T>'],
    ['an array item', 'B=(a kol)\nls ${B[1]}', 'kol@1:6 <constant B>'],
    ['an item by key', 'declare -A B=([gold]=kol [x]=y)\nls ${B[gold]}', 'kol@1:22 <constant B>'],
  ])('are followed through %s', (_, text, expected) => {
    expect(words(text).at(-1)?.[1]).toBe(expected);
  });

  it('are set for one command alone in front of it', () => {
    expect(words('B=kol ls\nls $B').at(-1)?.[1]).toBe('{?}@2:4 $B');
  });

  it('have the values of every branch', () => {
    expect(commands('if x; then B=a; elif y; then B=b; else B=c; fi\nls $B').slice(-3)).toEqual(['ls a', 'ls b', 'ls c']);
    expect(commands('B=a\nif x; then B=b; fi\nls $B').slice(-2)).toEqual(['ls a', 'ls b']);
    expect(commands('case $1 in\n  x) B=a ;;\n  *) B=b ;;\nesac\nls $B')).toEqual(['ls a', 'ls b']);
  });

  it('join what += appends', () => {
    expect(commands('B=kol\nB+=-gold\nls $B')).toEqual(['ls kol-gold']);
  });

  it('are declarations with their names and values', () => {
    const facts = read('export KOL_BUCKET=kol-gold LAYERS=(a b)\nPGDATABASE=kol psql');
    expect(facts.declarations.map(shownDeclaration)).toEqual([
      'variable KOL_BUCKET = kol-gold@1:19',
      'variable LAYERS = [a@1:36, b@1:38]',
      'variable PGDATABASE = kol@2:12',
    ]);
  });

  it('are declared by a default, whatever it is used for', () => {
    expect(read('ls "s3://${MY_BUCKET:-kol-gold}/x"').declarations.map(shownDeclaration)).toEqual([
      'variable MY_BUCKET = kol-gold@1:23 <env-default MY_BUCKET>',
    ]);
  });

  it('are the options of a program of the project', () => {
    expect(read('python etl.py --bucket kol-gold --topic=x --dry-run --n').declarations.map(shownDeclaration)).toEqual([
      'keyword bucket = kol-gold@1:24',
      'keyword topic = x@1:41',
    ]);
    expect(read('python -m etl.load --bucket kol').declarations).toHaveLength(1);
    expect(read('aws s3api head-object --key bucket').declarations).toEqual([]);
    expect(read('make up A=b').declarations.map(shownDeclaration)).toEqual(['keyword A = b@1:11']);
    expect(read('$MAKE topic-name=kol').declarations.map(shownDeclaration)).toEqual(['keyword topic-name = kol@1:18']);
    expect(read('terraform apply -var="A=b"').declarations.map(shownDeclaration)).toEqual(['keyword A = b@1:25']);
    expect(read('airflow variables set A b').declarations.map(shownDeclaration)).toEqual(['keyword A = b@1:25']);
  });

  it('are few of the options of any program', () => {
    expect(read('velero install --bucket kol --database d').declarations.map(shownDeclaration)).toEqual(['keyword bucket = kol@1:25']);
    expect(read('sam deploy --s3-bucket=kol').declarations.map(shownDeclaration)).toEqual(['keyword s3-bucket = kol@1:24']);
    expect(read('echo use --bucket kol').declarations).toEqual([]);
  });

  it('are not what is only printed, but what is printed for others to read', () => {
    expect(read('echo "TOPIC=success"').declarations).toEqual([]);
    expect(read('echo "BUCKET=kol" >> "$GITHUB_ENV"').declarations.map(shownDeclaration)).toEqual(['keyword BUCKET = kol@1:14']);
  });

  it('keep to the values that belong together', () => {
    expect(commands('for b in x y; do cp $b/1 $b/2; done')).toEqual(['cp x/1 x/2', 'cp y/1 y/2']);
  });

  it('each have all their values, however many combinations there are', () => {
    const loops = ['a', 'b', 'c'].map((name) => `for ${name} in ${name}1 ${name}2 ${name}3 ${name}4; do`).join(' ');
    const found = words(`${loops} ls $a $b $c; done; done; done`).flat();
    for (const name of ['a4', 'b4', 'c4']) expect(found.some((word) => word.startsWith(name))).toBe(true);
  });
});

describe('loops', () => {
  it.each([
    ['words', 'for b in kol-a "kol-b"; do mc mb local/$b; done', ['mc mb local/kol-a', 'mc mb local/kol-b']],
    ['lines of their own', 'for b in a \\\n  b\ndo\n  ls $b\ndone', ['ls a', 'ls b']],
    ['braces', 'for b in kol-{x,y}; do ls $b; done', ['ls kol-x', 'ls kol-y']],
    ['an array', 'B=(a b)\nfor b in "${B[@]}"; do ls "$b"; done', ['ls a', 'ls b']],
    ['the keys of an array', 'declare -A B=([kol-a]=1 ["kol-b"]=2)\nfor b in "${!B[@]}"; do ls "$b" ${B[$b]}; done', ['declare -A', 'ls kol-a 1', 'ls kol-b 2']],
    ['an array that is filled item by item', 'declare -A B\nB["kol.a"]=1\nB[kol.b]=2\nfor b in "${!B[@]}"; do ls $b; done', ['declare -A B', 'ls kol.a', 'ls kol.b']],
    ['items that are added', 'B=(a)\nB[1]=b\nfor b in "${B[@]}"; do ls $b; done', ['ls a', 'ls b']],
    ['keys that are not known', 'for b in "${!B[@]}"; do ls $b; done', ['ls {?}']],
    ['a variable of several words', 'B="a b"\nfor b in $B; do ls $b; done', ['ls a', 'ls b']],
    ['two loops', 'for d in k s; do for l in x y; do ls $d-$l; done; done', ['ls k-x', 'ls k-y', 'ls s-x', 'ls s-y']],
    ['what is not known', 'for b in $(cat f); do ls $b; done', ['cat f', 'ls {?}']],
    ['what a command prints', 'for b in $(echo a b); do ls $b; done', ['echo a b', 'ls a', 'ls b']],
    ['a list with commas', "L=a,b\nfor b in $(echo $L | tr ',' ' '); do ls $b; done", ['echo a,b', 'tr ,   << a,b', 'ls a', 'ls b']],
    ['the lines of a heredoc', 'while read -r b; do ls $b; done <<EOF\na\nb\nEOF', ['ls a', 'ls b']],
    ['the lines of a pipe', 'echo a | while read b; do ls $b; done', ['echo a', 'ls a']],
    ['fields', 'while IFS=: read -r a b; do ls $b $a; done <<< "x:y:z"', ['ls y:z x']],
    ['lines that are not known', 'while read b; do ls $b; done < f', ['ls {?}']],
    ['what read puts into an array', 'IFS=, read -ra L <<< "a,b"\nfor b in "${L[@]}"; do ls $b; done', ['read -ra L << a,b', 'ls a', 'ls b']],
    ['what mapfile reads', 'mapfile -t L <<EOF\na\nb\nEOF\nls "${L[@]}"', ['mapfile -t L << a\nb\n', 'ls a b']],
    ['numbers', 'for ((i=0; i<3; i++)); do ls $i; done', ['ls {?}']],
  ])('go over %s', (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('point at the item that each command uses', () => {
    expect(words('for b in kol-a; do ls x/$b; done')[0]?.[1]).toBe('x/kol-a@1:23');
    expect(words('for b in kol-a; do ls $b; done')[0]?.[1]).toBe('kol-a@1:10 <constant b>');
    expect(words('M=([kol-a]=1)\nfor b in "${!M[@]}"; do ls $b; done')[0]?.[1]).toBe('kol-a@1:5 <constant b> <constant M>');
  });
});

describe('what a command is fed', () => {
  it.each([
    ['a heredoc', 'psql <<EOF\nSELECT 1;\nEOF\nls', ['psql << SELECT 1;\n', 'ls']],
    ['a quoted heredoc', "psql <<'EOF'\n$x\nEOF", ['psql << $x\n']],
    ['a heredoc with variables', 'B=kol\npsql <<EOF\nUSE $B;\nEOF', ['psql << USE kol;\n']],
    ['a heredoc without its tabs', 'psql <<-EOF\n\tSELECT 1;\n\tEOF', ['psql << SELECT 1;\n']],
    ['two heredocs', 'a <<A; b <<B\nx\nA\ny\nB', ['a << x\n', 'b << y\n']],
    ['a here-string', 'psql <<< "SELECT 1"', ['psql << SELECT 1']],
    ['echo', 'echo "SELECT 1" | psql', ['echo SELECT 1', 'psql << SELECT 1']],
    ['printf', 'Q="SELECT 1"\nprintf "%s;\\n" "$Q" | psql', ['printf %s;\\n SELECT 1', 'psql << SELECT 1;\n']],
    ['printf again and again', "printf '%s\\n' a b | psql", ['printf %s\\n a b', 'psql << a\nb\n']],
    ['echo with line ends', 'echo -e "a;\\nb;" | psql', ['echo -e a;\\nb;', 'psql << a;\nb;']],
    ['what a filter passes on', 'cat <<EOF | envsubst | psql\nSELECT 1\nEOF', ['cat << SELECT 1\n', 'envsubst << SELECT 1\n', 'psql << SELECT 1\n']],
    ['other separators', "echo a,b | tr ',' ' ' | psql", ['echo a,b', 'tr ,   << a,b', 'psql << a b']],
    ['a process', 'psql < <(echo "SELECT 1")', ['echo SELECT 1', 'psql << SELECT 1']],
    ['cat', 'cat <<EOF | psql\nSELECT 1\nEOF', ['cat << SELECT 1\n', 'psql << SELECT 1\n']],
    ['a heredoc in a substitution', 'Q=$(cat <<EOF\nSELECT 1\nEOF\n)\npsql -c "$Q"', ['cat << SELECT 1\n', 'psql -c SELECT 1\n']],
    ['read into a variable', "read -r -d '' Q <<EOF\nSELECT 1\nEOF\npsql -c \"$Q\"", ['read -r -d  Q << SELECT 1\n', 'psql -c SELECT 1\n']],
  ])('is %s', (_, text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  it('stands where the heredoc has it', () => {
    const input = read('psql <<-EOF\n\tSELECT \\$1 FROM "a";\n\tSELECT 2;\n\tEOF').commands[0]?.input;
    if (input === null || input === undefined) throw new Error('no input');
    expect(input.flat).toBe('SELECT $1 FROM "a";\nSELECT 2;\n');
    expect(writtenAt(input, 15, 18)).toBe('"a"');
    expect(writtenAt(input, 27, 28)).toBe('2');
  });

  it('is SQL where it is written to an SQL file', () => {
    const { statements } = read('cat > a.sql <<EOF\nSELECT 1\nEOF\ncat <<EOF > b.cql\nUSE kol;\nEOF');
    expect(statements.map(({ text, dialect }) => [shownText(text), dialect])).toEqual([
      ['SELECT 1\n@2:1', null],
      ['USE kol;\n@5:1', 'cql'],
    ]);
  });
});

describe('SQL between the commands', () => {
  function typed(text: string): string[] {
    return read(text).statements.map(({ text: statement, dialect }) => `${dialect}: ${shownText(statement)}`);
  }

  it('is what was typed to the client before it', () => {
    expect(typed('docker exec -it c cqlsh\n\nUSE kol;\nSELECT * FROM events\nLIMIT 1;\nls')).toEqual([
      'cql: USE kol@3:1',
      'cql: SELECT * FROM events\nLIMIT 1@4:1',
    ]);
    expect(typed('CREATE TABLE kol.events (id int);\npsql -d kol\nDROP TABLE IF EXISTS events;')).toEqual([
      'null: CREATE TABLE kol.events (id int)@1:1',
      'postgres: DROP TABLE IF EXISTS events@3:1',
    ]);
  });

  it('is not what a heredoc or an option holds, nor what only looks like it', () => {
    expect(typed('psql <<EOF\nSELECT * FROM events;\nEOF\npsql -c "\nSELECT * FROM events;"')).toEqual([]);
    expect(typed('UPDATE the docs\nUSE with care, please')).toEqual([]);
  });
});

describe('a wrapper is taken off', () => {
  it.each([
    ['sudo -u postgres psql -d kol', 'psql -d kol'],
    ['env A=b psql', 'psql'],
    ['docker exec sme-minio mc ls local/', 'mc ls local/'],
    ['docker exec -it -e A=b -u root c psql -d kol', 'psql -d kol'],
    ['docker compose -f x.yml exec -T trino trino --execute x', 'trino --execute x'],
    ['docker-compose exec postgres createdb kol', 'createdb kol'],
    ['docker run --rm --network n minio/mc mb a/b', 'mc mb a/b'],
    ['docker run --rm minio/mc:latest mc mb a/b', 'mc mb a/b'],
    ['docker run --rm minio/mc bash -c "mc mb a/b"', 'mc mb a/b'],
    ['docker run --rm --entrypoint psql postgres:16 -d kol', 'psql -d kol'],
    ['docker run --rm --entrypoint=psql postgres:16 -d kol', 'psql -d kol'],
    ['docker run -v a:b amazon/aws-cli:2 s3 ls', 'aws s3 ls'],
    ['kubectl -n kol exec -it pod-0 -c db -- psql -d kol', 'psql -d kol'],
    ['timeout -k 5 30 psql -l', 'psql -l'],
    ['poetry run mlflow run .', 'mlflow run .'],
    ['python3 -m mlflow run .', 'mlflow run .'],
    ['bash -c "psql -d kol"', 'psql -d kol'],
    ['docker exec c sh -c \'psql -d "kol"\'', 'psql -d kol'],
    ['ssh host "psql -d kol"', 'psql -d kol'],
    ['ssh -i key host psql -d kol', 'psql -d kol'],
    ["ssh host <<'EOF'\npsql -d kol\nEOF", 'psql -d kol'],
    ["ssh host bash <<'EOF'\npsql -d kol\nEOF", 'psql -d kol'],
    ['ssh host "docker exec -i db psql -d kol" <<EOF\nSELECT 1\nEOF', 'psql -d kol << SELECT 1\n'],
    ['compose exec -T db psql -d kol', 'psql -d kol'],
    ['eval "psql -d kol"', 'psql -d kol'],
    ['Q="psql -d \'kol app\'"\neval $Q', 'psql -d kol app'],
    ['docker exec -i c bash -s <<EOF\npsql -d kol\nEOF', 'psql -d kol'],
    ['kubectl exec pod-0 psql -d kol', 'psql -d kol'],
    ['kubectl exec -ti pod-0 bin/kafka-topics.sh -- --topic kol', 'bin/kafka-topics.sh -- --topic kol'],
    ['kubectl exec -n x deploy/db -- bash -c "psql -d kol"', 'psql -d kol'],
    ['xargs psql -d kol', 'psql -d kol {?}'],
    ['xargs -I B mc mb local/B', 'mc mb local/{?}'],
    ['su - postgres -c "createdb kol"', 'createdb kol'],
    ['$COMPOSE exec -T db psql -d kol', 'psql -d kol'],
    ['"${DC[@]}" exec -e A=b minio mc ls local/kol', 'mc ls local/kol'],
    ['$KUBECTL exec pod-0 -c db -- psql -d kol', 'psql -d kol'],
    ['$PSQL -d exec', '{?} -d exec'],
    ['gcloud compute ssh vm --zone z --command "psql -d kol"', 'psql -d kol'],
    ["aws ecs execute-command --task t --command='sh -c \"psql -d kol\"'", 'psql -d kol'],
    ['docker exec db psql --command "SELECT 1"', 'psql --command SELECT 1'],
    ['docker ps', 'docker ps'],
  ])('%s', (text, expected) => {
    expect(commands(text)).toEqual([expected]);
  });

  it('and the variables that it sets are declarations', () => {
    expect(read('docker exec -e KOL_DB=kol c env B=x ls').declarations.map(shownDeclaration)).toEqual([
      'variable KOL_DB = kol@1:23',
      'variable B = x@1:35',
    ]);
  });

  it('and a command in a variable becomes its words', () => {
    expect(commands('PSQL="docker exec -i db psql -U me"\n$PSQL -d kol')).toEqual(['psql -U me -d kol']);
    expect(commands('PSQL=(docker exec db psql)\n"${PSQL[@]}" -d kol')).toEqual(['psql -d kol']);
    expect(commands('run() { docker exec db psql -c "$1"; }\nrun "SELECT 1"')).toEqual(['psql -c SELECT 1']);
  });

  it('and xargs puts into it what it is fed', () => {
    expect(commands('echo a b | xargs mc mb').at(-1)).toBe('mc mb a b');
    expect(commands("printf '%s\\n' a b | xargs -I{} mc mb local/{}").slice(1)).toEqual(['mc mb local/a', 'mc mb local/b']);
    expect(commands("echo -n a,b | xargs -d ',' -n1 -I % ls %").slice(1)).toEqual(['ls a', 'ls b']);
    const path = read('echo kol | xargs -I{} mc mb local/{}/x').commands.at(-1)?.words[2];
    if (path === undefined) throw new Error('no word');
    expect([path.flat, slice(path, 6, 9).written.start]).toEqual(['local/kol/x', 5]);
  });

  it('and what stands in the script of bash -c keeps its place', () => {
    expect(words('docker exec c bash -c "psql -d \'kol\'"')[0]?.[2]).toBe('kol@1:33');
  });
});

describe('strings', () => {
  function texts(text: string): string[] {
    return read(text).texts.map((site) => `${site.context.form}: ${site.values().map(shownValue).join(' | ')}`);
  }

  it.each([
    ['an argument', 'python job.py s3://a/b', ['value: job.py@1:8', 'value: s3://a/b@1:15']],
    ['the value of an option', 'python --in=s3://a/b', ['value: s3://a/b@1:13']],
    ['printed', 'echo "to s3://a/b"', ['message: to s3://a/b@1:7']],
    ['printed to a file', 'echo "s3://a/b" > f', ['value: s3://a/b@1:7']],
    ['given to a function that prints', 'tell() { echo "! $1"; }\ntell "s3://a"', ['message: s3://a@2:7']],
    ['searched for', 'grep -r "s3://bronze" .', ['regex: s3://bronze@1:10', 'regex: .@1:23']],
    ['tested', '[ x = s3://a ]', ['test: x@1:3', 'test: =@1:5', 'test: s3://a@1:7', 'test: ]@1:14']],
    ['printed by a heredoc', 'cat <<EOF\ns3://a\nEOF', ['message: s3://a\n@2:1']],
    ['written by a heredoc', 'cat > f <<EOF\ns3://a\nEOF', ['value: s3://a\n@2:1']],
    ['of a loop', 'for b in x y; do ls $b; done', ['value: x@1:10 <constant b> | y@1:12 <constant b>']],
  ])('that are %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('a file within the script', () => {
  function embedded(text: string): string[] {
    return read(text).embedded.map((file) => `${file.name}: ${shownText(file.text)}`);
  }

  it.each([
    ['is what a heredoc writes', 'cat > /etc/x.properties <<EOF\na=b\nEOF', ['/etc/x.properties: a=b\n@2:1']],
    ['is what tee writes', 'cat <<EOF | sudo tee x.yaml > /dev/null\na: b\nEOF', ['x.yaml: a: b\n@2:1']],
    ['is what echo writes', 'echo "A=b" >> .env', ['.env: A=b@1:7']],
    ['is an env file under any of its names', 'echo "A=b" >> /srv/.env-prod', ['/srv/.env-prod: A=b@1:7']],
    ['is what python runs', 'python3 - <<EOF\nimport x\nEOF', ['stdin.py: import x\n@2:1']],
    ['is what python -c runs', "docker exec c python -c 'import x'", ['stdin.py: import x@1:26']],
    ['is what kubectl applies', 'kubectl apply -n x -f - <<EOF\na: b\nEOF', ['stdin.yaml: a: b\n@2:1']],
    ['is not what a script reads', 'python load.py <<EOF\na\nEOF', []],
    ['is not what is printed', 'cat <<EOF\na\nEOF\necho a > /dev/null', []],
  ])('%s', (_, text, expected) => {
    expect(embedded(text)).toEqual(expected);
  });

  it('has its commands here where it is a script', () => {
    expect(commands('cat > run.sh <<EOF\nmc mb local/kol\nEOF').at(-1)).toBe('mc mb local/kol');
  });
});

describe('a script', () => {
  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('#!/bin/bash\n# mc mb local/bronze\nls a # s3://bronze\nls b#c');
    expect(facts.comments.map((comment) => comment.text)).toEqual(['!/bin/bash', ' mc mb local/bronze', ' s3://bronze']);
    expect(facts.commands.map(shownCommand)).toEqual(['ls a', 'ls b#c']);
  });

  it.each([
    ['by a heredoc', "psql() {\n  docker compose exec -T db psql -d kol \"$@\"\n}\npsql -q <<'SQL'\nSELECT 1;\nSQL\n", ['psql -d kol -q << SELECT 1;\n']],
    ['by a pipe', 'run() { psql -d kol; }\necho "SELECT 1" | run', ['echo SELECT 1', 'psql -d kol << SELECT 1']],
    ['to none of several commands', "run() { psql -d kol; psql -d sme; }\nrun <<'SQL'\nSELECT 1;\nSQL\n", ['psql -d kol', 'psql -d sme']],
  ])('hands on what a function is fed %s', (_, code, expected) => {
    expect(commands(code)).toEqual(expected);
  });

  it('runs a function that nothing calls with unknown arguments', () => {
    expect(commands('f() {\n  ls $1 kol\n}')).toEqual(['ls {?} kol']);
  });

  it('calls a function that calls itself only so often', () => {
    expect(commands('f() { ls a; f; }\nf').at(0)).toBe('ls a');
  });

  it('names the scripts it takes variables from', () => {
    expect(read('source ./names.sh\n. "$X/y.sh"').imports.map((site) => site.specifier)).toEqual(['./names.sh']);
  });

  it('exports what its variables hold at the end', () => {
    const [value] = read('B=a\nB=kol').exported('B');
    expect(value === undefined ? null : shownValue(value)).toBe('kol@2:3');
  });

  it.each([
    ['an unclosed quote', 'ls "a\nb', 'The " has no closing counterpart.', 3],
    ['an unclosed single quote', "ls 'a\nls b", "The ' has no closing counterpart.", 3],
    ['an unclosed heredoc', 'cat <<EOF\na', 'The heredoc has no closing EOF.', 4],
    ['an unclosed substitution', 'ls $(a', 'The $( is never closed.', 3],
    ['an if without fi', 'if a; then b', 'The if has no fi.', 0],
    ['a loop without done', 'for a in b; do c', 'The for has no done.', 0],
  ])('with %s says so', (_, text, message, offset) => {
    expect(read(text).problems).toEqual([{ message, offset }]);
  });

  it('is read behind a quote that is never closed', () => {
    expect(commands("ls 'a\nmc mb x/y")).toEqual(["ls 'a", 'mc mb x/y']);
  });

  it('is read with every construct around a command', () => {
    const script = [
      'set -euo pipefail',
      'main() { if ! command -v mc &> /dev/null; then exit 1; fi; }',
      'while read -r line; do ls a; done < <(mc ls b)',
      'until mc ready local; do sleep 1; done',
      '(cd x && ls c) || { ls d; }',
      '[[ -z "$X" ]] && ls e',
      'case "$1" in start|"stop") ls f;; (x) ls g;; esac',
      'function go { ls h; }',
      'time ls i & wait',
      'x=`ls j`',
    ].join('\n');
    const ls = commands(script).filter((command) => command.startsWith('ls'));
    expect(ls.sort()).toEqual(['a', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `ls ${name}`));
    expect(read(script).problems).toEqual([]);
  });

  const whole = `#!/bin/bash
B="\${B:-kol-\${L:=x}}" A=(a "b c" [k]='v')
for b in "\${A[@]}" {x,y}; do mc mb local/$b \\
  --flag; done
f() { local q="$1"; psql -c "SELECT \\"$q\\"" <<-EOF
	SELECT $q \`ls $(echo a)\`
	EOF
}
if [[ $B == x* ]]; then f 'a' | tee b; else f $'a\\n'; fi
docker exec -e X=y c bash -c "psql -d '\${B}' <<< \\"x\\""
case $x in a|b) y ;; *) z & ;; esac
((i++)); x=$((1+2)) # end
`;

  it('never fails when broken', () => {
    for (const text of broken(whole, 400)) {
      const source = createSource('/repo/x.sh', text);
      checkPlaces(readShell(source), source);
    }
  });

  it('is read in time however deep it nests', () => {
    for (const piece of ['$(', '"$(', '{ ', '(', '`', '${a:-', 'if ', 'f() { f; ', '{a,', '<<E ', "$'", 'a=(', '((', '[[ ']) {
      expect(() => readShell(createSource('/repo/x.sh', piece.repeat(5000)))).not.toThrow();
    }
  });
});
