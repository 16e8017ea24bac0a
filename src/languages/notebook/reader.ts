import { type Source, createSource } from '../../references/source.js';
import { type Text, literal, slice, subText } from '../../references/text.js';
import type { EmbeddedFile, Facts, SqlSite, TextSite } from '../facts.js';
import { factsOf, textValue, variable } from '../facts-of.js';
import { readOther } from '../other/reader.js';
import { once } from '../once.js';
import { evaluateShell } from '../shell/evaluator.js';
import type { FactsOfScript } from '../shell/script-facts.js';
import { type Magic, magicsIn } from './magics.js';
import { type Notebook, type NotebookCell, parseNotebook } from './notebook.js';
import { moduleOfRun } from './runs.js';
import { dialectOfSqlCells } from './sql-dialect.js';

/**
 * Reads a Jupyter notebook: its code cells as one Python module, `%%sql` cells and `%sql` lines as
 * SQL, `%%bash` cells and `!` lines as shell; `%run` brings the names of another module.
 *
 * The facts' places are in the joined code (`facts.source`), in which all that is not Python is blank;
 * `notebookOf` gives the notebook, which turns them into cells, lines and columns.
 *
 * @param readPython the reader of the code, which is another language's; it is told which modules the notebook runs
 */
export function readNotebook(file: Source, readPython: PythonReader): Facts {
  const notebook = parseNotebook(file);
  const reader = new NotebookReader(notebook);
  return reader.read(readPython);
}

type PythonReader = (code: Source, runs: readonly string[]) => Facts;

const NOTEBOOKS = new WeakMap<Source, Notebook>();

/** The notebook that a source is the joined code of; null for any other source. */
export function notebookOf(source: Source): Notebook | null {
  return NOTEBOOKS.get(source) ?? null;
}

/** Makes a view of a notebook's joined code, with the same offsets, one that cells are known of as well. */
export function shareNotebook(view: Source, source: Source): void {
  const notebook = NOTEBOOKS.get(source);
  if (notebook !== undefined) NOTEBOOKS.set(view, notebook);
}

class NotebookReader {
  readonly #notebook: Notebook;
  readonly #source: Source;
  readonly #magics: readonly { readonly magic: Magic; readonly cell: NotebookCell }[];
  readonly #statements: SqlSite[] = [];
  readonly #texts: TextSite[] = [];
  readonly #scripts: FactsOfScript[] = [];
  readonly #files: EmbeddedFile[] = [];
  readonly #runs: string[] = [];
  readonly #declarations: Facts['declarations'][number][] = [];
  readonly #dialect = once(() => dialectOfSqlCells(this.#notebook.code));

  constructor(notebook: Notebook) {
    this.#notebook = notebook;
    const { code, cells, file } = notebook;
    this.#magics = cells.flatMap((cell) => {
      return magicsIn(code.slice(cell.start, cell.end)).map((magic) => ({ magic, cell }));
    });
    this.#source = createSource(file.path, this.#isPython() ? this.#python() : blank(code));
    NOTEBOOKS.set(this.#source, notebook);
  }

  read(readPython: PythonReader): Facts {
    const { problems, code, language } = this.#notebook;
    if (problems.length > 0) return factsOf(this.#source, { problems });
    for (const { magic, cell } of this.#magics) this.#magic(magic, cell);
    if (language === 'sql') this.#sqlCells();
    const python = this.#isPython() ? readPython(this.#source, this.#runs) : null;
    const other = python === null && language !== 'sql' ? readOther(this.#source, code) : null;
    return this.#together(python ?? other ?? factsOf(this.#source, {}));
  }

  #together(main: Facts): Facts {
    const scripts = this.#scripts;
    const facts = factsOf(this.#source, {
      calls: main.calls,
      declarations: [...main.declarations, ...this.#declarations, ...scripts.flatMap((script) => script.declarations)],
      texts: [...main.texts, ...this.#texts, ...scripts.flatMap((script) => script.texts)],
      commands: [...main.commands, ...scripts.flatMap((script) => script.commands)],
      statements: [...main.statements, ...this.#statements, ...scripts.flatMap((script) => script.statements)],
      imports: main.imports,
      embedded: [...this.#files, ...main.embedded, ...scripts.flatMap((script) => script.embedded)],
      comments: [...main.comments, ...scripts.flatMap((script) => script.comments)],
      problems: main.problems,
      exported: (name) => main.exported(name),
    });
    // Found out only where asked for: it leads into other modules.
    return {
      ...facts,
      get carried() {
        return main.carried ?? [];
      },
      get carriedTexts() {
        return main.carriedTexts ?? [];
      },
    };
  }

  #isPython(): boolean {
    return /^(?:i?python\d*|pyspark)$/.test(this.#notebook.language);
  }

  /** The code with everything but Python blank. */
  #python(): string {
    const { code } = this.#notebook;
    const pieces: string[] = [];
    let done = 0;
    for (const { magic, cell } of this.#magics) {
      const start = cell.start + magic.start;
      const end = cell.start + magic.end;
      pieces.push(code.slice(done, start), (magic.stands + blank(code.slice(start, end)).slice(magic.stands.length)));
      done = end;
    }
    pieces.push(code.slice(done));
    return pieces.join('');
  }

  #magic(magic: Magic, cell: NotebookCell): void {
    const body = this.#text(cell.start + magic.bodyStart, cell.start + magic.bodyEnd);
    const line = this.#text(cell.start + magic.start, cell.start + Math.min(magic.bodyStart, magic.end));
    switch (magic.form) {
      case 'sql':
        if (body.flat.trim() !== '') this.#statements.push({ text: body, dialect: magic.dialect ?? this.#dialect() });
        this.#texts.push(site(line));
        return;
      case 'shell':
        this.#scripts.push(evaluateShell(body));
        return;
      case 'variable':
        this.#variable(body);
        return;
      case 'file':
        this.#files.push({ name: magic.file ?? '', text: body });
        return;
      case 'run': {
        const module = moduleOfRun(body.flat);
        if (module !== null) this.#runs.push(module);
        return;
      }
      case 'other':
        // `%sql postgresql://…` connects; other magics' arguments may be URIs as well.
        if (magic.stands === '0') this.#texts.push(site(body));
    }
  }

  /** `%env NAME=value`, `%set_env NAME value`. */
  #variable(body: Text): void {
    const match = /^[ \t]*([A-Za-z_]\w*)(?:[ \t]*=[ \t]*|[ \t]+)(\S[^]*)$/d.exec(body.flat);
    const [start, end] = match?.indices?.[1] ?? [0, 0];
    const [from, to] = match?.indices?.[2] ?? [0, 0];
    if (match === null) return;
    const value = subText(body, from, from + body.flat.slice(from, to).trimEnd().length);
    this.#declarations.push(variable(match[1] ?? '', slice(body, start, end).written, value));
    this.#texts.push(site(value));
  }

  #sqlCells(): void {
    for (const { start, end } of this.#notebook.cells) {
      this.#statements.push({ text: this.#text(start, end), dialect: this.#notebook.isOfDatabricks ? 'spark' : null });
    }
  }

  #text(start: number, end: number): Text {
    const flat = this.#notebook.code.slice(start, Math.max(start, end));
    return literal(flat, { source: this.#source, start, end: Math.max(start, end) });
  }
}

function site(text: Text): TextSite {
  return { place: text.place, context: { form: 'value' }, values: () => textValue(text) };
}

/** As many blanks, the line breaks kept. */
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
