import { TOKEN } from './tokens.js';
import { StringTaker } from './string-taker.js';

/** Reads what the commands of psql name: databases that `\c` connects to, SQL that `\gexec` runs. */
export abstract class PsqlCommands extends StringTaker {
  /** Where the statement before this one begins. */
  protected previousStart = 0;

  protected metaCommand(index: number): void {
    const { flat, starts, ends } = this.tokens;
    const start = starts[index] ?? 0;
    const line = flat.slice(start, ends[index]);
    const connect = /^\\c(?:onnect)?\s+(?:-reuse-previous=\w+\s+)?(["']?)/.exec(line);
    if (connect !== null) this.connect(line.slice(connect[0].length), start + connect[0].length, connect[1] ?? '');
    else if (/^\\gexec\b/.test(line)) this.executeStrings(index);
    else if (/^\\copy\b/.test(line)) this.nested.push({ start: start + 1, end: start + line.length, access: 'unknown' });
  }

  /** A database's name, a URI, or `dbname=kol_app user=kol`, in quotes or not. */
  private connect(line: string, start: number, quote: string): void {
    const closing = quote === '' ? -1 : line.indexOf(quote);
    const said = closing < 0 ? line : line.slice(0, closing);
    const whole = quote !== '' && !/[=:]/.test(said);
    const name = whole ? said : (/^[^\s"';]+/.exec(said)?.[0] ?? '');
    const end = start + name.length;
    if (name === '' || name === '-' || name.startsWith(':')) return;
    if (name.includes('://')) this.locations.push({ start, end, access: 'read' });
    else if (name.includes('=')) this.connectionWords(start, start + said.length);
    else this.names.database([{ name, quoted: false, start, end }], 'read');
  }

  /** `\gexec` runs what the query before it gives, so the strings that it selects are SQL; a semicolon may end the query. */
  private executeStrings(index: number): void {
    const from = this.statementStart === index ? this.previousStart : this.statementStart;
    for (let at = from; at < index; at++) {
      if (this.tokens.kinds[at] !== TOKEN.string) continue;
      const range = this.stringRange(at);
      if (/^\s*(?:create|drop|alter|grant)\s/i.test(this.tokens.flat.slice(range.start, range.end))) {
        this.nested.push({ ...range, access: 'define' });
      }
    }
  }
}
