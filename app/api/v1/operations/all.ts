import { openApiDocumentOf } from "@/lib/adapters/rest/open-api";
import { type Operation, operation } from "@/lib/adapters/rest/operation";
import { noQuery, openApiDocument } from "@/lib/schemas/rest";
import { planOperations } from "./plans";
import { projectionOperations } from "./projections";
import { rfqOperations } from "./rfqs";
import { rowOperations } from "./rows";
import { settingsOperations } from "./settings";

const describe = operation({
  id: "getDocument",
  method: "GET",
  path: "/openapi.json",
  group: "This document",
  summary: "The OpenAPI document",
  description: "Describes every operation. It takes no key.",
  access: "public",
  query: noQuery,
  answer: { status: 200, description: "OpenAPI 3.1 as JSON.", schema: openApiDocument },
  problems: [],
  run: async () => ({ body: openApi() }),
});

/** Everything that the API does, in the order in which it is described. */
export const operations: readonly Operation[] = [
  ...projectionOperations,
  ...planOperations,
  ...settingsOperations,
  ...rowOperations,
  ...rfqOperations,
  describe,
];

let document: ReturnType<typeof openApiDocumentOf> | undefined;

/** Made once: the operations do not change while the server runs. */
export function openApi(): ReturnType<typeof openApiDocumentOf> {
  document ??= openApiDocumentOf(operations);
  return document;
}
