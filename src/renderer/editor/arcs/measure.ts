import type { EditorView } from '@codemirror/view';
import { type Fragments, hull } from '@core/model/fragment';
import { layerOrigin } from '../layer-origin';
import type { Connection } from './connections';
import type { Box, Field } from './route';

/** The connections with an end on the screen or half a screen above or below. */
export function nearScreen(view: EditorView, connections: readonly Connection[]): Connection[] {
  const screen = view.scrollDOM.getBoundingClientRect();
  const { left, right } = view.contentDOM.getBoundingClientRect();
  const margin = screen.height / 2;
  const at = (x: number, y: number) => view.posAtCoords({ x, y }, false);
  const [a, b] = [at(left, screen.top - margin), at(right, screen.bottom + margin)];
  const isNear = (fragments: Fragments) => {
    const { start } = hull(fragments);
    return start >= Math.min(a, b) && start <= Math.max(a, b);
  };
  return connections.filter(({ from, to }) => isNear(from) || isNear(to));
}

/** The box of the first line of a stretch; null where it is not drawn. */
export function measureBox(view: EditorView, fragments: Fragments): Box | null {
  const { start } = hull(fragments);
  const { from, to } = view.viewport;
  if (start < from || start > to) return null;
  const first = view.coordsAtPos(start, 1);
  const last = view.coordsAtPos(Math.min(fragments[0]!.end, to), -1);
  if (!first) return null;
  const origin = layerOrigin(view);
  const sameLine = last && Math.abs(last.top - first.top) < 4;
  const width = 16;
  const other = sameLine ? last.left : first.left + (view.textDirectionAt(start) === 1 ? -width : width);
  return {
    left: Math.min(first.left, other) - origin.left,
    right: Math.max(first.left, other) - origin.left,
    top: first.top - origin.top,
  };
}

/** Where arcs may run. @param lift what names over a line take, in pixels */
export function fieldOf(view: EditorView, lift: number): Field {
  const origin = layerOrigin(view);
  const content = view.contentDOM.getBoundingClientRect();
  const style = getComputedStyle(view.contentDOM);
  const blocks = view.viewportLineBlocks;
  const { top: padding } = view.documentPadding;
  return {
    left: content.left + Number.parseFloat(style.paddingLeft) - origin.left,
    right: content.right - Number.parseFloat(style.paddingRight) - origin.left,
    lift,
    top: (blocks[0]?.top ?? 0) + padding,
    bottom: (blocks.at(-1)?.bottom ?? 0) + padding,
  };
}
