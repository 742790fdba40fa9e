const restOutOfViewMs = 16;

export type WhenSeen = {
  /** At once while the element is in view; out of view once the frame is out and nothing more came. */
  ask(): void;
  stop(): void;
};

/** Runs work for an element, so that a slider step pays only for what is seen. */
export function whenSeen(element: Element | null, work: () => void): WhenSeen {
  let inView = true;
  let due = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const run = () => {
    due = false;
    work();
  };
  const cancel = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  // From the frame on: a step that takes long must reach the screen before this begins.
  const runAtRest = () => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(run, restOutOfViewMs);
    });
  };
  const observer = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    if (inView && due) run();
  });
  if (element) observer.observe(element);
  return {
    ask() {
      cancel();
      due = true;
      if (inView) run();
      else runAtRest();
    },
    stop() {
      observer.disconnect();
      cancel();
    },
  };
}
