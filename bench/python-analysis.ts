/**
 * How many lines of Python the whole analysis reads in a second: tokens, tree, values followed within
 * and across modules, catalogue, name patterns, URIs and SQL, judged against the conventions.
 *
 * The tree is made of a seed: files of 100 to 400 lines in services of 40, written as people write
 * them. Two thirds are ordinary code (classes, functions, loops, comprehensions, docstrings, log messages,
 * dictionaries, none of the prefilter's words). One in three passes the prefilter and is a third jobs (spark,
 * SQL), a third storage (boto3, MinIO, pandas with s3://), a third of mlflow, Kafka and Airflow: one
 * block in three of theirs is such use, the others are the same ordinary code. Each service has one
 * settings module, which is on disk and imported by the service's files of the second sort; the
 * others are handed over as text. How much passed is measured and printed, not assumed.
 *
 * The first tree meets an engine that has compiled nothing yet, which costs a second or so however long
 * the tree is; it is printed, and then three more trees of other seeds, whose median is the speed, and one
 * of twice the length.
 *
 * Run: npx esbuild bench/python-analysis.ts --bundle --platform=node --format=esm --packages=external
 * --outfile=node_modules/.cache/python-analysis.mjs && node --single-threaded node_modules/.cache/python-analysis.mjs 1000000 33
 *
 * `--single-threaded` keeps the engine to one core: processor time is what is measured, and threads of
 * the collector that wait for each other on a busy machine would count as work.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayName } from '../src/analysis/prefilter.js';
import { Workspace } from '../src/analysis/workspace.js';
import { createSource } from '../src/references/source.js';
import { tuneEngineForScans } from '../src/scanner/tune-engine-for-scans.js';
import { randomFrom, type Random } from '../tests/languages/python/random.js';

const FILES_OF_A_SERVICE = 40;
/** How many of a hundred files pass the prefilter, where no other number is given. */
const NAMING_FILES = 33;
const SHARE_OF_NAMING_BLOCKS = 1 / 3;

const NOUNS = ['order', 'invoice', 'customer', 'session', 'report', 'metric', 'account', 'shipment', 'rating', 'device'];
const VERBS = ['load', 'compute', 'merge', 'validate', 'render', 'collect', 'update', 'filter', 'group', 'resolve'];

type Block = (draw: Random, noun: string, verb: string) => string;

const ORDINARY: readonly Block[] = [
  (draw, noun, verb) => `
def ${verb}_${noun}s(items, limit=${draw(100)}, *, strict: bool = False) -> list[dict]:
    """${verb} the ${noun}s that are within the limit.

    :param items: the ${noun}s as they were read
    :param limit: how many at most
    """
    results = []
    for index, item in enumerate(items):
        if index >= limit:
            break
        value = item.get("${noun}_id", None)
        if value is None and strict:
            raise ValueError(f"${noun} {index} has no id: {item!r}")
        results.append({"id": value, "total": item["price"] * item.get("count", 1), "kind": "${noun}"})
    logger.info("${verb} gave %d of %d ${noun}s", len(results), len(items))
    return sorted(results, key=lambda entry: entry["total"], reverse=True)
`,
  (draw, noun, verb) => `
class ${noun}_${verb}er(Base):
    """A ${noun} and what can be done with it."""

    timeout = ${draw(60)}
    kind = "${noun}"

    def __init__(self, name, children=None, parent=None):
        super().__init__(name)
        self.name = name
        self.children = children or []
        self.parent = parent
        self._cache = {}

    @property
    def depth(self):
        return 0 if self.parent is None else self.parent.depth + 1

    def ${verb}(self, visitor, *args, **kwargs):
        for child in self.children:
            if not visitor.accepts(child, *args):
                continue
            result = child.${verb}(visitor, *args, **kwargs)
            self._cache[child.name] = result
        return visitor.visit(self, self._cache.values())

    def to_dict(self):
        return {"name": self.name, "depth": self.depth, "children": [child.to_dict() for child in self.children]}
`,
  (draw, noun, verb) => `
@functools.lru_cache(maxsize=${draw(512)})
def ${verb}_${noun}(path, encoding="utf-8"):
    try:
        with open(os.path.join(ROOT, path), encoding=encoding) as handle:
            content = json.load(handle)
    except (OSError, ValueError) as error:
        logger.warning("no ${noun} at %s: %s", path, error)
        return None
    else:
        names = {key.strip().lower(): value for key, value in content.items() if value}
        total = sum(len(value) for value in names.values())
    while total > ${draw(900)} and names:
        _, value = names.popitem()
        total -= len(value)
    parts = ", ".join(f"{key}={value}" for key, value in names.items())
    return "%s (%d): %s" % (path, total, parts)
`,
  (draw, noun, verb) => `
async def ${verb}_each_${noun}(client, identifiers, retries=${draw(5)}):
    # The other side answers slowly, so several are asked for at once.
    pending = [client.${verb}(identifier, timeout=${draw(30)}) for identifier in identifiers]
    answers = await asyncio.gather(*pending, return_exceptions=True)
    failed = [identifier for identifier, answer in zip(identifiers, answers) if isinstance(answer, Exception)]
    if failed and retries > 0:
        await asyncio.sleep(2 ** (${draw(5)} - retries))
        again = await ${verb}_each_${noun}(client, failed, retries=retries - 1)
        answers = [a for a in answers if not isinstance(a, Exception)] + again
    assert len(answers) <= len(identifiers), "more answers than questions"
    return {answer.id: answer.${noun} for answer in answers if answer is not None}
`,
];

