import type { Rule } from '../rule';
import { attribute } from './attribute';
import { cutWord } from './cut-word';
import { documentLabel } from './document-label';
import { duplicate } from './duplicate';
import { entityType } from './entity-type';
import { join } from './join';
import { missingAttribute } from './missing-attribute';
import { missingParty } from './missing-party';
import { noEvidence } from './no-evidence';
import { overlap } from './overlap';
import { role } from './role';
import { unknownLabel } from './unknown-label';
import { unknownTerm } from './unknown-term';

/** Every rule, in the order in which lists show them. */
export const rules: readonly Rule[] = [
  unknownLabel,
  attribute,
  missingAttribute,
  overlap,
  duplicate,
  entityType,
  cutWord,
  missingParty,
  unknownTerm,
  noEvidence,
  join,
  role,
  documentLabel,
];
