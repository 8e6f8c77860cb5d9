import type { SyntaxFault } from '../tokens/token-buffer.ts';

const LINE_FEED = 10;

const byPlace = (left: SyntaxFault, right: SyntaxFault): number => left.start - right.start || left.end - right.end;

/**
 * All errors by place, without those of the grammar on a line where a token is at fault: they follow from that. The first
 * `tokenErrors` of the errors are those of tokens.
 */
export function distinctFaults(errors: SyntaxFault[], tokenErrors: number, source: Uint8Array): SyntaxFault[] {
  if (tokenErrors === 0 || tokenErrors === errors.length) return errors.sort(byPlace);
  const ofTokens = errors.slice(0, tokenErrors).sort(byPlace);
  const ofGrammar = errors.slice(tokenErrors).sort(byPlace);
  let index = 0;
  const kept = ofGrammar.filter((error) => {
    // A start of -1 would count from the end.
    const lineStart = error.start === 0 ? 0 : source.lastIndexOf(LINE_FEED, error.start - 1) + 1;
    while (index < tokenErrors && ofTokens[index]!.start < lineStart) index++;
    const token = ofTokens[index];
    if (token === undefined) return true;
    return token.start > error.start && source.subarray(error.start, token.start).includes(LINE_FEED);
  });
  return [...ofTokens, ...kept].sort(byPlace);
}
