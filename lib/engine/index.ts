export { busyFraction, costAtBusyFraction } from "./analysis/busy-share";
export { comparedIceberg } from "./analysis/compared-iceberg";
export { costBridge } from "./analysis/cost-bridge";
export { costEnds } from "./analysis/cost-ends";
export { energyFigures, energyOfUses, knownTokensFraction } from "./analysis/energy";
export { icebergOf } from "./analysis/iceberg";
export { subjectValue } from "./analysis/net-present-costs";
export { scanWinners } from "./analysis/scan-winners";
export { sortedSwings, swingOf } from "./analysis/swings";
export { thresholdsOf } from "./analysis/thresholds";
export { unrankedCell } from "./analysis/winner-map";
export { awardShares } from "./award-shares";
export { breakEvenMonth } from "./break-even-month";
export { breakEvenVolume, runRateCurve } from "./break-even-volume";
export { budgetVariances } from "./budget-variance";
export { monthText } from "./calendar";
export { acceleratorRate, atRoom } from "./compared-figures";
export { inPlanCurrency, optionConversion } from "./convert-plan";
export { curveFactors } from "./curve-factors";
export { conversionAcross, conversionOf, isUndated, rateInto } from "./exchange-rates";
export { byFiscalYear, fiscalYearsOf } from "./fiscal-years";
export { frontPoint } from "./front-rate";
export { type InferenceShare, inferenceShares } from "./inference-share";
export { peakToMean, shapeLevels } from "./load-shape";
export { type OrderPart, orderAmounts } from "./order-amounts";
export { applyChanges, figureAt, underScenario } from "./paths";
export { discounted } from "./present-value";
export { priceTrend } from "./price-trend";
export { project } from "./project";
export {
  type FigureDifference,
  type OptionDifference,
  projectionDifference,
} from "./projection-difference";
export {
  type ComparedOption,
  compareQuotes,
  type QuoteComparison,
  type RankedRow,
} from "./quote-comparison";
export {
  type ConvertedSum,
  convertedAmount,
  decimalsOf,
  exactSum,
  type LineLack,
  type LineTotal,
  lineNetText,
  type OutlineLack,
  outlineTotals,
  type QuoteLack,
  quoteTotals,
  sumInOne,
} from "./quote-totals";
export { monthsOfWeeks, quotedFields } from "./quoted-fields";
export { type QuotedTerm, quotedOrigin } from "./quoted-origin";
export { isServerLine, quotedServers, sumOfQuantities } from "./quoted-servers";
export { fullReasoningRatio, isFarLength, requestLengths } from "./request-lengths";
export { machinesOf, type Requirements, requirementsOf } from "./requirements";
export { optionReturn, returnBounds } from "./returns";
export { total } from "./series";
export { serverPrices } from "./server-prices";
export { type SplitTotals, splitTotals } from "./split-totals";
export { type Errors, errorsOf } from "./throughput/errors";
export { estimateAtTarget } from "./throughput/estimate-at-target";
export { estimateThroughput } from "./throughput/estimate-throughput";
export { fewerPoints } from "./throughput/fewer-points";
export { efficientPoints, frontPairs, interactivityOf } from "./throughput/front";
export { fittedParameters, parametersFittedOn } from "./throughput/parameters";
export { throughputCeiling } from "./throughput/throughput-ceiling";
export type * from "./throughput/types";
export { trainingRunHours } from "./training-runs";
export type * from "./types";
export { engineVersion } from "./version";
export { walkAwayPrice } from "./walk-away-price";
export { type OfferScore, weightedScores } from "./weighted-score";
