import type { Random } from '../languages/python/random.js';

/** More ways through a program than two to this power are not run. */
export const MOST_CHOICES = 3;

export const WORDS = ['kol', 'sme', 'bronze', 'silver', 'raw', 'eu', 'v2', 'Events', 'a_b', 'x.y'];

/** What a writer of random programs knows in any language: its lines, and what can be said where text is wanted. */
export abstract class ProgramWriter {
  protected readonly random: Random;
  protected readonly lines: string[] = [];
  protected choices = 0;
  /** Texts that are bound once, which functions may read at any time. */
  protected readonly constants: string[] = [];
  /** Expressions that give text at this place of the module. */
  protected readonly texts: string[] = [];
  protected names = 0;

  constructor(random: Random) {
    this.random = random;
  }

  protected oneOf<T>(items: readonly T[]): T {
    const item = items[this.random(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  protected name(stem: string): string {
    return `${stem}${this.names++}`;
  }

  protected line(line: string): void {
    this.lines.push(line);
  }

  /** A truth value that each run of the program decides anew; null where there are enough. */
  protected choice(): string | null {
    return this.choices < MOST_CHOICES ? `choose(${this.choices++})` : null;
  }
}
