/** How a document is shown on a terminal. */
export interface PageOptions {
  /** Columns; a renderer has its own least. */
  readonly width: number;
  readonly color: boolean;
  /** What is folded or left out otherwise too. */
  readonly all: boolean;
  /** The last line alone. */
  readonly quiet: boolean;
}
