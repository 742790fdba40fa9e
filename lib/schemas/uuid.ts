import * as z from "zod/mini";

/** An id that a form gives or names. */
export const uuid = z.uuid("Use an id as crypto.randomUUID makes it.");
