import fc from "fast-check";
import { inject } from "vitest";

/** A change is judged by the same random plans each time; `npm run test:deep` draws others. */
if (inject("propertyRuns") !== "deep") fc.configureGlobal({ seed: 20_261_127 });
