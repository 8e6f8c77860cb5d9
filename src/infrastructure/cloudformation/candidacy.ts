import { baseName } from '../../repository/paths.ts';
import type { Candidacy } from '../model/candidates.ts';

/** The names of files that may be templates, those among them that another template language completes. */
const dataFile = /\.(ya?ml|json|template)(\.(j2|jinja2?|tpl|tmpl|tftpl|erb))?$/i;

/** Names that teams give to templates: such a file is read even if nothing in it looks like one. */
const templateName = /^(template|cloudformation|sam)([-_.].*)?\.(ya?ml|json)$|\.template\.(ya?ml|json)$/i;

const section = Buffer.from('Resources');
const typePrefix = Buffer.from('::');

/** True for a file that somebody named as a template. */
export function isNamedTemplate(file: string): boolean {
  return templateName.test(baseName(file));
}

/** Files that are named as templates, and those with a section `Resources` and a resource's type. */
export const candidacy: Candidacy = {
  named: (file) => dataFile.test(file),
  holds: (bytes, file) => isNamedTemplate(file) || (bytes !== undefined && looksLikeTemplate(bytes)),
};

/** A section `Resources` at the top and a resource's type: a word in a text is not enough. */
function looksLikeTemplate(bytes: Buffer): boolean {
  if (!bytes.includes(section) || !bytes.includes(typePrefix)) return false;
  const text = bytes.toString('latin1');
  return (
    /^["']?Resources["']?\s*:|"Resources"\s*:\s*\{/m.test(text) &&
    /Type["']?\s*:\s*["']?(AWS|Alexa|Custom)::/.test(text)
  );
}
