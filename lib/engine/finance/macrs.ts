/** Recovery classes of property, in years: computers and servers are of 5. */
export type MacrsYears = 3 | 5 | 7;

/** Half-year, or mid-quarter by the quarter of the tax year in which property enters service. */
export type MacrsConvention = "halfYear" | "quarter1" | "quarter2" | "quarter3" | "quarter4";

/**
 * Share of the basis that each tax year deducts, in hundredths of a percent, which add up to 10,000.
 * Source: IRS, Publication 946, appendix A, tables A-1 (half-year) and A-2 to A-5 (mid-quarter).
 */
const tables: Record<MacrsConvention, Record<MacrsYears, readonly number[]>> = {
  halfYear: {
    3: [3333, 4445, 1481, 741],
    5: [2000, 3200, 1920, 1152, 1152, 576],
    7: [1429, 2449, 1749, 1249, 893, 892, 893, 446],
  },
  quarter1: {
    3: [5833, 2778, 1235, 154],
    5: [3500, 2600, 1560, 1101, 1101, 138],
    7: [2500, 2143, 1531, 1093, 875, 874, 875, 109],
  },
  quarter2: {
    3: [4167, 3889, 1414, 530],
    5: [2500, 3000, 1800, 1137, 1137, 426],
    7: [1785, 2347, 1676, 1197, 887, 887, 887, 334],
  },
  quarter3: {
    3: [2500, 5000, 1667, 833],
    5: [1500, 3400, 2040, 1224, 1130, 706],
    7: [1071, 2551, 1822, 1302, 930, 885, 886, 553],
  },
  quarter4: {
    3: [833, 6111, 2037, 1019],
    5: [500, 3800, 2280, 1368, 1094, 958],
    7: [357, 2755, 1968, 1406, 1004, 873, 873, 764],
  },
};

const wholeBasis = 10_000;

/** Share of the basis deducted in each tax year, the first being that of entry into service. */
export function macrsFractions(years: MacrsYears, convention: MacrsConvention): readonly number[] {
  return tables[convention][years].map((share) => share / wholeBasis);
}

/** Mid-quarter where more than this share of a tax year's basis enters service in its last quarter. */
const mostInLastQuarterFraction = 0.4;

/**
 * The convention of each quarter of one tax year, from the basis that enters service in each.
 * Source: IRS, Publication 946, "Which convention applies?".
 */
export function macrsConventionOf(
  basisByQuarter: readonly [number, number, number, number],
): (quarter: 1 | 2 | 3 | 4) => MacrsConvention {
  const all = basisByQuarter.reduce((sum, basis) => sum + basis, 0);
  const isMidQuarter = basisByQuarter[3] > all * mostInLastQuarterFraction;
  return (quarter) => (isMidQuarter ? `quarter${quarter}` : "halfYear");
}
