import type { Work } from '../context';

/** Others are let in after so many milliseconds of counting. */
const SLICE = 25;

/** Lets others in where it is time; says whether it was. @throws ParleyError 'cancelled' */
export function breather(work: Work): () => Promise<boolean> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return false;
    await work.breathe();
    began = performance.now();
    return true;
  };
}