const STORAGE: readonly Block[] = [
  (draw, noun, verb) => `
def ${verb}_${noun}_files(prefix="${noun}s/raw"):
    s3 = boto3.client("s3", endpoint_url=settings.ENDPOINT)
    listed = s3.list_objects_v2(Bucket=settings.RAW_BUCKET, Prefix=prefix)
    for entry in listed.get("Contents", []):
        body = s3.get_object(Bucket=settings.RAW_BUCKET, Key=entry["Key"])["Body"].read()
        target = f"{prefix}/{entry['Key'].rsplit('/', 1)[-1]}"
        s3.put_object(Bucket="${noun}-clean-${draw(9)}", Key=target, Body=body)
`,
  (draw, noun) => `
def read_${noun}_frame(day):
    frame = pd.read_parquet(f"s3://{settings.RAW_BUCKET}/${noun}/{day:%Y-%m-%d}/part-${draw(9)}.parquet")
    frame = frame[frame["amount"] > ${draw(50)}].rename(columns={"amt": "amount"})
    frame.to_parquet("s3://${noun}-reports/daily/", index=False)
    return frame
`,
  (_draw, noun, verb) => `
class ${noun}Store:
    bucket = os.getenv("${noun.toUpperCase()}_BUCKET", "${noun}-store")

    def __init__(self, client: Minio):
        self.client = client

    def ${verb}(self, key, body):
        if not self.client.bucket_exists(self.bucket):
            self.client.make_bucket(self.bucket)
        return self.client.put_object(self.bucket, key, io.BytesIO(body), len(body))
`,
];

const JOBS: readonly Block[] = [
  (draw, noun) => `
def build_${noun}_table(spark):
    source = spark.table(f"{settings.CATALOG}.bronze.${noun}s")
    joined = source.join(spark.table("iceberg.silver.${noun}_days"), on="${noun}_id", how="left")
    joined = joined.filter(F.col("amount") > ${draw(90)}).groupBy("day").agg(F.sum("amount").alias("total"))
    joined.writeTo(f"{settings.CATALOG}.gold.${noun}_totals").createOrReplace()
`,
  (draw, noun, verb) => `
def ${verb}_${noun}_report(connection, day):
    cursor = connection.cursor()
    cursor.execute(
        f"""
        SELECT o.id, o.day, SUM(o.amount) AS total
        FROM {settings.CATALOG}.{settings.SCHEMA}.${noun}s o
        JOIN iceberg.reference.currencies c ON c.code = o.currency
        WHERE o.day = DATE '{day}' AND o.amount > ${draw(90)}
        GROUP BY 1, 2
        """
    )
    return cursor.fetchall()
`,
  (draw, noun) => `
INSERT_${noun.toUpperCase()} = "INSERT INTO " + TABLE_PREFIX + "gold.${noun}_facts SELECT * FROM silver.${noun}s LIMIT ${draw(500)}"


def save_${noun}(session: SparkSession, frame, mode="append"):
    session.sql(INSERT_${noun.toUpperCase()})
    frame.write.mode(mode).saveAsTable("gold.${noun}_copy")
`,
];

const MODELS: readonly Block[] = [
  (draw, noun) => `
def train_${noun}_model(features, labels):
    mlflow.set_tracking_uri(settings.TRACKING)
    mlflow.set_experiment("${noun}-forecast")
    with mlflow.start_run(run_name="${noun}-${draw(99)}"):
        model = GradientBoostingRegressor(n_estimators=${draw(400)}).fit(features, labels)
        mlflow.log_metric("score", model.score(features, labels))
        mlflow.sklearn.log_model(model, "model", registered_model_name=settings.MODEL)
`,
  (_draw, noun, verb) => `
def ${verb}_${noun}_events(servers):
    producer = KafkaProducer(bootstrap_servers=servers)
    consumer = KafkaConsumer("${noun}-events", group_id="${noun}s", bootstrap_servers=servers)
    for message in consumer:
        producer.send(settings.TOPIC, key=message.key, value=message.value)
`,
  (draw, noun, verb) => `
with DAG("${noun}_${verb}", schedule="@daily", start_date=datetime(2024, 1, ${draw(28) + 1})) as dag:
    ${verb} = PythonOperator(task_id="${verb}", python_callable=run, op_kwargs={"bucket": settings.RAW_BUCKET})
    notify = BashOperator(task_id="notify", bash_command="aws s3 cp /tmp/${noun}.csv s3://${noun}-export/")
    ${verb} >> notify
`,
];

