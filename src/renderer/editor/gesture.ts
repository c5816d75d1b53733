let underWay = 0;

/** Says that the pointer is dragging something over the text; until it ends, keys belong to it. Returns the way to end. */
export function beginGesture(): () => void {
  underWay++;
  let isOver = false;
  return () => {
    if (!isOver) underWay--;
    isOver = true;
  };
}

export function isGestureUnderWay(): boolean {
  return underWay > 0;
}
