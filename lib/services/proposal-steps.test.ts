import { expect, it } from "vitest";
import { inSteps } from "./proposal-steps";

const minute = 60_000;
const tools = { signal: new AbortController().signal, report: async () => {} };

/** Steps of equal length, by a clock that they move. */
function runOf(minutes: number, count: number) {
  let at = 0;
  let begun = 0;
  function* steps(): Generator<number, { readonly done: true }> {
    for (let step = 1; step <= count; step += 1) {
      begun = step;
      at += (minutes * minute) / count;
      yield step / count;
    }
    return { done: true };
  }
  return { run: inSteps(steps(), tools, () => at), begun: () => begun };
}

it("refuses what would take too long as soon as its first steps show it, and says what to hide", async () => {
  const { run, begun } = runOf(60, 600);
  await expect(run).rejects.toMatchObject({
    code: "INVALID",
    message: expect.stringMatching(
      /more than 20 minutes, so nothing was made.*\u201cExecutive summary\u201d and \u201cWhat would change our mind\u201d.*Hide both/,
    ),
  });
  expect(begun()).toBeLessThan(5);
});

it("lets end what takes its time", async () => {
  const { run } = runOf(19, 600);
  await expect(run).resolves.toEqual({ done: true });
});
