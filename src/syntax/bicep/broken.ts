/** Breaks off what is being read; the entry, item or statement around it goes on behind it. Never leaves this folder.
 * No Error, for its stack would cost more than reading the line. */
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
