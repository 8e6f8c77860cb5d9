import type { Place } from '../evidence/place.ts';
import type { UnreadCode } from '../services/service.ts';

/** What the Python of a service says by its syntax: each question reads only the files that can have an answer. */
export interface ServiceCode {
  /** Why there is none to read; null where there is. */
  readonly unread: UnreadCode | null;
  /** The calls in those of its files that import one of `packages` (any of them, where none is named) and hold a needle. */
  calls(wanted: CodeQuestion): readonly CodeCall[];
  /**
   * False for what stands in a function that, by the names that the code mentions, nothing calls from where the service
   * starts: of modules that several services share, each runs its own part.
   */
  isCalled(at: Pick<CodeCall, 'place' | 'within'>): boolean;
  /**
   * True for a call that holds up an event loop in which a server works for others: it stands right in an `async def` that
   * is served, or that one of those awaits, in whatever file.
   */
  holdsLoop(call: CodeCall): boolean;
  /** The `except` clauses of such files. */
  handlers(wanted: CodeQuestion): readonly CodeHandler[];
  /** What its entry points do with the messages of a batch, as far as their files tell. */
  batches(): readonly BatchUse[];
  /** The modules that its top-level imports name, in all of its files. */
  imports(): readonly CodeImport[];
  /** What those of its files that it is sure to run use of Pythons newer than one (`3.9`). */
  newerThan(python: string): readonly CodeNeed[];
  /** The environment variables that it reads; read of those files that speak of the environment. */
  environment(): CodeEnvironment;
  /** The first of its files that holds one of some texts and imports one of `packages` (any, where none is named); undefined if none does. */
  holding(texts: readonly string[], packages?: readonly string[]): string | undefined;
  /** Keys and tokens of known formats that stand in its files. */
  secrets(): readonly CodeSecret[];
}

/** Which files a question is about. */
export interface CodeQuestion {
  /** First parts of modules, of which a file imports one; empty for all files. */
  readonly packages: readonly string[];
  /** Texts of which a file holds one; empty for all files. */
  readonly needles: readonly string[];
}

/** A call, as far as its own file tells what is called. */
export interface CodeCall {
  /**
   * What is called, by the names under which it is imported: `requests.get`, `boto3.client().put_item`, `print`. Names that
   * are bound once count as what they are bound to. What is not known that way begins with `?`.
   */
  readonly path: string;
  /** Where the name of what is called stands. */
  readonly place: Place;
  /** What is called, as written. */
  readonly text: string;
  readonly keywords: ReadonlyMap<string, CodeArgument>;
  readonly positional: readonly CodeArgument[];
  /** It has `*args` or `**kwargs`, so that its arguments are not all seen. */
  readonly open: boolean;
  /** The names of the functions and classes around it, the outermost first; empty at the top of a module. */
  readonly within: readonly string[];
  /** It stands under an `if`, in a `try` or a loop of its function. */
  readonly conditional: boolean;
  /** It stands under `if __name__ == "__main__"`. */
  readonly isMain: boolean;
  /** It stands right in an `async def` that a server runs in its event loop, as far as its own file tells, and nothing awaits it. */
  readonly holdsLoop: boolean;
  /** The async function at the top of the file in which it stands right, where nothing awaits it; null for none. */
  readonly waitsIn: string | null;
  /** The path of the web route (`/orders`) whose function it stands right in; null for none. */
  readonly route: string | null;
  /** The function around it is cached or builds what it gives once (`global`, `lru_cache`). */
  readonly once: boolean;
  /** What becomes of what it gives: nothing, printing and logging alone, or more. */
  readonly use: 'dropped' | 'printed' | 'used';
  /** The members of what it gives that its function goes through or hands on as a whole. */
  readonly parts: readonly string[];
  /** The text of the function around it, or of the module. */
  readonly around: string;
}

