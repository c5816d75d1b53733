import { useEffect, useRef } from 'react';

/** A chart as the library draws it. */
export function PlotDrawing({ label, draw }: { label: string; draw(): Element }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawing = draw();
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', `${label}; the table has the numbers`);
    // What is inside is read from the table.
    for (const part of drawing.querySelectorAll('[aria-label], [aria-description]')) {
      part.removeAttribute('aria-label');
      part.removeAttribute('aria-description');
    }
    place.current?.replaceChildren(drawing);
  }, [draw, label]);
  return <div className="plot" ref={place} />;
}
