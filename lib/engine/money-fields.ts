/**
 * The names of an option's amounts of money, wherever in the option they stand. The engine does not
 * know units, so `convert-plan.test.ts` walks the schema: each figure in money stands here, and no other.
 */
export const moneyFields: ReadonlySet<string> = new Set([
  "inputPrice",
  "cachedInputPrice",
  "outputPrice",
  "cacheWritePrice",
  "requestFee",
  "fromSpend",
  "minimumSpend",
  "fixedFee",
  "trainingRate",
  "rate",
  "spotRate",
  "storage",
  "egress",
  "storagePrice",
  "egressPrice",
  "serverPrice",
  "networkPrice",
  "installationPrice",
  "bookValue",
  "residualValue",
  "payment",
  "decommissioning",
  "licences",
  "space",
  "rackPrice",
  "rackRent",
]);
