/**
 * What a parameter's value is to an ARN: a name, an ARN (or a reference that stands for one), or the fields of a
 * structure. A name may end in `*` where only its beginning is known.
 */
export type ArnValue =
  | { readonly text: string }
  | { readonly arn: string }
  | { readonly fields: Readonly<Record<string, string | undefined>> };

/** A part of an ARN; `unknown` if the value does not tell it; `other` if it is of a kind that this ARN is not for. */
export type ArnPart = { readonly text: string } | { readonly arn: string } | 'unknown' | 'other';

type Form = (text: string) => ArnPart;

const inferenceProfile = /^(us|us-gov|eu|apac|jp|au|ca|sa|global)\.(.+)$/;

/** How the text of a parameter is read; what stands in no ARN is cut off. */
const forms = {
  /** `https://sqs.eu-west-1.amazonaws.com/123456789012/orders` is the queue `orders`. */
  'queue-url': (url) => text(url.slice(url.lastIndexOf('/') + 1)),
  /** A name, also after `ACCOUNT:function:`. */
  function: (name) => text(name.replace(/^\d{12}:function:/, '')),
  /** The ARN of a secret ends in six characters that its name does not have. */
  secret: (name) => text(name.endsWith('*') ? name : `${name}-??????`),
  'leading-slash': (name) => text(name.replace(/^\//, '')),
  'parameter-path': (path) => text(path.replace(/^\//, '') || '*'),
  /** An alias does not tell which key it stands for. */
  key: (id) => (id.startsWith('alias/') ? 'unknown' : text(id)),
  alias: (name) => text(name.replace(/^alias\//, '')),
  'source-bucket': (source) => text(source.replace(/^\//, '').split('/')[0] ?? ''),
  'source-key': (source) => afterSlash(source.replace(/^\//, '').replace(/\?versionId=.*$/, '')),
  /** A model of Bedrock, and not an inference profile. */
  model: (id) => (inferenceProfile.test(id) ? 'other' : text(id)),
  profile: (id) => (inferenceProfile.test(id) ? text(id) : 'other'),
  'profile-model': (id) => {
    const model = inferenceProfile.exec(id)?.[2];
    return model === undefined ? 'other' : text(model);
  },
  's3-url': (url) => optionalText(objectOfUrl(url)),
  's3-prefix': (url) => withPrefix(objectOfUrl(url)),
  's3-bucket': (url) => optionalText(objectOfUrl(url)?.split('/')[0]),
  'task-family': (name) => text(name.split(':')[0] ?? ''),
  'task-revision': (name) => (name.includes(':') ? text(name.split(':')[1] ?? '') : 'unknown'),
  'partiql-table': tableOfStatement,
  /** `Shop <mail@example.org>` is the domain `example.org`. */
  'address-domain': (address) => optionalText(/@([\w.-]+\*?)/.exec(address)?.[1]),
  'bus-name': (name) => text(name),
  prefix: (name) => text(name.endsWith('*') ? name : `${name}*`),
} satisfies Record<string, Form>;

export type ArnForm = keyof typeof forms;

/** The names of all forms. */
export const arnForms: readonly string[] = Object.keys(forms);

/** Forms of which an ARN is not the whole ARN that is sought. */
const parts: Partial<Record<ArnForm, (arn: string) => ArnPart>> = {
  'source-bucket': (arn) => ({ arn }),
  'source-key': () => 'unknown',
  profile: () => 'other',
  'profile-model': (arn) => (arn.includes('inference-profile/') ? 'unknown' : 'other'),
  key: (arn) => (arn.includes(':alias/') ? 'unknown' : { arn }),
  'bus-name': (arn) => optionalText(/:event-bus\/(.+)$/.exec(arn)?.[1]),
};

/** Reads a value by a form; without one a name is itself. A text that is an ARN counts as one. */
export function readForm(form: ArnForm | undefined, value: ArnValue): ArnPart {
  if ('fields' in value) return readFields(form, value.fields);
  const arn = 'arn' in value ? value.arn : value.text.startsWith('arn:') ? value.text : undefined;
  if (arn !== undefined) return (form !== undefined && parts[form]?.(arn)) || { arn };
  const name = 'text' in value ? value.text : '';
  return form === undefined ? text(name) : forms[form](name);
}

/** The source of a copy as a structure: `{'Bucket': …, 'Key': …}`. */
function readFields(form: ArnForm | undefined, fields: Readonly<Record<string, string | undefined>>): ArnPart {
  const field = form === 'source-bucket' ? fields['Bucket'] : form === 'source-key' ? fields['Key'] : undefined;
  if (field === undefined) return 'unknown';
  return field.startsWith('arn:') ? { arn: field } : text(field);
}

function text(name: string): ArnPart {
  return name === '' ? 'unknown' : { text: name };
}

function optionalText(name: string | undefined): ArnPart {
  return text(name ?? '');
}

function afterSlash(path: string): ArnPart {
  const slash = path.indexOf('/');
  return slash < 0 ? 'unknown' : text(path.slice(slash + 1));
}

/** `bucket/key` of an address of S3: `s3://`, or the two kinds of `https://`; undefined if it is none. */
function objectOfUrl(url: string): string | undefined {
  const plain = /^s3a?:\/\/(.+)$/.exec(url)?.[1];
  if (plain !== undefined) return plain;
  const [, hostBucket, path] = /^https?:\/\/(?:([\w.-]+)\.)?s3[\w.-]*\.amazonaws\.com(?:\.cn)?\/(.*)$/.exec(url) ?? [];
  if (path === undefined) return undefined;
  return hostBucket === undefined ? path : `${hostBucket}/${path}`;
}

function withPrefix(object: string | undefined): ArnPart {
  if (object === undefined) return 'unknown';
  const whole = object.includes('/') ? object : `${object}/`;
  return text(whole.endsWith('*') ? whole : `${whole}*`);
}

/** The table of a PartiQL statement, with its index: `SELECT * FROM "Music"."ByYear"` is `Music/index/ByYear`. */
function tableOfStatement(statement: string): ArnPart {
  const name = `"([^"]{1,255})"|([\\w.-]{1,255})`;
  const place = new RegExp(`\\b(?:FROM|INTO|UPDATE)\\s+(?:${name})(?:\\."([^"]{1,255})")?`, 'i').exec(
    statement.slice(0, 8192),
  );
  const table = place?.[1] ?? place?.[2];
  if (table === undefined) return 'unknown';
  return text(place?.[3] === undefined ? table : `${table}/index/${place[3]}`);
}
