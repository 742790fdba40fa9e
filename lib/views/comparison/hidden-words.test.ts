import { expect, it } from "vitest";
import { hiddenText } from "./hidden-words";

const review = (hiddenBy: string | null) => ({ planId: "p", planName: "Claims", hiddenBy });

it("says what is left out, who hid it and how to see it", () => {
  expect(hiddenText("plans", [review("Ada"), review("Ben"), review("Ada")])).toBe(
    "Plans with prices you must not know yet are not listed here: you judge quotes with prices hidden, as Ada and Ben set it. To see them, ask an editor to show you the prices, on the plan\u2019s Quotes tab under Criteria and evaluators.",
  );
  expect(hiddenText("quotes", [review(null)])).toMatch(
    /^Quotes whose prices .* with prices hidden\. To see them/,
  );
});
