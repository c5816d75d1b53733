import { useEffect, useRef } from 'react';
import { workProgress } from '../data/work-progress';

/** Options for a long call whose progress the window shows; it is cancelled when its dialog goes away. */
export function useLongWork() {
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    begin() {
      controller.current?.abort();
      controller.current = new AbortController();
      workProgress.set(null);
      return { signal: controller.current.signal, onProgress: workProgress.set };
    },
    cancel: () => controller.current?.abort(),
  };
}
