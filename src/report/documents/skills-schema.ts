import * as v from 'valibot';
import { outlooks, sightKinds, skillCategories, strengths } from '../../catalogue/market/skill.ts';
import { evidenceKinds } from '../../evidence/vocabulary.ts';
import type { SkillsDocument } from './skills.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const strength = v.picklist(strengths);
const root = { root: v.exactOptional(v.string()) };

/** The document of `skyworthy skills`. */
export const skillsSchema: v.GenericSchema<SkillsDocument> = v.strictObject({
  schemaVersion: v.literal(1),
  roots: v.array(v.string()),
  skills: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      category: v.picklist(skillCategories),
      strength,
      evidence: v.pipe(
        v.array(
          v.strictObject({
            ...root,
            file: v.string(),
            line: count,
            column: count,
            endLine: count,
            text: v.string(),
            how: v.picklist(evidenceKinds),
            by: v.picklist(sightKinds),
            strength,
          }),
        ),
        v.minLength(1),
        v.maxLength(5),
      ),
      evidenceCount: count,
      notSeen: v.array(strength),
      roles: v.array(v.string()),
      depth: v.string(),
      value: v.strictObject({ outlook: v.picklist(outlooks), why: v.string() }),
    }),
  ),
  notSeen: v.array(v.string()),
  unreadable: v.array(v.strictObject({ ...root, file: v.string(), line: count, reason: v.string() })),
});
