import * as z from "zod/mini";
import { uuid } from "./uuid";

/** Newer figures of the catalog to be written into a plan, each with the value that was seen. */
export const takeFiguresInput = z.strictObject({
  planId: uuid,
  takes: z
    .array(z.strictObject({ path: z.string().check(z.maxLength(200)), value: z.number() }))
    .check(z.minLength(1), z.maxLength(500)),
});
export type TakeFigures = z.infer<typeof takeFiguresInput>;