/** An argument of a call. */
export interface CodeArgument {
  readonly text: string;
  /** The value, where it is a literal or a name that is bound once to one. */
  readonly value: string | number | boolean | null | undefined;
  /** How it begins, as written: of a sum its first part, of a name that is bound once its value. */
  readonly begins: string;
  /** What it is by the names that are imported (`os.environ[]`); `?` where that is not known. */
  readonly path: string;
  /** It names something that the function around it takes or makes. */
  readonly local: boolean;
  readonly place: Place;
}

/** An `except` clause. */
export interface CodeHandler {
  readonly place: Place;
  readonly text: string;
  /** It catches every error: bare, `Exception` or `BaseException`. */
  readonly broad: boolean;
  /** What it does: nothing, only log or print (and end the function), raise or end the process, or more. */
  readonly does: 'nothing' | 'logs' | 'raises' | 'more';
  /** It logs or prints something. */
  readonly logs: boolean;
  /** What it logs has the traceback. */
  readonly traceback: boolean;
  /** What the function returns in it, as written; null where it returns nothing. */
  readonly returns: string | null;
  /**
   * Its `try` is the last statement of the function around it, or of a last loop over the records of an event there, so that
   * all that went wrong in it ends here.
   */
  readonly isWhole: boolean;
  /** The first and the last line of what its `try` runs. */
  readonly lines: readonly [first: number, last: number];
  readonly within: readonly string[];
  /** The paths of what is called in its `try`, as in `CodeCall`. */
  readonly tried: readonly string[];
  /** The paths of what is called in it besides logging. */
  readonly performs: readonly string[];
  /** The path of the web route (`/orders`) whose function it stands right in; null for none. */
  readonly route: string | null;
  /** What that function answers after it, as far as a `return` tells. */
  readonly answers: readonly CodeAnswer[];
  /** The text of the function around it, or of the module. */
  readonly around: string;
}

/** What a web route answers after an `except` clause. */
export interface CodeAnswer {
  /** As written; empty for a bare `return`. */
  readonly text: string;
  /** Null where another place may decide it. */
  readonly status: number | null;
  /** It holds the text of the error, or says in its body that there was one. */
  readonly tellsError: boolean;
}

/** What a function does with a batch of messages that it is handed. */
export interface BatchUse {
  /**
   * It works on each, so that an error of one ends it (`each`) or is caught (`caught`), deletes each by itself, does nothing
   * with them that may fail (`harmless`), looks at the first one alone, or at none (`whole`); `unseen` where it hands them
   * to what is not seen.
   */
  readonly kind: 'each' | 'caught' | 'deletes' | 'harmless' | 'first' | 'whole' | 'unseen';
  readonly place: Place;
  readonly text: string;
}

/** A module that is imported at the top of a file. */
export interface CodeImport {
  /** The first part of the module's name. */
  readonly root: string;
  readonly place: Place;
  readonly text: string;
  /** The name that it binds is used in the file, or may be by others. */
  readonly used: boolean;
}

/** Something that older Pythons do not have: syntax, or a module or name of the standard library. */
export interface CodeNeed {
  readonly what: string;
  /** The first Python that has it. */
  readonly since: string;
  readonly kind: 'syntax' | 'library';
  readonly place: Place;
  /** The names of the functions and classes around it, the outermost first; empty for syntax, which the whole file needs. */
  readonly within: readonly string[];
}

/** What code reads of its environment. */
export interface CodeEnvironment {
  /** The variables that it is sure to read without a default: an error where they are not set. */
  readonly reads: readonly CodeRead[];
  /** Those that it sets, looks for, or reads with a default or on a condition. */
  readonly handled: ReadonlySet<string>;
  /** It sets others, from a file or a mapping. */
  readonly loads: boolean;
}

/** Where a variable of the environment is read. */
export interface CodeRead {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

/** A key, token or password of a known format. */
export interface CodeSecret {
  /** What it is, for a person. */
  readonly kind: string;
  readonly place: Place;
  /** Its beginning, with the rest hidden. */
  readonly masked: string;
}
