import type { EditorView } from '@codemirror/view';

/**
 * Where the origin of a layer of the editor lies in the window, in CSS pixels: what has the window
 * coordinates x and y stands at x - left and y - top in the layer. In texts from right to left the
 * scroll bar stands at the left.
 */
export function layerOrigin({ scrollDOM }: EditorView): { left: number; top: number } {
  const { left, top } = scrollDOM.getBoundingClientRect();
  return {
    left: left + scrollDOM.clientLeft - scrollDOM.scrollLeft,
    top: top + scrollDOM.clientTop - scrollDOM.scrollTop,
  };
}
