import { useEffect, useLayoutEffect, useRef } from 'react';

/** Name of the User Timing entries from an input event to the moment its preview is in the document. */
export const PREVIEW_MEASURE = 'dragonfly-preview';

/**
 * Leaves a `performance` entry each time an input event has led to another preview in the document, so that the time
 * somebody waits for it can be read from outside.
 */
export function usePreviewMeasure(preview: unknown): void {
  const inputAt = useRef<number>();
  useEffect(() => {
    const noteInput = (event: Event) => {
      inputAt.current = event.timeStamp;
    };
    // While capturing, so that the work of the form itself is in the measure.
    document.addEventListener('input', noteInput, { capture: true });
    return () =>
      document.removeEventListener('input', noteInput, { capture: true });
  }, []);
  useLayoutEffect(() => {
    // jsdom, where others test their apps, has no User Timing.
    if (inputAt.current !== undefined && 'measure' in performance) {
      performance.measure(PREVIEW_MEASURE, {
        start: inputAt.current,
        end: performance.now(),
      });
      inputAt.current = undefined;
    }
  }, [preview]);
}
