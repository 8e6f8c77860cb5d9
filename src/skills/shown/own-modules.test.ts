import { expect, test } from 'vitest';
import { openOwnModules } from './own-modules.ts';

const files = [
  'src/shop/__init__.py',
  'src/shop/cart.py',
  'src/shop/pay/__init__.py',
  'src/shop/pay/card.py',
  'one/app.py',
  'two/app.py',
  'two/tests/test_app.py',
  'tests/test_cart.py',
];

test.each([
  ['shop.cart', 'tests/test_cart.py', 'src/shop/cart.py', ''],
  ['shop.cart.Cart.total', 'tests/test_cart.py', 'src/shop/cart.py', 'Cart.total'],
  ['shop.Cart', 'tests/test_cart.py', 'src/shop/__init__.py', 'Cart'],
  ['.cart', 'src/shop/__init__.py', 'src/shop/cart.py', ''],
  ['..cart.Cart', 'src/shop/pay/card.py', 'src/shop/cart.py', 'Cart'],
  ['app.handler', 'two/tests/test_app.py', 'two/app.py', 'handler'],
])('%s in %s is %s', (path, from, file, rest) => {
  expect(openOwnModules(files).locate(path, from)).toMatchObject({ file, rest });
});

test.each([
  ['os.path', 'src/shop/cart.py'],
  ['cart', 'src/shop/pay/card.py'],
  ['....above', 'src/shop/cart.py'],
  ['app.handler', 'tests/test_cart.py'],
])('%s in %s is none of the project', (path, from) => {
  expect(openOwnModules(files).locate(path, from)).toBeUndefined();
});

test('what is relative has a name from outside', () => {
  const { absolute } = openOwnModules(files);
  expect(absolute('..cart.Cart', 'src/shop/pay/card.py')).toBe('shop.cart.Cart');
  expect(absolute('.app', 'one/app.py')).toBeUndefined();
});
