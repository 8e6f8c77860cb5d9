const needles = ['.client(', '.resource(', '.create_client('].map((text) => Buffer.from(text));

/** Quotes, blanks and line breaks. */
const [single, double, blank, newline, carriageReturn, tab] = [0x27, 0x22, 0x20, 0x0a, 0x0d, 0x09];

/**
 * True if a file holds a call such as `session.client('s3')`: it makes a client of a session that it got from somewhere, so
 * it is worth a look though it imports no SDK. A byte scan; what the call means is evaluated.
 */
export function makesClient(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const needle of needles) {
    for (let at = buffer.indexOf(needle); at >= 0; at = buffer.indexOf(needle, at + needle.length)) {
      let next = at + needle.length;
      while (isSpace(buffer[next])) next++;
      if (buffer[next] === single || buffer[next] === double) return true;
    }
  }
  return false;
}

function isSpace(byte: number | undefined): boolean {
  return byte === blank || byte === newline || byte === carriageReturn || byte === tab;
}
