/** A command that ends with words for its user: 1 where a file needs mending, 2 where it was not understood. */
export class Refused extends Error {
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
