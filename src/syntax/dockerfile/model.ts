import type { Comment, SyntaxFault } from '../data-tree.ts';
import type { Lines } from '../lines.ts';

// Offsets are UTF-16 units into `Dockerfile.text`, `end` exclusive. Places of words that a continuation cuts in two run
// from their first character to their last.

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of an instruction. `text` has quotes and escapes removed and variables as written (`$NAME`). */
export interface Word extends Span {
  readonly text: string;
}

/** `--name=value`; `value` is null for a bare `--name`. */
export interface Flag extends Span {
  readonly name: string;
  readonly value: string | null;
}

/** `name=value` of ARG, ENV or LABEL; `value` is null for an ARG without default. */
export interface Pair extends Span {
  readonly name: string;
  readonly value: Word | null;
}

/** A here-document: its body without the closing line. `expands` is false where its name is quoted. */
export interface Heredoc extends Span {
  readonly name: string;
  readonly expands: boolean;
  readonly text: string;
}

/** One instruction, to the end of its last line (here-documents included). */
export interface Instruction extends Span {
  /** In capitals; one that Docker does not know has a fault. */
  readonly keyword: string;
  readonly flags: readonly Flag[];
  /** What follows keyword and flags, continuations joined and comments removed. */
  readonly command: string;
  readonly commandStart: number;
  /** The words of `command`; for the exec form, its texts. */
  readonly words: readonly Word[];
  /** `exec` is a JSON array of texts, `shell` anything else. */
  readonly form: 'exec' | 'shell';
  /** Of ARG, ENV and LABEL, else empty. */
  readonly pairs: readonly Pair[];
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD puts off, or the CMD of HEALTHCHECK. */
  readonly inner: Instruction | null;
}

/** A name with variables: `resolved` has those that an ARG's default gives, or is null where one has none. */
export interface Resolved extends Span {
  readonly written: string;
  readonly resolved: string | null;
}

/** An image; a part is null where it is not written or hangs on a variable without value. */
export interface ImageReference extends Resolved {
  /** Registry and repository: `public.ecr.aws/lambda/python`. */
  readonly name: string | null;
  readonly tag: string | null;
  /** `sha256:…` */
  readonly digest: string | null;
}

/** What one FROM begins. */
export interface Stage extends Span {
  readonly index: number;
  /** Of `AS name`, in lower case as Docker compares it. */
  readonly name: string | null;
  readonly image: ImageReference;
  /** The index of the stage that this one builds upon, where FROM names one. */
  readonly buildsOn: number | null;
  readonly platform: Resolved | null;
  readonly from: Instruction;
  /** Without FROM. */
  readonly instructions: readonly Instruction[];
}

/** A parser directive such as `# syntax=docker/dockerfile:1`; the name in lower case. */
export interface Directive extends Span {
  readonly name: string;
  readonly value: string;
}

/** A Dockerfile, read. */
export interface Dockerfile {
  readonly text: string;
  readonly lines: Lines;
  readonly directives: readonly Directive[];
  /** What stands before the first FROM: ARG, where it is right. */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}
