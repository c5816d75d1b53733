import { defaultMarkingRules } from '@core/text/stretch';
import { expect, test } from 'vitest';
import {
  defaultMarking,
  labelKey,
  Marking,
  rulesFor,
  withRule,
} from '../../../src/renderer/data/marking-rules';

const place = labelKey('news', 'place');

test('a label has the rules of all labels, but for those of its own', () => {
  const own = withRule(defaultMarking, place, 'snap', 'grapheme');
  expect(rulesFor(own, 'news', 'place')).toEqual({ ...defaultMarkingRules, snap: 'grapheme' });
  expect(rulesFor(own, 'news', 'person')).toEqual(defaultMarkingRules);
  expect(rulesFor(own, 'other', 'place')).toEqual(defaultMarkingRules);
  const changed = withRule(own, null, 'trimSpace', false);
  expect(rulesFor(changed, 'news', 'place')).toEqual({
    snap: 'grapheme',
    trimSpace: false,
    trimPunctuation: true,
  });
});

test('a label without rules of its own is not listed, and what is kept is read again', () => {
  const own = withRule(defaultMarking, place, 'snap', 'grapheme');
  expect(Marking.parse(JSON.parse(JSON.stringify(own)))).toEqual(own);
  expect(withRule(own, place, 'snap', undefined)).toEqual(defaultMarking);
});
