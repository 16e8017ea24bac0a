import type { Directive as ESLintDirective, FileProblem, RulesConfig, SourceLocation, SourceRange } from '@eslint/core';
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';

import type { Facts } from '../languages/facts.js';
import { offsetAt, positionAt, type Place, type Source } from '../references/source.js';
import type { OWN_ROOT } from '../reporting/create-rule.js';
import { directivesOf } from '../reporting/directives.js';

/** All there is of a tree: what a file says is for its facts to tell. */
export interface FileNode {
  readonly type: typeof OWN_ROOT;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
  readonly source: Source;
}

/** A comment that ESLint is told of. */
export interface CommentNode {
  readonly type: 'Line' | 'Block';
  /** The text between the delimiters. */
  readonly value: string;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

interface Options {
  LangOptions: Record<string, unknown>;
  RootNode: FileNode;
  SyntaxElementWithLoc: FileNode | CommentNode;
  ConfigNode: CommentNode;
}

const LINE_END = /\r\n|[\r\n]/u;
const INLINE_CONFIGURATION = /^\s*eslint(?:-enable|-disable(?:(?:-next)?-line)?)?(?:\s|$)/u;
const NOTEBOOK = /\.ipynb$/i;
const commentParser = new ConfigCommentParser();

/** Where ESLint counts from in every language of this plugin: lines from 1, columns from 0. */
export const LINE_START = 1;
export const COLUMN_START = 0;

/** A file in one of this plugin's languages, as ESLint works with it. */
export class DomainSeparationSourceCode extends TextSourceCodeBase<Options> {
  readonly #read: (source: Source) => Facts;
  #facts: Facts | undefined;

  constructor(ast: FileNode, read: (source: Source) => Facts) {
    super({ text: ast.source.text, ast, lineEndingPattern: LINE_END });
    this.#read = read;
  }

  /** What comments and strings there are; asked for only where they may hold directives. */
  get #ownFacts(): Facts {
    this.#facts ??= this.#read(this.ast.source);
    return this.#facts;
  }

  override getLoc(node: FileNode | CommentNode): SourceLocation {
    return node.loc;
  }

  override getRange(node: FileNode | CommentNode): SourceRange {
    return node.range;
  }

  override getParent(): undefined {
    return undefined;
  }

  override getLocFromIndex(index: number): { line: number; column: number } {
    if (index < 0 || index > this.text.length) {
      throw new RangeError(`Index ${index} is outside of a text of ${this.text.length} characters.`);
    }
    return locAt(this.ast.source, index);
  }

  override getIndexFromLoc({ line, column }: { line: number; column: number }): number {
    return offsetAt(this.ast.source, { line: line - LINE_START + 1, column: column - COLUMN_START + 1 });
  }

  /**
   * ESLint's own rules ask for it when a configuration sets them loose on every file. A notebook has
   * none: its comments stand in the strings of its cells, whose lines are not the file's.
   */
  getAllComments(): readonly CommentNode[] {
    if (this.#isNotebook) return [];
    return this.#ownFacts.comments.map(({ text, form, place }) => ({
      type: form === 'line' ? 'Line' : 'Block',
      value: text,
      range: [place.start, place.end],
      loc: locationOf(place),
    }));
  }

  /** For ESLint's rule `logical-assignment-operators`: nothing here is in a scope. */
  getScope(): { isStrict: boolean } {
    return { isStrict: false };
  }

  getInlineConfigNodes(): CommentNode[] {
    if (!this.#mayHaveDirectives) return [];
    return this.getAllComments().filter(({ value }) => INLINE_CONFIGURATION.test(value));
  }

  getDisableDirectives(): { directives: ESLintDirective[]; problems: FileProblem[] } {
    const directives: ESLintDirective[] = [];
    const problems: FileProblem[] = [];
    if (!this.#mayHaveDirectives) return { directives, problems };
    for (const { type, value, justification, place } of directivesOf(this.#ownFacts)) {
      const loc = locationOf(place);
      if (type === 'disable-line' && loc.start.line !== loc.end.line) {
        const message = 'An eslint-disable-line comment must stand on one line.';
        problems.push({ ruleId: null, message, loc });
        continue;
      }
      const node = { type: 'Line', value, range: [place.start, place.end], loc };
      directives.push(new Directive({ type, node, value, justification }));
    }
    return { directives, problems };
  }

  /** Reads `# eslint domain-separation/prefer-env-name: off`. */
  applyInlineConfig() {
    const configs: { config: { rules: RulesConfig }; loc: SourceLocation }[] = [];
    const problems: FileProblem[] = [];
    for (const { value, loc } of this.getInlineConfigNodes()) {
      const directive = commentParser.parseDirective(value);
      if (directive?.label !== 'eslint') continue;
      const parsed = commentParser.parseJSONLikeConfig(directive.value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  get #mayHaveDirectives(): boolean {
    return this.text.includes('eslint') && !this.#isNotebook;
  }

  get #isNotebook(): boolean {
    return NOTEBOOK.test(this.ast.source.path);
  }

  override traverse(): VisitNodeStep[] {
    return [
      new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] }),
      new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast] }),
    ];
  }
}

/** A place as ESLint counts it. */
export function locationOf({ source, start, end }: Place): SourceLocation {
  return { start: locAt(source, start), end: locAt(source, end) };
}

function locAt(source: Source, offset: number) {
  const { line, column } = positionAt(source, offset);
  return { line: line - 1 + LINE_START, column: column - 1 + COLUMN_START };
}
