// What must not stand in a report: secrets that the code holds.

/** What stands in a secret's place. */
export const masked = '***';

/** `https://user:secret@host/` without what stands before the `@`. */
export function maskCredentials(url: string): string {
  return url.replace(/(\/\/)[^/@\s]+@/, `$1${masked}@`);
}

/** Names of parameters and keys whose text is a secret, whatever it looks like. */
const secretName =
  /(passw(or)?d|passphrase|secret_?(access_?)?key|secret_?string|secret_?binary|client_?secret|(session|auth|access|bearer|refresh)_?token|api_?key|account_?key|private_?key|connection_?string)$/i;

/** Texts that are credentials by their form: keys of AWS, private keys, tokens of GitHub, Slack and JWT, Azure's strings. */
const secretText =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_\w{36}|\bxox[abprs]-[\w-]{10}|\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.|\b(AccountKey|SharedAccessKey|sig)=[\w+/%]{16}/;

/** A constant text as it may be shown: masked if it looks like a credential or stands under the name of one. */
export function maskSecret(name: string, text: string): string {
  if (text === '') return text;
  return secretName.test(name) || secretText.test(text) ? masked : maskCredentials(text);
}