const USES = [STORAGE, JOBS, MODELS] as const;

const HEADER = `"""Part of the service."""
import asyncio
import functools
import json
import logging
import os

logger = logging.getLogger(__name__)
ROOT = os.path.dirname(__file__)
`;

const NAMING_HEADER = `${HEADER}
import boto3
import mlflow
import pandas as pd
from pyspark.sql import SparkSession, functions as F

from . import settings

TABLE_PREFIX = settings.CATALOG + "."
`;

const settingsOf = (service: number): string => `import os

ENDPOINT = os.environ.get("S3_ENDPOINT", "http://minio:9000")
RAW_BUCKET = os.getenv("RAW_BUCKET", "service${service}-raw")
CATALOG = "iceberg"
SCHEMA = f"service_{os.getenv('STAGE', 'dev')}_${service}"
TRACKING = "http://mlflow:5000"
MODEL = "service-${service}-model"
TOPIC = "service-${service}-out"
`;

function generatedFile(draw: Random, namingFiles: number): string {
  const uses = draw(100) < namingFiles ? USES[draw(USES.length)] : undefined;
  const length = 100 + draw(260);
  let text = uses === undefined ? HEADER : NAMING_HEADER;
  for (let lines = text.split('\n').length; lines < length; ) {
    const blocks = uses !== undefined && draw(1_000) < SHARE_OF_NAMING_BLOCKS * 1_000 ? uses : ORDINARY;
    const block = blocks[draw(blocks.length)]?.(draw, NOUNS[draw(NOUNS.length)] ?? '', VERBS[draw(VERBS.length)] ?? '') ?? '';
    text += `\n${block}`;
    lines += block.split('\n').length;
  }
  return text;
}

interface File {
  readonly path: string;
  readonly text: string;
}

interface Tree {
  readonly lines: number;
  /** How many of a hundred files pass the prefilter. */
  readonly namingFiles: number;
  readonly seed: number;
}

/** Files of so many lines in all; their settings modules are written to the folder. */
function generatedTree(root: string, { lines: wanted, namingFiles, seed }: Tree): readonly File[] {
  const draw = randomFrom(seed);
  const files: File[] = [];
  for (let lines = 0; lines < wanted; ) {
    const service = Math.floor(files.length / FILES_OF_A_SERVICE);
    const folder = join(root, `service${service}`);
    if (files.length % FILES_OF_A_SERVICE === 0) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'settings.py'), settingsOf(service));
    }
    const text = generatedFile(draw, namingFiles);
    files.push({ path: join(folder, `module${files.length}.py`), text });
    lines += linesOf(text);
  }
  return files;
}

function linesOf(text: string): number {
  return text.split('\n').length;
}

interface Measure {
  readonly milliseconds: number;
  readonly references: number;
}

/** Milliseconds of processor time in the program and the system, which a busy machine does not stretch. */
function measure(root: string, files: readonly File[]): Measure {
  const workspace = new Workspace({ root, mayChange: false });
  const begin = process.cpuUsage();
  let references = 0;
  for (const { path, text } of files) references += workspace.analyse(createSource(path, text)).references.length;
  const { user, system } = process.cpuUsage(begin);
  return { milliseconds: (user + system) / 1_000, references };
}

/** Reads a tree, prints what that took and gives the milliseconds for each of its lines. */
function report(title: string, tree: Tree): number {
  const root = mkdtempSync(join(tmpdir(), 'python-analysis-'));
  try {
    const files = generatedTree(root, tree);
    const lines = files.reduce((sum, { text }) => sum + linesOf(text), 0);
    const naming = files.filter(({ text }) => mayName(text));
    const found = measure(root, files);
    process.stdout.write(
      `${title}: ${lines} lines in ${files.length} files, ${((100 * naming.length) / files.length).toFixed(0)} % past the prefilter, ` +
        `${found.references} references: ${found.milliseconds.toFixed(0)} ms, ${speedOf(found.milliseconds / lines)}\n`,
    );
    return found.milliseconds / lines;
  } finally {
    rmSync(root, { recursive: true });
  }
}

function speedOf(millisecondsOfLine: number): string {
  return `${Math.round(1 / millisecondsOfLine)},000 lines/s`;
}

tuneEngineForScans(); // as the scanner does
const lines = Number(process.argv[2] ?? 250_000);
const namingFiles = Number(process.argv[3] ?? NAMING_FILES);
report('from a cold start', { lines, namingFiles, seed: 7 });
const rounds = [8, 9, 10].map((seed) => report(`round ${seed - 7}`, { lines, namingFiles, seed }));
const median = [...rounds].sort((one, other) => one - other)[1] ?? Number.NaN;
const twice = report('twice as long', { lines: lines * 2, namingFiles, seed: 11 });
process.stdout.write(`median ${speedOf(median)}; twice as long takes ${((2 * twice) / median).toFixed(2)} times the time\n`);
