/** What each worker holds while it is connected. Any two numbers will do, as long as all take the same ones. */
export const workerLock = { classId: 7_316_241, objectId: 1 } as const;
