/** What the worker may keep of its own: beyond it Node ends the process, and another takes its place. */
export const workerHeapMegabytes = 256;
