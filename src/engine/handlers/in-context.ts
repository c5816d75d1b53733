import type { Mention } from '@contract/mention-in-context';
import type { NamedEvent, NamedStance } from '@contract/named-stances';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event } from '@core/model/event';
import { displayQuote } from '@core/model/fragment';
import type { Stance } from '@core/model/stance';
import { quoteInContext } from '@core/text/context';
import type { Context } from '../context';

/** Whose layer something lies in, for people. */
export function ownerOf(context: Context, layerId: string): { annotatorName: string | null; own: boolean } {
  const { annotatorId } = context.need('layer', layerId);
  return {
    annotatorName: annotatorId === null ? null : context.need('annotator', annotatorId).name,
    own: annotatorId === context.annotator.id,
  };
}

/** Mentions with all that is needed to read them outside their documents. */
export function mentionsInContext(context: Context, annotations: readonly SpanAnnotation[]): Mention[] {
  return annotations.map((annotation) => {
    const document = context.need('document', annotation.documentId);
    return {
      annotationId: annotation.id,
      documentId: document.id,
      documentName: document.metadata.title ?? document.name,
      language: document.language,
      typeId: annotation.typeId,
      entityId: annotation.entityId,
      ...ownerOf(context, annotation.layerId),
      fragments: annotation.fragments,
      ...quoteInContext(context.textOf(document.id), annotation.fragments),
    };
  });
}

/** Stances with all that is needed to read them outside their documents. */
export function namedStances(context: Context, stances: readonly Stance[]): NamedStance[] {
  return stances.map((stance) => {
    const document = context.need('document', stance.documentId);
    return {
      stance,
      documentName: document.metadata.title ?? document.name,
      language: document.language,
      ...ownerOf(context, stance.layerId),
      quote: displayQuote(context.textOf(document.id), stance.evidence),
      names: partyNames(context, stance),
    };
  });
}

/** Events with all that is needed to read them outside their documents. */
export function namedEvents(context: Context, events: readonly Event[]): NamedEvent[] {
  return events.map((event) => {
    const document = context.need('document', event.documentId);
    return {
      event,
      documentName: document.metadata.title ?? document.name,
      language: document.language,
      ...ownerOf(context, event.layerId),
      quote: displayQuote(context.textOf(document.id), event.trigger),
    };
  });
}

function partyNames(context: Context, stance: Stance): Record<string, string> {
  const names: Record<string, string> = {};
  for (const party of [stance.holder, stance.target, ...stance.sources]) {
    if (party?.kind === 'entity') names[party.id] = context.need('entity', party.id).name;
    if (party?.kind === 'proposition') names[party.id] = context.need('proposition', party.id).name;
    if (party?.kind === 'mention')
      names[party.id] = context.register.mentionText(context.need('annotation', party.id)).quote;
  }
  return names;
}
