// https://pip.pypa.io/en/stable/reference/requirements-file-format/#encoding
import type { Repository, TextContent } from '../repository/repository.ts';

/** A manifest's text: UTF-8, or UTF-16 where a byte order mark says so (PowerShell's `pip freeze > requirements.txt`). */
export function readText(repository: Repository, file: string): TextContent {
  const content = repository.read(file);
  const encoding = content.ok ? encodingOf(content.bytes) : undefined;
  if (!content.ok || encoding === undefined) return repository.readText(file);
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(content.bytes) };
  } catch {
    return { ok: false, message: `not ${encoding.toUpperCase()}` };
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
