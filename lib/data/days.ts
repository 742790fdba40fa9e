/** A DATE column's value as Prisma gives it, as an ISO date. */
export const toDay = (date: Date): string => date.toISOString().slice(0, 10);

/** What Prisma takes for a DATE column. */
export const fromDay = (isoDate: string): Date => new Date(`${isoDate}T00:00:00Z`);
