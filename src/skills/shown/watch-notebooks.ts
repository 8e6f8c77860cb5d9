import { addTo } from '../../evidence/add-to.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Onlooker } from '../../repository/survey.ts';
import { parseModule } from '../../syntax/python/index.ts';
import { namedServices } from './client-names.ts';
import { sightingIn } from './code-sightings.ts';
import { codeSighting } from './code-text.ts';
import { codeUse } from './code-use.ts';
import type { FileRole } from './file-role.ts';
import { importLines } from './import-lines.ts';
import { notebookCode } from './notebook.ts';
import type { Sighting } from './sighting.ts';
import type { CodeRule, Signs } from './signs.ts';
import { skillsOf } from './watch-python.ts';

/** What notebooks of Python show: no more than that something is used, for nobody deploys or tests them. */
export interface WatchedNotebooks {
  readonly onlooker: Onlooker;
  readonly sightings: readonly Sighting[];
}

/** Notebooks in which one skill is looked for, and those that are read at all; larger ones, in bytes, are not. */
const enough = 2;
const most = 200;
const largest = 4 * 1024 * 1024;

/** Watches a survey for notebooks that show skills. */
export function watchNotebooks(signs: Signs, roleOf: (file: string) => FileRole): WatchedNotebooks {
  const paths = new Map<string, string[]>();
  for (const [path, skills] of signs.imports) for (const skill of skills) addTo(paths, skill, path);
  const rules = signs.code.filter(({ ofTests }) => !ofTests);
  const sightings: Sighting[] = [];
  const counts = new Map<string, number>();
  let read = 0;
  const add = (found: Sighting, lineOf: (line: number) => number): void => {
    counts.set(found.skill, (counts.get(found.skill) ?? 0) + 1);
    sightings.push({ ...found, rank: 3, evidence: placed(found.evidence, lineOf) });
  };
  const isOpen = (skill: string): boolean => (counts.get(skill) ?? 0) < enough;
  return {
    onlooker: {
      wants: (file) => file.endsWith('.ipynb') && read < most && !['foreign', 'test'].includes(roleOf(file)),
      see(file, content) {
        if (!content.ok || content.bytes.byteLength > largest) return;
        read++;
        const notebook = notebookCode(new TextDecoder().decode(content.bytes));
        if (notebook === undefined) return;
        const buffer = Buffer.from(notebook.code);
        const services = [...namedServices(buffer)].flatMap((service) => signs.services.get(service) ?? []);
        const wanted = [...new Set([...skillsOf(importLines(buffer), signs, buffer), ...services])].filter(isOpen);
        if (wanted.length > 0) {
          const use = codeUse(parseModule(buffer), file, () => []);
          for (const skill of wanted) {
            const its = { skill, paths: paths.get(skill) ?? [], services: signs.facts.get(skill)?.services ?? [] };
            const found = sightingIn(its, use);
            if (found !== undefined) add(found, notebook.lineOf);
          }
        }
        for (const found of textsIn(rules, file, buffer, isOpen)) add(found, notebook.lineOf);
      },
    },
    sightings,
  };
}

function textsIn(
  rules: readonly CodeRule[],
  file: string,
  buffer: Buffer,
  isOpen: (skill: string) => boolean,
): Sighting[] {
  return rules.flatMap((rule) => {
    const found = isOpen(rule.skill) && buffer.includes(rule.needle) ? codeSighting(rule, file, buffer) : undefined;
    return found === undefined ? [] : [found];
  });
}

function placed(evidence: Evidence, lineOf: (line: number) => number): Evidence {
  const line = lineOf(evidence.line);
  return { ...evidence, line, endLine: line };
}
