// https://nbformat.readthedocs.io/en/latest/format_description.html#code-cells

/** The code of a notebook as one module, and where it stands in the file. */
export interface NotebookCode {
  readonly code: string;
  /** The line of the file for each line of the code, both from 1. */
  readonly lineOf: (line: number) => number;
}

const python = /"(?:language|name|display_name)"\s*:\s*"(?:conda_)?[Pp]ython/;
const line = /^\s*("(?:[^"\\]|\\.)*")/;
/** A cell in another language, or one that is only shown. */
const otherLanguage = /^%%(?!time|capture|prun|timeit)/;
/** Orders to the notebook and to the shell. */
const order = /^\s*[%!?]|\?\s*$/;

/**
 * The code cells of a notebook as Jupyter writes them, a line of code on a line of the file; undefined where it is not of Python.
 * Lines that are orders to the notebook are empty.
 */
export function notebookCode(text: string): NotebookCode | undefined {
  if (!python.test(text)) return undefined;
  const code: string[] = [];
  const numbers: number[] = [];
  let isCode = false;
  let inSource = false;
  let isSkipped = false;
  for (const [index, whole] of text.split('\n').entries()) {
    if (whole.length > longestLine) continue;
    const type = /^\s*"cell_type"\s*:\s*"(\w+)"/.exec(whole)?.[1];
    if (type !== undefined) isCode = type === 'code';
    if (/^\s*"source"\s*:\s*\[\s*$/.test(whole)) {
      inSource = isCode;
      isSkipped = false;
    } else if (/^\s*\]/.test(whole)) inSource = false;
    else if (inSource) {
      const written = textOf(whole);
      isSkipped ||= otherLanguage.test(written);
      code.push(isSkipped || order.test(written) ? '' : written);
      numbers.push(index + 1);
    }
  }
  return { code: code.join('\n'), lineOf: (at) => numbers[at - 1] ?? 1 };
}

/** Longer lines are what a cell put out. */
const longestLine = 2000;

function textOf(whole: string): string {
  const quoted = line.exec(whole)?.[1];
  if (quoted === undefined) return '';
  try {
    return String(JSON.parse(quoted)).replace(/\n$/, '').replaceAll('\n', ' ');
  } catch {
    return '';
  }
}
