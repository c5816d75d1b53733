import type { Document } from '@core/model/document';
import { type ReactNode, useEffect } from 'react';
import { useDocumentStyle } from '../theme/text-style';
import { editorView } from './control';

/** Sets the text inside as its script and the person's settings want it. */
export function TextFrame({ document, children }: { document: Document; children: ReactNode }) {
  const style = useDocumentStyle(document);
  const measures = Object.values(style).join(' ');
  // The editor keeps heights of lines; no event tells it that a style has changed them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect is for each change of the style
  useEffect(() => editorView()?.requestMeasure(), [measures]);
  return (
    <div className="text-frame" style={style}>
      {children}
    </div>
  );
}
