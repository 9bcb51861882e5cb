// Long work over several frames.

export interface Job {
  /** Do the rest at once. */
  finish(): void;
  cancel(): void;
}

const PAUSE = 10;

/** Begins at once, takes at most about `PAUSE` milliseconds of a frame, and says how long it worked in all. */
export function job<T>(steps: Generator<void, T>, done: (result: T, worked: number) => void): Job {
  let frame = 0;
  let worked = 0;
  let over = false;
  const work = (pause: number) => {
    if (over) return;
    const began = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - began < pause) step = steps.next();
    worked += performance.now() - began;
    if (step.done) {
      over = true;
      done(step.value, worked);
    } else frame = requestAnimationFrame(() => work(PAUSE));
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
  work(PAUSE);
  return self;
}
