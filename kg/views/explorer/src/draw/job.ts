// Long work over several frames.

export interface Job {
  /** Do the rest at once. */
  finish(): void;
  cancel(): void;
}

/** Begins after the present task, takes about `share` milliseconds of a frame at most, and says how long it worked in all. */
export function job<T>(steps: Generator<void, T>, share: number, done: (result: T, worked: number) => void): Job {
  let frame = 0;
  let worked = 0;
  let over = false;
  const work = (most: number) => {
    if (over) return;
    const began = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - began < most) step = steps.next();
    worked += performance.now() - began;
    if (step.done) {
      over = true;
      done(step.value, worked);
    } else frame = requestAnimationFrame(() => work(share));
  };
  const self: Job = {
    finish() {
      cancelAnimationFrame(frame);
      work(Infinity);
    },
    cancel() {
      over = true;
      cancelAnimationFrame(frame);
    },
  };
  queueMicrotask(() => work(share));
  return self;
}
