import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';

/** Zero-based, as the Language Server Protocol counts. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Diagnostic {
  readonly range: Range;
  readonly message: string;
  readonly code: string;
  readonly severity: number;
}

export interface CodeAction {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

const SERVER = join(
  dirname(createRequire(import.meta.url).resolve('vscode-langservers-extracted/package.json')),
  'bin',
  'vscode-eslint-language-server',
);

/** What an editor answers when the server asks for its settings. */
function settingsFor(folder: string) {
  return {
    validate: 'on',
    run: 'onType',
    useESLintClass: true,
    useFlatConfig: true,
    experimental: { useFlatConfig: false },
    packageManager: 'npm',
    nodePath: null,
    options: {},
    quiet: false,
    format: false,
    onIgnoredFiles: 'off',
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    codeAction: {
      disableRuleComment: { enable: false, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: false },
    },
    codeActionOnSave: { mode: 'all' },
    workspaceFolder: { uri: pathToFileURL(folder).href, name: 'platform' },
  };
}

/** An editor, as far as the ESLint language server can tell. */
export class LanguageServerClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #folder: string;
  readonly #versions = new Map<string, number>();
  /** The edits that the server has asked for, by the document's address. */
  readonly edits: { readonly uri: string; readonly edits: readonly TextEdit[] }[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
    this.#process = spawn(process.execPath, [SERVER, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('The language server has no standard streams.');
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  /** Starts a server for a folder and shakes hands with it. */
  static async start(folder: string): Promise<LanguageServerClient> {
    const client = new LanguageServerClient(folder);
    await client.#initialize();
    return client;
  }

  async #initialize(): Promise<void> {
    const connection = this.#connection;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settingsFor(this.#folder)),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      for (const { textDocument, edits } of edit.documentChanges ?? []) this.edits.push({ uri: textDocument.uri, edits });
      return { applied: true };
    });
    connection.onRequest('eslint/confirmESLintExecution', () => 4);
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.#folder).href,
      workspaceFolders: [{ uri: pathToFileURL(this.#folder).href, name: 'platform' }],
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceFolders: true },
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        },
      },
    });
    await connection.sendNotification('initialized', {});
  }

  async open(file: string, languageId: string, text: string): Promise<void> {
    const uri = this.uriOf(file);
    this.#versions.set(uri, 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types: replaces the whole text, as after any number of keystrokes. */
  async edit(file: string, text: string): Promise<void> {
    const uri = this.uriOf(file);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async diagnostics(file: string): Promise<Diagnostic[]> {
    const answer: { items: Diagnostic[] } = await this.#connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.uriOf(file) },
    });
    return answer.items;
  }

  async codeActions(file: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    return this.#connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uriOf(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });
  }

  /** Chooses a code action and gives the edits that the server then asks for. */
  async apply(action: CodeAction): Promise<readonly TextEdit[]> {
    this.edits.length = 0;
    await this.#connection.sendRequest('workspace/executeCommand', {
      command: action.command?.command,
      arguments: action.command?.arguments ?? [],
    });
    return this.edits.flatMap(({ edits }) => edits);
  }

  uriOf(file: string): string {
    return pathToFileURL(join(this.#folder, file)).href;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    this.#connection.dispose();
    this.#process.kill();
  }
}

interface WorkspaceEdit {
  readonly documentChanges?: readonly {
    readonly textDocument: { readonly uri: string };
    readonly edits: readonly TextEdit[];
  }[];
}
