import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAdvertisement } from './read-advertisement.ts';

/** Blocks in short: the first letter of the kind, what it is about where the markup says so, and the text. */
function read(text: string): { title: string | null; blocks: string[] } {
  const { title, blocks } = readAdvertisement(text);
  const short = blocks.map(({ kind, section, cell, text: shown }) => {
    const place = cell === undefined ? '' : `${cell.row}.${cell.column} `;
    return `${kind[0]}${section === undefined ? '' : ` ${section}`}: ${place}${shown.text}`;
  });
  return { title: title?.text ?? null, blocks: short };
}

const script = (data: unknown): string => `<html><script type="application/ld+json">${JSON.stringify(data)}</script>`;
const posting = { '@type': 'JobPosting', title: 'Engineer', description: 'Python.', skills: ['AWS.', 'Git.'] };
const asRead = { title: 'Engineer', blocks: ['t open: Python.', 't required: AWS.', 't required: Git.'] };

describe('JSON-LD', () => {
  test.for([
    ['by itself', posting],
    ['in a list', [{ '@type': 'Organization' }, posting]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, posting] }],
    ['with a list of types', { ...posting, '@type': ['Thing', 'https://schema.org/JobPosting'] }],
    ['the longest of several', [{ ...posting, description: '' }, posting]],
  ] as const)('%s', ([, data]) => {
    expect(read(script(data))).toEqual(asRead);
  });

  const list = '<ul><li>Docker</li><li>AWS</li></ul>';
  test.for([
    ['a teaser', JSON.stringify({ ...posting, description: 'We hire.', skills: [] })],
    ['broken off', '{"@type":"JobPosting","description":"Python'],
  ] as const)('%s counts less than the page', ([, data]) => {
    const page = `<script type="application/ld+json">${data}</script><h1>Engineer</h1>${list}`;
    expect(read(page)).toEqual({ title: 'Engineer', blocks: ['i: Docker', 'i: AWS'] });
  });

  test('broken off with nothing beside it: what there is, and that it is not all', () => {
    const { whole, blocks } = readAdvertisement(
      '<html><script type="application/ld+json">{"@type":"JobPosting","description":"Python and AWS.\n',
    );
    expect([whole, blocks.length]).toEqual([false, 1]);
  });

  test('raw line breaks are let pass', () => {
    const data = '{"@type":"JobPosting","description":"Python.\nAWS.","title":"Engineer"}';
    expect(read(`<html><script type="application/ld+json">${data}</script>`)).toEqual({
      title: 'Engineer',
      blocks: ['t open: Python. AWS.'],
    });
  });

  test('HTML in it, escaped twice', () => {
    const description = '&amp;lt;ul&amp;gt;&amp;lt;li&amp;gt;Python&amp;lt;/li&amp;gt;&amp;lt;/ul&amp;gt;';
    expect(read(script({ ...posting, description, skills: [] })).blocks).toEqual(['i open: Python']);
  });

  test.for(['{"@type": "JobPosting"', '[', '', '{"@type": "Organization", "description": "Python"}'])(
    'without a posting the page counts: %s',
    (data) => {
      const page = `<script type="application/ld+json">${data}</script><h1>Engineer</h1><p>AWS</p>`;
      expect(read(page)).toEqual({ title: 'Engineer', blocks: ['t: AWS'] });
    },
  );
});

