import { Attributes, Origin } from '@core/model/annotation';
import { DocumentLabels } from '@core/model/appraisal';
import { Decision, DecisionTarget } from '@core/model/decision';
import { DocumentStatus, ImportSource, LanguageTag } from '@core/model/document';
import { Filler } from '@core/model/event';
import { Id, Slug } from '@core/model/ids';
import { Schema } from '@core/model/schema';
import { Grade, Party, StanceTarget } from '@core/model/stance';
import { offsetUnits } from '@core/text/offsets';
import { z } from 'zod';

/**
 * The shape of a Parley JSON file, version 1. Field names are in snake_case for the languages
 * that read it; docs/formats/parley-json-1.schema.json is made from this.
 */
const FileFragment = z
  .strictObject({
    start: z.int().min(0).describe('First character, counted in offset_unit from 0.'),
    end: z.int().min(1).describe('The character after the last, counted in offset_unit.'),
    quote: z.string().min(1).describe('The text from start to end.'),
  })
  .describe('A half-open stretch [start, end) of the text of the document.');

const FileSpan = z.strictObject({
  id: Id,
  type: Slug.describe('Id of an entity type of the schema.'),
  fragments: z
    .array(FileFragment)
    .min(1)
    .describe('In text order; more than one where the span is discontinuous.'),
  attributes: Attributes,
  note: z.string(),
  entity: Id.nullable().describe('Id of the entity that the span mentions; spans of one entity corefer.'),
  origin: Origin,
});

const FileStance = z.strictObject({
  id: Id,
  holder: Party.nullable().describe('Who takes the position; null where the text does not say.'),
  target: StanceTarget.nullable().describe('Toward whom or what.'),
  polarity: Slug.describe('Id of a polarity of the schema.'),
  intensity: Grade.nullable().describe('1 low, 2 medium, 3 high.'),
  expression: Slug.nullable(),
  modality: Slug.nullable(),
  sources: z.array(Party).describe('Who reports it, the outermost first.'),
  evidence: z.array(FileFragment),
  confidence: Grade.nullable().describe('The confidence of the annotator: 1 low, 2 medium, 3 high.'),
  note: z.string(),
  origin: Origin,
});

const FileRelation = z.strictObject({
  id: Id,
  type: Slug.describe('Id of a relation type of the schema.'),
  from: Id.describe('Id of a span of this layer.'),
  to: Id.describe('Id of a span of this layer.'),
  attributes: Attributes,
  note: z.string(),
  origin: Origin,
});

const FileEvent = z.strictObject({
  id: Id,
  type: Slug.describe('Id of an event type of the schema.'),
  trigger: z.array(FileFragment).min(1).describe('The words that tell the event, in text order.'),
  roles: z.array(
    z.strictObject({
      role: Slug.describe('Id of a role of the event type.'),
      filler: Filler.describe('A span of this layer (mention), or an entity.'),
    }),
  ),
  attributes: Attributes,
  note: z.string(),
  origin: Origin,
});

const FileLayer = z.strictObject({
  id: Id,
  kind: z.enum(['annotator', 'gold']),
  annotator: Id.nullable().describe('Whose work it is; null for the gold layer.'),
  status: DocumentStatus,
  labels: DocumentLabels.describe('Values of the document as a whole, by document label of the schema.'),
  note: z.string().describe('On the document as a whole.'),
  spans: z.array(FileSpan),
  stances: z.array(FileStance),
  relations: z.array(FileRelation),
  events: z.array(FileEvent),
});

