/**
 * Breaks off what is being read; what it stands in goes on behind it. Never leaves the reader of its language. No Error,
 * for its stack would cost more than reading the line.
 */
export class SyntaxBreak {
  readonly message: string;
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    this.message = message;
    this.start = start;
    this.end = end;
  }
}
