import * as z from "zod/mini";
import { rowName } from "./figure";
import { text } from "./text";
import { uuid } from "./uuid";

/** The tables that can be arranged, as the database names them. */
export const arrangedTables = ["plans", "monthly-cost", "quotes", "quote-lines"] as const;
export type ArrangedTable = (typeof arrangedTables)[number];

const columnId = text(100).check(z.minLength(1));
const columnIds = z.array(columnId).check(z.maxLength(200));

/** Which columns of a table are shown, in which order, sorted and filtered how. */
export const arrangement = z.strictObject({
  hidden: columnIds,
  /** The columns that come first, in this order; the others follow as they come. */
  order: columnIds,
  sort: z.array(z.strictObject({ id: columnId, desc: z.boolean() })).check(z.maxLength(10)),
  find: text(80),
  /** Which set of rows, where a table has several: "archived". */
  show: z.optional(text(20)),
  /** The column by which rows stand together. */
  group: z.optional(text(20)),
  /** The columns that stay in sight while the others scroll. */
  pinned: z.optional(columnIds),
  /** What a row must be, by the name of the filter. */
  where: z.optional(
    z.strictObject({
      category: z.optional(text(40)),
      supplier: z.optional(text(40)),
      status: z.optional(text(20)),
    }),
  ),
});
export type Arrangement = z.infer<typeof arrangement>;

/** What the database holds of a saved view beside its name. */
export const savedViewState = z.strictObject({ arrangement, isDefault: z.boolean() });

export const saveViewInput = z.strictObject({
  id: uuid,
  tableId: z.enum(arrangedTables),
  name: rowName,
  arrangement,
  isDefault: z.boolean(),
});
export type SaveView = z.infer<typeof saveViewInput>;

export const viewsOfTableInput = z.strictObject({ tableId: z.enum(arrangedTables) });
export const viewNamedInput = z.strictObject({ viewId: uuid });

/** An arrangement that a member keeps under a name. */
export type SavedView = Omit<SaveView, "tableId">;

export const plainArrangement: Arrangement = { hidden: [], order: [], sort: [], find: "" };
