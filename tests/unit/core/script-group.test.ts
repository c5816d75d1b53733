import { scriptGroupOf } from '@core/text/script-group';
import { expect, test } from 'vitest';

test.each([
  ['ur', 'rtl', 'nastaliq'],
  ['ur-PK', 'rtl', 'nastaliq'],
  ['ur-Latn', 'ltr', 'latin'],
  ['fa-Aran', 'rtl', 'nastaliq'],
  ['fa', 'rtl', 'arabic'],
  ['ps-AF', 'rtl', 'arabic'],
  ['AR', 'rtl', 'arabic'],
  ['he', 'rtl', 'latin'],
  ['zh-Hant', 'ltr', 'cjk'],
  ['ja', 'ltr', 'cjk'],
  ['tr', 'ltr', 'latin'],
  ['und', 'rtl', 'arabic'],
  ['und', 'ltr', 'latin'],
] as const)('a text in %s, %s, is set as %s', (language, direction, group) => {
  expect(scriptGroupOf(language, direction)).toBe(group);
});
