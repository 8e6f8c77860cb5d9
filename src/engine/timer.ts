/** Tells a listener how long each phase took; without a listener it does nothing. */
export function startTimer(listener: ((phase: string, milliseconds: number) => void) | undefined): {
  lap(phase: string): void;
} {
  let last = performance.now();
  return {
    lap(phase) {
      const now = performance.now();
      listener?.(phase, now - last);
      last = now;
    },
  };
}
