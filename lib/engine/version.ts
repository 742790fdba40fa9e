/** Raised whenever a change of a formula changes what a plan of before comes to. */
export const engineVersion = "1.0";
