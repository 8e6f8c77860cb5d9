import { describe, expect, test } from 'vitest';
import {
  hasPlaceholder,
  inCode,
  inData,
  isMasked,
  maskPlaceholders,
  standsForValue,
  stretches,
} from './placeholders.ts';

/** The masked text with `…` for each stretch of letters that stand in, so that tables can be read. */
function shown(text: string): string {
  return maskPlaceholders(text, inData).text.replaceAll(/\uE000+/g, '…');
}

describe('masking', () => {
  test.each([
    ['nothing of the kind', 'a: { b: { c: 1 } }', 'a: { b: { c: 1 } }'],
    ['Jinja', 'a: {{ b }}', 'a: …'],
    ['Go templates with a mapping in them', 'a: {{ f {"b" "c"} }}-d', 'a: …-d'],
    ['double percent', 'a: x-%%NAME%%', 'a: x-…'],
    ['ERB', 'a: <%= b %>', 'a: …'],
    ['statements in a line', 'a: {% if b %}c{% endif %}', 'a: …c…'],
    ['dynamic references of CloudFormation stay', 'a: {{resolve:ssm:/b}}', 'a: {{resolve:ssm:/b}}'],
    ['lines of statements', '{% if a %}\nb: 1\n  {% endif %}', '          \nb: 1\n             '],
    ['lines of control', '{{- if .A }}\nb: 1\n{{- end }}', '            \nb: 1\n          '],
    ['lines of insertions', 'a:\n  {{ b }}\n  c: 1', 'a:\n  #…\n  c: 1'],
    ['an item of a list', '- {{ b }}', '- …'],
    ['comments', 'a: 1 {{/* {b}\n c */}}\nd: {# e {f} #}2', 'a: 1         \n       \nd:            2'],
    ['what never ends', 'a: {{ b\nc: {% d\n', 'a: {{ b\nc: {% d\n'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(maskPlaceholders(text, inData).text).toHaveLength(text.length);
  });

  test('says where letters stand in, and whether lines are made', () => {
    const code = maskPlaceholders('x = {{ a }}\n%%B%%\n{% if c %}\n', inCode);
    expect(code.text).toBe('x = _______\n_____\n          \n');
    expect(code.placeholders).toEqual([
      { start: 4, end: 11 },
      { start: 12, end: 17 },
    ]);
    expect(code.isOpen).toBe(true);
    expect(maskPlaceholders('x = {{ a }}', inCode).isOpen).toBe(false);
  });

  test.each(['{{', '{%', '{#', '{{/*', '{%a%}', '{{ if a }}', '%%a', '<%', '{{a{b}', '{ {', '{{/**', '{#{'])(
    'takes linear time for many of %s',
    (part) => {
      const text = part.repeat(200_000);
      const start = performance.now();
      expect(maskPlaceholders(`${text}x`, inData).text).toHaveLength(text.length + 1);
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );
});

test('stretches tell placeholders from the text around them', () => {
  const { text } = maskPlaceholders('a: x-{{ b }}-y', inData);
  expect(stretches(text).map(({ isPlaceholder }) => isPlaceholder)).toEqual([false, true, false]);
  expect([isMasked(text), isMasked('a')]).toEqual([true, false]);
});

test.each([
  ['a-{{ b }}', true],
  ['%%A%%', true],
  ['a {b}', false],
  ['{{ a\n}}', false],
])('%j holds a placeholder: %s', (text, expected) => expect(hasPlaceholder(text)).toBe(expected));

test.each([
  ['a: {{ b }}', true],
  ['a: "{{ b }}"', false],
  ['a: {{resolve:ssm:/b}}', false],
])('%j stands for a value: %s', (text, expected) => expect(standsForValue(text)).toBe(expected));
