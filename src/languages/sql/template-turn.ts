import { HOLE, type Text } from '../../references/text.js';

/**
 * Which of several values a template is read with: what a condition chooses from, what a loop goes
 * over. The text is expanded as often as the longest of its choices asks for, each time with the next
 * value of every choice, so that what belongs together in a loop stays together.
 */
export class TemplateTurn {
  /** How many values the longest choice had. */
  turns = 1;

  constructor(private readonly number: number) {}

  /** One of the values that are known; where none is, the last, which says at least where it is written. */
  of(values: readonly Text[], otherwise: Text): Text {
    return this.among(values.filter(({ flat }) => flat !== HOLE)) ?? values.at(-1) ?? otherwise;
  }

  among<Value>(values: readonly Value[]): Value | undefined {
    this.turns = Math.max(this.turns, values.length);
    return values[this.number % values.length];
  }
}
