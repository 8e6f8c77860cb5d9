import { expect, test } from 'vitest';
import { openCatalogue } from '../../../catalogue/catalogue.ts';
import { readJob } from '../job.ts';

/**
 * Tests how skills are named. Each part of `table` begins with a skill's id and a colon, behind which stand, parted by
 * semicolons, lines of requirements that ask for it; behind `not` and its id, lines in which it must not be read.
 */
export function testNamings(table: string): void {
  const catalogue = openCatalogue();
  const parts = table.trim().split(/\n(?=\S)/);
  for (const part of parts) {
    const [, not, id = '', lines = ''] = /^(not )?([\w-]+):([^]*)$/.exec(part) ?? [];
    const phrases = lines.split(';').map((line) => line.replaceAll(/\s+/g, ' ').trim());
    test(`${not ?? ''}${id}`, () => {
      const wrong = phrases.filter((phrase) => {
        const { skills } = readJob(`Engineer\n\nRequirements:\n- ${phrase}`, catalogue);
        return skills.some((skill) => skill.id === id) !== (not === undefined);
      });
      expect(wrong).toEqual([]);
    });
  }
}
