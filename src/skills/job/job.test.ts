import { describe, expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { readJob } from './job.ts';

const catalogue = openCatalogue();

/** What a text asks for: `id`, `id?` for nice to have, `id|1` for an alternative. */
function asked(text: string): string[] {
  return readJob(text, catalogue).skills.map(({ id, level, alternative }) => {
    return `${id}${level === 'nice' ? '?' : ''}${alternative === null ? '' : `|${alternative}`}`;
  });
}

function refused(text: string): string[] {
  return readJob(text, catalogue).refused.map(({ id, why }) => `${id}: ${why}`);
}

describe('levels', () => {
  test.for([
    ['a sentence asks for what it names', 'You write Python and SQL every day.', ['python', 'sql']],
    [
      'behind a list',
      'Python is a must, experience with Redis or Celery is a plus.',
      ['celery?|1', 'python', 'redis?|1'],
    ],
    ['before a list', 'You know Docker, ideally Kubernetes and Helm.', ['docker', 'helm?', 'kubernetes?']],
    ['in brackets', 'Python, Terraform (nice to have).', ['python', 'terraform?']],
    ['of one thing', 'You know Linux, Docker is a plus.', ['docker?', 'linux']],
    ['within brackets', 'Good Python (Django is a plus), Docker.', ['django?', 'docker', 'python']],
    ['examples in brackets behind', 'Databases are a plus (e.g. Redis), Git.', ['git', 'redis?|1']],
    ['a request for help', 'Tasks:\n- Help us shape Redis', ['redis']],
    ['of what is no skill', 'German is a plus, Docker, Spark experience.', ['docker', 'spark']],
    ['a heading of a sub-list', 'Preferred:\n- Redis\n- Technical skills:\n- Flask', ['flask?', 'redis?']],
    ['by its heading', 'Requirements:\n- Git\n\nNice to have:\n- GraphQL', ['git', 'graphql?']],
    ['by a label', 'Must have: pytest. Nice to have: mypy.', ['pytest', 'static-typing?']],
    ['no drama', 'No drama if you have never used Terraform.', ['terraform?']],
    ['not required, but', 'GraphQL is not required, but would be a plus.', ['graphql?']],
    ['the section of requirements decides', 'Tasks:\n- Run Redis\n\nDesirable skills:\n- Redis', ['redis?']],
    ['the strongest grade', 'Requirements:\n- Redis\n\nNice to have:\n- deep Redis knowledge', ['redis']],
    [
      'a list of which not all is asked',
      'Our stack:\nFlask, Redis. You do not have to know all of it.',
      ['flask?', 'redis?'],
    ],
  ] as const)('%s', ([, text, skills]) => {
    expect(asked(text)).toEqual(skills);
  });
});

describe('a line grades only itself, unless it is a heading', () => {
  test.for([
    'Kubernetes is a plus',
    'German is a plus',
    'Redis (nice to have)',
    'GCP a plus',
    'Bonus points for GraphQL',
    'Knowledge of Go (preferred)',
    'Spark experience is desirable',
    'Ideally you know Kafka',
  ])('%s', (line) => {
    for (const text of [
      `Requirements\n- Python\n- ${line}\n- Docker`,
      `Requirements:\n\nPython\n\n${line}\n\nDocker`,
    ]) {
      expect(asked(text)).toEqual(expect.arrayContaining(['docker', 'python']));
    }
  });

  test.for([
    'Requirements\n- Python\n- Nice to have\n- Docker',
    'Requirements:\nPython\nPreferred qualifications\nDocker',
    'Basic Qualifications:\nPython\nPreferred Qualifications:\nDocker',
    'Qualifications we need\n\nPython\n\nQualifications we want (also: skills that help)\n\nDocker',
    'Engineer\n\nSo what do I need to know?\nPython\n\nAnd what would be great?\nDocker',
    '<h3>You need</h3><p>Python</p><h3>Desirable skills of yours</h3><ul><li>Docker</ul>',
  ])('a heading: %j', (text) => {
    expect(asked(text)).toEqual(['docker?', 'python']);
  });
});

describe('alternatives', () => {
  test.for([
    ['AWS or Azure.', ['aws|1', 'azure|1']],
    ['FastAPI/Flask.', ['fastapi|1', 'flask|1']],
    ['Python and AWS or Azure.', ['aws|1', 'azure|1', 'python']],
    ['Python, Django or Flask.', ['django|1', 'flask|1', 'python']],
    ['A tool such as Terraform and Pulumi.', ['pulumi|1', 'terraform|1']],
    ['Jenkins or similar.', ['jenkins|1']],
    ['Python or Kotlin.', ['python|1']],
    ['Java, Go or Python.', ['python|1']],
    ['SQS/SNS.', ['aws', 'messaging']],
    ['Airflow *or* Dagster.', ['airflow|1', 'dagster|1']],
    ['At least two of Redis, Kafka and RabbitMQ.', ['kafka|1', 'rabbitmq|1', 'redis|1']],
    ['Tools like Airflow, AWS EC2, dbt.', ['airflow|1', 'aws|1', 'cloud-compute|1', 'dbt|1']],
    ['A cloud platform (AWS, Azure, GCP).', ['aws|1', 'azure|1', 'gcp|1']],
    ['Cloud services (AWS).', ['aws']],
    ['Languages such as Python, Bash or PowerShell.', ['linux|1', 'python|1']],
    ['R or pandas.', ['pandas|1']],
    ['CI (Jenkins, GitHub Actions, etc.)', ['ci-cd', 'github-actions|1', 'jenkins|1']],
    ['pytest, or the willingness to learn it.', ['pytest|1']],
    ['Experience with any cloud.', ['aws|1', 'azure|1', 'gcp|1']],
    ['Azure or another public cloud.', ['aws|1', 'azure|1', 'gcp|1']],
    ['One of the big three clouds (AWS, GCP).', ['aws|1', 'gcp|1']],
  ] as const)('%s', ([text, skills]) => {
    expect(asked(`We need this: ${text}`)).toEqual(skills);
  });
});

describe('not asked', () => {
  test.for([
    ['No AWS needed.', 'aws: negation'],
    ["We don't use Kubernetes, Helm or Istio.", 'helm: negation, kubernetes: negation'],
    ['Terraform is not required.', 'terraform: negation'],
    ['Our platform team looks after Kubernetes.', 'kubernetes: negation'],
    ['You will learn Terraform with us.', 'terraform: learn'],
    ['Our customers run Kafka.', 'kafka: company'],
    ['Benefits:\n- AWS certification', 'aws: benefit'],
    ['Similar jobs:\n- Django Developer', 'django: elsewhere'],
    ["What you won't need:\n\n- Kubernetes", 'kubernetes: negation'],
    ['Our sister team is hiring a Django developer.', 'django: elsewhere'],
    ['You must not have worked with Helm before.', 'helm: negation'],
    ['Kubernetes: none required.', 'kubernetes: negation'],
    ['Our product is built with Django.\n\nDjango is not required.', 'django: negation'],
    ['About us\n\nAcme runs on Kafka and has a data team that loves Spark.', 'kafka: company, spark: company'],
    ['Azure? There is none.', 'azure: negation'],
    ['OpenTelemetry is there, and we will show you.', 'tracing: learn'],
    ['Nobody writes CloudFormation any more.', 'cloudformation: negation'],
    ['You needn’t know MongoDB.', 'mongodb: negation'],
    ['Sick of Jenkins?', 'jenkins: negation'],
    ['The security team, which runs Vault, is a separate team.', 'secrets-management: negation'],
    ['Customers deploy with Helm.', 'helm: company'],
    ["In your first year you'll get to grips with Terraform.", 'terraform: learn'],
  ] as const)('%s', ([text, refusals]) => {
    expect(asked(text)).toEqual([]);
    expect(refused(text)).toEqual(refusals.split(', '));
  });

  test.for([
    'We spark joy and react quickly; rest assured, you take the helm.',
    'You carry a flask of coffee through the airflow of our halls.',
    'Under an azure sky, pandas at the zoo eat celery sticks.',
    'Write to jobs@aws.example or see https://docker.example/python.',
    'Click here to apply. Black Friday is coming.',
  ])('%s', (text) => {
    expect([...asked(text), ...refused(text)]).toEqual([]);
  });
});

describe('what came instead is asked', () => {
  test.for([
    ['Instead of Jenkins we use GitLab CI.', ['gitlab-ci'], ['jenkins']],
    ['We switched from Flask to FastAPI.', ['fastapi'], ['flask']],
    ['We outgrew Celery and now run Temporal.', ['temporal'], ['celery']],
    ['We replaced Airflow with Dagster.', ['dagster'], ['airflow']],
    ['Python is the language; Polars in place of pandas.', ['polars', 'python'], ['pandas']],
    ['We write SQL, unlike most teams we do not use an ORM.', ['sql'], ['orm']],
    ['Excluding Kubernetes, you describe everything in Pulumi.', ['pulumi'], ['kubernetes']],
  ] as const)('%s', ([text, wanted, left]) => {
    expect(asked(text)).toEqual(wanted);
    expect(refused(text)).toEqual(left.map((id) => `${id}: negation`));
  });
});

test.for([
  ['Experience with Helm is welcome but not essential.', ['helm?']],
  ['Airflow would be helpful though our data engineers take care of it.', ['airflow?']],
  ['You do not have to be a Docker expert.', ['docker']],
  ["You don't just click: you write pytest suites.", ['pytest']],
  ['Testing is not an afterthought: pytest and Locust.', ['load-testing', 'pytest', 'testing']],
  ['Python, Terraform, GCP or AWS, Docker.', ['aws|1', 'docker', 'gcp|1', 'python', 'terraform']],
  ['Linux, Python or Go, Kubernetes.', ['kubernetes', 'linux', 'python|1']],
] as const)('no refusal: %s', ([text, skills]) => {
  expect(asked(text)).toEqual(skills);
});

test('what is not only said is asked', () => {
  expect(asked('You know not only Python but are no stranger to Docker.')).toEqual(['docker', 'python']);
});

test('ordinary words count beside skills, and slips of the pen are mended', () => {
  expect(asked('Must: docker, airflow, spark, Kuberntes, Postgress')).toEqual([
    'airflow',
    'docker',
    'kubernetes',
    'postgresql',
    'spark',
  ]);
});

test.for([
  ['Tasks:\n- Support our customers day by day', ['communication']],
  ['Tasks:\n- Guide the interns', ['mentoring']],
  ['About us:\nWe support customers.', []],
] as const)('people: %j', ([text, skills]) => {
  expect(asked(text)).toEqual(skills);
});

test('a service brings its provider along, unless the provider is graded itself', () => {
  expect(asked('You know S3.')).toEqual(['aws', 'object-storage']);
  expect(asked('You know S3. AWS is nice to have.')).toEqual(['aws?', 'object-storage']);
});

test('a heading of one fact and a button say nothing of what follows', () => {
  expect(
    asked(
      'Engineer\n\nAPPLY NOW\n\nAcme, Berlin\n\nYou write Django.\n\nRequirements:\n- Git\n\nLocation:\nOslo\n- Redis',
    ),
  ).toEqual(['django', 'git', 'redis']);
});

test('lines of requirements that name no skill of the catalogue are told, others are not', () => {
  const text =
    'Engineer\n\nTasks:\n- Sail\n\nRequirements:\n- Python\n- A driving licence\n\nPlus:\n- COBOL\n- No Java\n\nBenefits:\n- Fruit';
  expect(readJob(text, catalogue).notUnderstood.map((line) => line.text)).toEqual([
    'A driving licence',
    'COBOL',
    'No Java',
  ]);
});

test('other languages are said, not guessed', () => {
  const { language, skills } = readJob(
    'Wir suchen für unser Team eine Entwicklerin mit Python und Docker, die gern im Büro ist.',
    catalogue,
  );
  expect({ language, skills }).toEqual({ language: 'other', skills: [] });
});

describe('tables', () => {
  test('the first cell of a row says what the row is about', () => {
    const row = (head: string, text: string): string => `<tr><th>${head}</th><td>${text}</td></tr>`;
    const page = `<h1>Engineer</h1><table>${row('Salary', '60,000')}${row('Essential experience *', 'Django<br>Redis')}${row('Asset qualifications', 'AST1: Kafka<br>AST2: Docker')}${row('Benefits', 'AWS courses')}</table>`;
    expect(asked(page)).toEqual(['django', 'docker?', 'kafka?', 'redis']);
  });
});

describe('hosts of code are servers of CI where they stand as such', () => {
  test.for([
    ['CI/CD (Jenkins, GitLab)', ['ci-cd', 'gitlab-ci', 'jenkins']],
    ['CI/CD tools such as GitHub or Bamboo', ['ci-cd', 'github-actions|1']],
    ['Jenkins/GitLab', ['gitlab-ci|1', 'jenkins|1']],
    ['Docker, GitLab, Jira', ['docker', 'git', 'issue-management']],
    ['Migrate pipelines to GitHub Actions', ['github-actions']],
  ] as const)('%s', ([line, skills]) => {
    expect(asked(`Tasks:\n- ${line}`)).toEqual(skills);
  });
});

test.for([
  ['AWS, Azure and Google', ['aws', 'azure', 'gcp']],
  ['Google Analytics', []],
  ['prefect, airflow', ['airflow', 'prefect']],
  ['Redis, AWS (or any other cloud)', ['aws|1', 'redis']],
  ['Terraform, Pulumi or whatever you like', ['pulumi|1', 'terraform|1']],
  ['You think in SQL', ['sql']],
  ['You have a strong background in: Django, Redis', ['django', 'redis']],
  ['Good shell (bash, basic Python is nice to have)', ['linux', 'python?']],
  ['Any of these would be a plus: Redis, Celery', ['celery?', 'redis?']],
  ['If you know your way around Redis we will be fighting over you', ['redis?']],
] as const)('of one line: %s', ([line, skills]) => {
  expect(asked(`Requirements:\n- ${line}`)).toEqual(skills);
});

test.for([
  ['❌ Django, Flask – there is no web front here', 'django: negation, flask: negation'],
  ['AWS-only candidates will not be considered', 'aws: negation'],
  ['Django, our office dog', 'django: company'],
  ['Docker is used by the operations team', 'docker: negation'],
] as const)('not asked in a line: %s', ([line, refusals]) => {
  expect(refused(`Requirements:\n- ${line}`).join(', ')).toBe(refusals);
});

test('a labelled line and a heading right above its text begin something new', () => {
  const text = `Engineer

Mandatory skills: Python, Django and much more of what a developer of web sites in our office knows and likes
Good to have: Redis

What we don't care about
Degrees of any kind, certificates of vendors, and whether you have ever seen Kubernetes before.`;
  expect(asked(text)).toEqual(['django', 'python', 'redis?']);
  expect(refused(text)).toEqual(['kubernetes: negation']);
});

test('letters grade where a legend says what they mean', () => {
  const text = 'Engineer\n\nSkills\nEssential (E) / Desirable (D)\n- Redis (E)\n- Docker (D)';
  expect(asked(text)).toEqual(['docker?', 'redis']);
  expect(asked('Engineer\n\nSkills\n- Docker (D)')).toEqual(['docker']);
});

test('what need not be known in whole is one list, not all around it', () => {
  const text =
    'Engineer\n\nYou have a lot of experience with Django and are at home in it.\n\nThings you will meet: Redis, Celery, Kafka. We do not expect you to know them all.';
  expect(asked(text)).toEqual(['celery?', 'django', 'kafka?', 'redis?']);
});

describe('what nobody writes takes no long time', () => {
  const many = 100_000;
  test.for([
    ['signs that end sentences', `- Python ${'!'.repeat(many)}x`],
    ['dots', `- Python ${'.'.repeat(many)}`],
    ['tabs', `- a${'\t'.repeat(many)}`],
    ['stars', `x${'*'.repeat(many)}x`],
    ['signs behind a heading', `<h1>x${':'.repeat(many)}x</h1>`],
    ['brackets in a cell', `Python | x${')'.repeat(many)}x`],
  ] as const)('%s', ([, text]) => {
    const before = performance.now();
    expect(readJob(text, catalogue).language).toBe('en');
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

test('a table of one property of a posting goes not on in that of another', () => {
  const table = (word: string) => `<table><tr><td>${word}</td><td>daily</td></tr></table>`;
  const data = { '@type': 'JobPosting', title: 'Engineer', jobBenefits: table('Gym'), skills: table('Kafka') };
  expect(asked(`<html><script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual(['kafka']);
  const cells = '<td itemprop="jobBenefits">Gym</td><td itemprop="skills">Kafka</td>';
  const page = `<div itemscope itemtype="https://schema.org/JobPosting"><table><tr>${cells}</tr></table></div>`;
  expect(asked(page)).toEqual(['kafka']);
});

test('an ellipsis behind an abbreviation ends a sentence', () => {
  expect(refused('You know Python, Flask etc... We do not use Kafka.')).toEqual(['kafka: negation']);
});

describe('a choice that something required by itself meets is not asked for once more', () => {
  test.for([
    ['Terraform is required. You know Terraform or Pulumi.', { terraform: null, pulumi: 'terraform' }],
    ['Requirements:\n- Redis\n- Redis, Kafka or Celery', { redis: null, kafka: 'redis', celery: 'redis' }],
    ['Terraform is a plus. Terraform or Pulumi is required.', { terraform: null, pulumi: null }],
    ['Requirements:\n- Terraform\n- Terraform or Pulumi\n- Pulumi', { terraform: null, pulumi: null }],
    ['Requirements:\n- Terraform\n- Terraform or Pulumi\n- Pulumi or Redis', { pulumi: null, redis: null }],
  ] as const)('%s', ([text, met]) => {
    const { skills } = readJob(text, catalogue);
    expect(Object.fromEntries(skills.map(({ id, metBy }) => [id, metBy]))).toMatchObject(met);
  });
});