const FileDecision = z
  .strictObject({
    id: Id,
    targets: z
      .array(
        z.strictObject({
          kind: DecisionTarget.shape.kind,
          id: Id,
          label: DecisionTarget.shape.label.describe('The document label, for an appraisal.'),
          revision: DecisionTarget.shape.revision.describe('Hash of what the record said then.'),
        }),
      )
      .describe("The annotators' records that it was about; they are in the file where their layers are."),
    class: Decision.shape.class.describe('How they differed.'),
    verdict: Decision.shape.verdict,
    results: z.array(Id).describe('What came of it in the gold layer.'),
    adjudicator: Id,
    time: z.string().describe('ISO 8601, UTC.'),
    rationale: z.string(),
    schema_version: Id.describe('The version of the schema in force then.'),
    view: Decision.shape.view.describe("Whether the adjudicator saw the annotators' names."),
  })
  .describe('What an adjudicator decided about one place where annotators agree or differ.');

const FileComment = z
  .strictObject({
    id: Id,
    thread: Id.describe('Id of the comment that the thread begins with; of that one its own.'),
    target: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('document') }),
      z.strictObject({ kind: z.literal('span'), fragments: z.array(FileFragment) }),
      z.strictObject({ kind: z.enum(['annotation', 'stance', 'relation', 'event']), id: Id }),
    ]),
    annotator: Id,
    text: z.string(),
    mentions: z.array(Id).describe('Annotators named in the text after an @.'),
    time: z.string().describe('ISO 8601, UTC.'),
    edited: z.string().nullable().describe('ISO 8601, UTC.'),
    resolved: z.strictObject({ annotator: Id, time: z.string() }).nullable(),
  })
  .describe('What somebody said, in a thread with others.');

export const FileDocument = z.strictObject({
  id: Id,
  name: z.string(),
  language: LanguageTag.describe("BCP 47 tag, 'und' where unknown."),
  direction: z.enum(['ltr', 'rtl']),
  sha256: z.string().describe('SHA-256 of the text in UTF-8, in hex.'),
  length: z.int().min(0).describe('Length of the text in offset_unit.'),
  text: z.string().optional().describe('Left out where the export was made without texts.'),
  metadata: z.record(z.string(), z.string()),
  tags: z.array(z.string()),
  source: z
    .strictObject({
      file_name: ImportSource.shape.fileName,
      sha256: ImportSource.shape.sha256,
      encoding: ImportSource.shape.encoding,
      byte_order_mark: ImportSource.shape.byteOrderMark,
      removed_nulls: ImportSource.shape.removedNulls,
      replaced: ImportSource.shape.replaced,
    })
    .nullable(),
  layers: z.array(FileLayer),
  decisions: z.array(FileDecision).optional().describe('In the order of time; only beside a gold layer.'),
  comments: z.array(FileComment).optional().describe('In the order of time; only where they were asked for.'),
});
export type FileDocument = z.infer<typeof FileDocument>;

const FileEntity = z.strictObject({
  id: Id,
  name: z.string(),
  type: Slug.nullable(),
  aliases: z.array(z.string()),
  external_ids: z.array(z.strictObject({ scheme: Slug, value: z.string() })),
  note: z.string(),
});

export const ParleyJson = z
  .strictObject({
    format: z.literal('parley'),
    version: z.literal(1),
    generator: z.strictObject({ name: z.literal('Parley'), version: z.string() }),
    offset_unit: z
      .enum(offsetUnits)
      .describe("What offsets count: Unicode code points (Python's str), UTF-16 code units, or UTF-8 bytes."),
    project: z.strictObject({ id: Id, name: z.string(), guidelines: z.string() }),
    schema: Schema,
    annotators: z.array(z.strictObject({ id: Id, name: z.string() })),
    entities: z.array(FileEntity),
    propositions: z.array(z.strictObject({ id: Id, name: z.string(), note: z.string() })),
    documents: z.array(FileDocument),
  })
  .describe('A labelled dataset as Parley exports it.');
export type ParleyJson = z.infer<typeof ParleyJson>;

/** The published JSON Schema (draft 2020-12) of a Parley JSON file. */
export function parleyJsonSchema(): unknown {
  return {
    title: 'Parley JSON, version 1',
    ...z.toJSONSchema(ParleyJson, { target: 'draft-2020-12', io: 'output' }),
  };
}
