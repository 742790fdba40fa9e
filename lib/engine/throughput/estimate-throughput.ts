import { decodeStep, stepSeconds } from "./decode-step";
import { requestsThatFit } from "./memory";
import { fittedParameters, perOutputTokenBand, toFirstTokenBand } from "./parameters";
import { prefillSeconds } from "./prefill";
import type { Deployment, DoesNotFit, RooflineParameters, ThroughputEstimate } from "./types";

/**
 * What a replica gives where nothing was measured, by a roofline without speculative decoding:
 *   seconds an output token = step + running requests × prefill / output tokens
 *   seconds to the first token = running step + launches + prefills ahead and its own + wait for a place
 * docs/throughput.md.
 */
export function estimateThroughput(
  deployment: Deployment,
  p: RooflineParameters = fittedParameters,
): ThroughputEstimate | DoesNotFit {
  const fitting = requestsThatFit(deployment);
  if (typeof fitting !== "number") return fitting;
  const { concurrency, inputTokens, outputTokens, acceleratorsPerReplica } = deployment;
  const running = Math.min(concurrency, fitting);
  const step = decodeStep(deployment, p, running);
  const prefill = prefillSeconds(deployment, p);
  const held = deployment.prefill === "apart" ? 0 : (running * prefill) / outputTokens;
  const perOutputToken = stepSeconds(step) + held;
  const wait = (concurrency / running - 1) * outputTokens * perOutputToken;
  const ahead = 1 + p.prefillsAheadShare * (running - 1);
  const launch = stepSeconds(step) + p.firstTokenLaunchFactor * step.kernels;
  const toFirstToken = launch + p.firstTokenPrefills * prefill * ahead + wait;
  const perSecond = (concurrency * outputTokens) / (toFirstToken + outputTokens * perOutputToken);
  return {
    kind: "estimate",
    secondsToFirstToken: toFirstToken,
    secondsPerOutputToken: perOutputToken,
    outputTokensPerSecond: perSecond,
    outputTokensPerSecondPerAccelerator: perSecond / acceleratorsPerReplica,
    prefillTokensPerSecond: inputTokens / prefill,
    runningRequests: running,
    step,
    prefillSecondsPerOutputToken: held,
    secondsPerOutputTokenBand: perOutputTokenBand,
    secondsToFirstTokenBand: toFirstTokenBand,
  };
}
