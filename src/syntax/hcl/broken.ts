/** Breaks off the expression that is being read; the body it stands in goes on behind it. Never leaves this folder. */
export class SyntaxBreak extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}
