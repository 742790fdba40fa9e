import fc from "fast-check";

/** For mutants: the same few random values every time. */
fc.configureGlobal({ numRuns: 15, seed: 1 });
