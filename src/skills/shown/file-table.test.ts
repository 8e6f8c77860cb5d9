import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { openSigns } from './signs.ts';

const catalogue = openCatalogue();
const signs = openSigns(catalogue);

test('a file is known by its name whatever the pattern ends with', () => {
  for (const { id, files = [] } of catalogue.load('market/skill-evidence').facts) {
    for (const { name } of files) {
      const pattern = new RegExp(`^(?:${name})$`, 'i');
      for (const sample of samples.filter((one) => pattern.test(one))) {
        expect(
          signs.filesNamed(sample).map(({ skill }) => skill),
          `${sample} by ${name}`,
        ).toContain(id);
      }
    }
  }
});

const samples =
  'a.ts a.test.ts a_test.go a.tf a.bicep a.ipynb a.proto a.sql a.sh a.bash a.service docker-compose.yml compose.prod.yaml template.yaml my.template function.json openapi.json Dockerfile Dockerfile.dev web-dockerfile .dockerignore .gitignore Makefile Vagrantfile crontab pyproject.toml setup.cfg setup.py tox.ini requirements-dev.txt requirements.in CHANGELOG README.md renovate.json5 .pre-commit-config.yaml 0001-use-sql.md locustfile.py bench_parse.py action.yml a.sls'.split(
    ' ',
  );

test('endings are told apart', () => {
  expect(signs.filesNamed('a.weird')).toEqual([]);
  expect(signs.filesNamed('A.TF').map(({ skill }) => skill)).toContain('terraform');
});
