import { describe, expect, it } from 'vitest';
import { statementLines } from './statement-lines.ts';

const source = `\
table.put_item(
    Item={"id": 1},
)
for page in client.get_paginator(
    "list_users"
).paginate():
    print(page)
    if (client.get_user()
            or other):
        pass
    elif client.get_role():
        pass
@retry(
    client.get_group()
)
def f(
    a=client.list_roles(),
):
    with a() as b, \\
            c():
        return (b
            .close())
try:
    pass
except (
    client.exceptions.NoSuchEntity
):
    one(); two(
    )
match client.get(
    1):
    case 1 if (
        a):
        pass
`;

const cases: readonly [line: number, range: readonly [number, number], what: string][] = [
  [2, [1, 3], 'a call over lines'],
  [4, [4, 6], 'the header of a for'],
  [7, [7, 7], 'its body'],
  [9, [8, 9], 'the test of an if'],
  [11, [11, 11], 'an elif'],
  [14, [13, 15], 'a decorator'],
  [17, [16, 17], 'a default'],
  [20, [19, 20], 'the items of a with'],
  [22, [21, 22], 'a method on a line of its own'],
  [26, [25, 26], 'what is caught'],
  [28, [28, 29], 'two statements of one line'],
  [31, [30, 31], 'the subject of a match'],
  [33, [32, 33], 'a guard'],
  [99, [99, 99], 'no statement'],
];

describe('statementLines', () => {
  const lines = statementLines(new TextEncoder().encode(source));

  it.each(cases)('line %i is in %j: %s', (line, [first, last]) => {
    expect(lines(line)).toEqual({ first, last });
  });
});
