/** Breaks off what is being read; the entry, item or statement around it goes on behind it. Never leaves this folder. */
export class SyntaxBreak extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.start = start;
    this.end = end;
  }
}