describe('names that every object has are elements and properties like others', () => {
  test.for(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('%s', (name) => {
    const data = script({ ...posting, [name]: 'Kafka '.repeat(200) });
    expect(read(data)).toEqual(asRead);
    expect(read(`<h1>Engineer</h1><${name}>Python</${name}><p>AWS`).blocks).toEqual(['t: Python', 't: AWS']);
    const marked = `<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Engineer</h1>
      <p itemprop="skills">Python</p><p itemprop="${name}">Kafka</p></div>`;
    expect(read(marked).blocks).toEqual(['t required: Python']);
  });
});

test('tables and their rows are counted over all properties of a posting', () => {
  const table = (...words: readonly string[]) =>
    `<table>${words.map((word) => `<tr><td>${word}</td></tr>`).join('')}</table>`;
  const data = { ...posting, description: table('Python', 'Git'), skills: ['AWS\tmust', table('Redis')] };
  const cells = readAdvertisement(script(data)).blocks.map(({ cell }) => [cell?.table, cell?.row]);
  expect(cells).toEqual([
    [1, 1],
    [1, 2],
    [2, 3],
    [2, 3],
    [3, 4],
  ]);
});

test('microdata: properties say what their texts are about', () => {
  const page = `<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Engineer</h1>
    <p itemprop="qualifications">Python</p><p itemprop="jobBenefits">Gym</p>
    <p itemprop="hiringOrganization" itemscope><b itemprop="description">Kafka</b></p></div><p>Django jobs</p>`;
  expect(read(page)).toEqual({ title: 'Engineer', blocks: ['t required: Python', 't benefit: Gym'] });
});

describe('tables', () => {
  const cells = ['t: 1.1 Python', 't: 1.2 must', 't: 2.1 AWS', 't: 2.2 nice'];

  test('of HTML, end tags left out', () => {
    expect(read('<table><tr><td>Python<td>must<tr><td>AWS<td>nice</table>').blocks).toEqual(cells);
  });

  test.for(['Python | must\nAWS | nice', 'Python\tmust\nAWS\tnice'])('of text: %j', (text) => {
    expect(readAdvertisement(text).blocks.map((block) => block.text.text)).toEqual(['Python', 'must', 'AWS', 'nice']);
  });
});

test('navigation, scripts, comments and what is hidden are not read', () => {
  const page = `<nav>Kafka</nav><h1>Engineer</h1><style>Redis</style><!-- Helm --><p hidden>Celery</p>
    <p style="display: none">dbt</p><p>Python</p><footer>Spark</footer><script>Django`;
  expect(read(page)).toEqual({ title: 'Engineer', blocks: ['t: Python'] });
});

describe('what a page leaves out or adds around', () => {
  test.for([
    ['the end of the head', '<html><head><title>x</title><h1>Engineer</h1><ul><li>Python</ul>', ['i: Python']],
    [
      'ends of terms',
      '<h1>Engineer</h1><dl><dt>Must<dd>Python<dt>Grade<dd>7</dl>',
      ['h: Must', 't: Python', 'h: Grade', 't: 7'],
    ],
    ['a menu in a header', '<header><ul><li>REST docs</ul></header><h1>Engineer</h1><p>Python', ['t: Python']],
    ['a dialog', '<div role="dialog">Kafka</div><h1>Engineer</h1><p>Python', ['t: Python']],
    ['other parts than the main one', '<p>Kafka</p><main><h1>Engineer</h1><p>Python</main><p>dbt</p>', ['t: Python']],
  ] as const)('%s', ([, page, blocks]) => {
    expect(read(page)).toEqual({ title: 'Engineer', blocks });
  });
});

test.for([
  [
    'a mark alone on its line',
    'You bring:\n\n•\nPython\n\n•\n\nAWS and\nDocker',
    ['h: You bring:', 'i: Python', 'i: AWS and Docker'],
  ],
  ['marks of word processors', 'You bring:\n➢ Python\n\uf0b7 AWS', ['h: You bring:', 'i: Python', 'i: AWS']],
] as const)('%s', ([, text, blocks]) => {
  expect(read(text).blocks).toEqual(blocks);
});

test.for([
  ['Agency for Water\n\nSoftware Developer, Forecasts\n\nWe measure rivers.', 'Software Developer, Forecasts'],
  ['Acme\n\nWe measure rivers.', 'Acme'],
  ['We look for an engineer who measures rivers.', null],
] as const)('the title of %j', ([text, title]) => {
  expect(read(text).title).toBe(title);
});

test('each character knows where it stood', () => {
  const page = '<h1>Engineer</h1><p>Py&shy;thon &amp; <b>AWS</b></p>';
  const text = readAdvertisement(page).blocks[0]?.text;
  expect(text?.text).toBe('Python & AWS');
  expect(page.slice(text?.origin(text.text.indexOf('AWS')))).toMatch(/^AWS/);
});

describe('what is too long', () => {
  test.for([
    ['text', 'Python '.repeat(50_000)],
    ['paragraphs', '<p>Python</p>'.repeat(50_000)],
    ['a table', `<table>${'<tr><td>Python</td></tr>'.repeat(50_000)}`],
    ['JSON-LD', script({ ...posting, description: 'Python '.repeat(50_000) })],
    ['HTML in JSON-LD', script({ ...posting, description: '<p>Python</p>'.repeat(15_000) })],
    ['scripts', `<p>Python</p>${'<script type="application/ld+json">{}</script>'.repeat(60)}`],
    ['lines', 'Go\n'.repeat(60_000)],
    ['lines in JSON-LD', script({ ...posting, description: 'Go\n'.repeat(60_000) })],
  ] as const)('%s is read in part, and that is said', ([, text]) => {
    const { whole, blocks } = readAdvertisement(text);
    expect(whole).toBe(false);
    expect(blocks.reduce((sum, block) => sum + block.text.text.length, 0)).toBeLessThanOrEqual(260_000);
  });

  test.for(['Python', '<p>Python</p>', script(posting), `Python${'\n'.repeat(400_000)}`])('not so: %#', (text) => {
    expect(readAdvertisement(text).whole).toBe(true);
  });

  test('blank lines are no lines that count', () => {
    const { whole, blocks } = readAdvertisement(`Engineer\n${'\n \n'.repeat(60_000)}- Kafka`);
    expect([whole, blocks.map(({ text }) => text.text)]).toEqual([true, ['Kafka']]);
  });
});

const piece = fc.constantFrom(
  ...'< > </ <p> </p> <li> <ul> <table> <tr> <td> <script> </script> <!-- --> <b> <h2> & &amp; &#0; &lt; " \' = { } [ ] : , \\u00 \\'.split(
    ' ',
  ),
  '<script type="application/ld+json">',
  '"@type":"JobPosting"',
  '"description":',
  ' itemscope itemtype="JobPosting"',
  '\n',
  '\t',
  ' | ',
  'Python',
  '\u00ad',
  '\ud800',
);
const jumble = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''));

test('whatever comes is read, and every block stands in the text', () => {
  fc.assert(
    fc.property(jumble, (text) => {
      for (const { text: shown } of readAdvertisement(text).blocks) {
        if (shown.text === '') continue; // a cell of a table may be empty
        expect(shown.origin(0)).toBeGreaterThanOrEqual(0);
        expect(shown.origin(shown.text.length - 1)).toBeLessThan(text.length);
      }
    }),
    { numRuns: 500 },
  );
});
