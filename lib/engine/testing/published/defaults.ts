import type cases from "../../golden/defaults.json";
import { at } from "../../series";
import { assumed, cloud, inference, planOf } from "../plans";
import { hours, projected, rentedPerMillion, type Workings } from "./plans";

type Cases = typeof cases;

export const defaults: Workings<Cases> = {
  "inferencex-tiers": ({ factor, tiers }) => {
    const next = (rate: number) => rateAfterStep(rate, factor);
    return {
      "b300 hyperscaler": next(tiers.hyperscaler.b200),
      "gb300 hyperscaler": next(tiers.hyperscaler.gb200),
      "b300 neocloud": next(tiers.neocloud.b200),
      "gb300 neocloud": next(tiers.neocloud.gb200),
      "b300 rental3Years": next(tiers.rental3Years.b200),
      "gb300 rental3Years": next(tiers.rental3Years.gb200),
    };
  },
  "quantization-bounds": ({ bits }) => ({
    float32ToInt4: savingBy(bits.float32 / bits.int4),
    float16ToInt4: savingBy(bits.float16 / bits.int4),
  }),
};

/** What an accelerator-hour costs from month 2 on, where the rental steps by a factor then. */
function rateAfterStep(rate: number, factor: number): number {
  const plan = planOf({
    workloads: [inference()],
    options: [cloud({ rate: assumed(rate) })],
    assumptions: {
      cloudPricePath: { kind: "steps", steps: [{ month: 1, factor }], evidence: "list" },
    },
  });
  return at(projected(plan, "cloud").cash.all, 1) / hours;
}

function savingBy(factor: number): number {
  const at16Bits = { ratePerHour: 2, tokensPerSecond: 100 };
  const smaller = { ...at16Bits, tokensPerSecond: 100 * factor };
  return rentedPerMillion(at16Bits) / rentedPerMillion(smaller);
}
