import { type Sample, sample } from '../sample.ts';

/** A tool under measurement, as its page offers it. */
export interface Tool {
  /** Shows a text with its marks. */
  open(given: Sample): void | Promise<void>;
  /** Are marks of the visible part on the screen? */
  isShown(): boolean;
  /** Makes one more mark at a stretch that is visible. */
  mark(start: number, end: number): void;
  /** Is the mark that was made last on the screen? */
  isMarked(): boolean;
  /** What scrolls. */
  scroller(): Element;
  /** An offset that is visible now. */
  visibleOffset(): number;
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Resolves when what is drawn now has been painted. */
async function painted(): Promise<void> {
  await frame();
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await frame();
  await painted();
}

export interface Scrolling {
  frames: number[];
}

/** What the benchmark calls in the page. */
export interface Bench {
  open(length: number, count: number): Promise<number>;
  mark(times: number): Promise<{ milliseconds: number; frames: number }[]>;
  scroll(milliseconds: number): Promise<number[]>;
  size(): { heap: number; nodes: number };
}

export function offer(tool: Tool): void {
  const bench: Bench = {
    async open(length, count) {
      const given = sample(length, count);
      await painted();
      const began = performance.now();
      await tool.open(given);
      await until(() => tool.isShown());
      return performance.now() - began;
    },
    async mark(times) {
      const results = [];
      for (let time = 0; time < times; time++) {
        await painted();
        const start = tool.visibleOffset() + time * 7;
        const began = performance.now();
        let frames = 0;
        let counting = true;
        const count = () => {
          frames++;
          if (counting) requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
        tool.mark(start, start + 12);
        await until(() => tool.isMarked());
        counting = false;
        results.push({ milliseconds: performance.now() - began, frames });
      }
      return results;
    },
    async scroll(milliseconds) {
      const frames: number[] = [];
      const scroller = tool.scroller();
      const step = Math.max(40, Math.min(400, (scroller.scrollHeight / milliseconds) * 16));
      let last = await frame();
      for (const end = last + milliseconds; last < end; ) {
        scroller.scrollTop += step;
        const now = await frame();
        frames.push(now - last);
        last = now;
      }
      return frames;
    },
    size() {
      (globalThis as { gc?: () => void }).gc?.();
      const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
      return { heap: memory.usedJSHeapSize, nodes: document.querySelectorAll('*').length };
    },
  };
  Object.assign(window, { bench });
}
