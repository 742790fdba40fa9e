import { handlerOf, openPlan } from "./command-store";
import type { CommandPlace } from "./commands";

/** Where commands are asked for now. */
export const commandPlace = (): CommandPlace => ({
  planId: openPlan()?.id ?? null,
  canRun: (id) => handlerOf(id) !== undefined,
});
