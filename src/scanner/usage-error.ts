/** Something that whoever called the scanner must put right: a path that is not there, an unknown rule. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
