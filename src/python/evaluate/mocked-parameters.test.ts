import { expect, test } from 'vitest';
import { reveal } from '../standard-library/testing/reveal.ts';

const mock = 'unittest.mock.MagicMock()';
const unknown = '?parameter-of-entry-point';

test.each<[string, string, string[]]>([
  ['a function', "@patch('a.b')\ndef test_it(m, x): reveal(m); reveal(x)", [mock, unknown]],
  ['several', "@mock.patch('a.b')\n@patch.object(c, 'd')\ndef test_it(m, n): reveal(m); reveal(n)", [mock, mock]],
  ['a method', "class T:\n  @patch('a.b')\n  def test_it(self, m): reveal(m)", [mock]],
  ['the tests of a class', "@patch('a.b')\nclass T:\n  def test_it(self, m): reveal(m)", [mock]],
  ['no other methods', "@patch('a.b')\nclass T:\n  def make(self, m): reveal(m)", [unknown]],
  ['nothing where the new value is given', "@patch('a.b', new=1)\ndef test_it(m): reveal(m)", [unknown]],
  ['nor by position', "@patch.object(c, 'd', 1)\ndef test_it(m): reveal(m)", [unknown]],
  ['none for a dictionary', "@patch.dict('os.environ', A='b')\ndef test_it(m): reveal(m)", [unknown]],
])('a mock is passed to %s', (_, code, values) => {
  expect(reveal(`from unittest import mock\nfrom unittest.mock import patch\n${code}\n`)).toEqual(values);
});

test('the mocks of a plugin are external', () => {
  expect(reveal("def test_it(mocker): reveal(mocker.patch('a.b').get_object())")).toEqual([
    'pytest_mock.MockerFixture().patch().get_object()',
  ]);
});
