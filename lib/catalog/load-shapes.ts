import * as z from "zod/mini";
import { type LoadShape, loadShape } from "@/lib/schemas/load-shape";
import shapes from "@/prisma/catalog/load-shapes.json";

/** Named shapes of a day's work. The rhythm is known, the numbers are assumptions. */
export const namedShapes: readonly LoadShape[] = z
  .array(loadShape)
  .parse(shapes.map(({ id: _id, ...shape }) => shape));
