export const monthsPerYear = 12;
export const hoursPerDay = 24;
export const secondsPerHour = 3600;
export const tokensPerMillion = 1_000_000;
export const tokensPerBillion = 1_000_000_000;
export const parametersPerBillion = 1_000_000_000;
export const requestsPerThousand = 1000;
