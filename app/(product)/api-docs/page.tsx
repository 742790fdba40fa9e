import type { Metadata } from "next";
import { openApi } from "@/app/api/v1/operations/all";
import { ApiReferenceScreen } from "@/components/api-docs/api-reference-screen";
import { problemKinds, problemNames } from "@/lib/adapters/rest/problem-kinds";
import { env } from "@/lib/env";
import { type ApiDocument, apiReference } from "@/lib/views/api-reference";

export const metadata: Metadata = { title: "API reference" };

// The address of this server stands in the examples, and a build knows none.
export const dynamic = "force-dynamic";

export default function ApiDocsPage() {
  const address = env().address ?? "http://localhost:3000";
  return (
    <ApiReferenceScreen
      reference={apiReference(openApi() as unknown as ApiDocument, address)}
      problems={problemNames.map((name) => ({ name, ...problemKinds[name] }))}
      address={address}
    />
  );
}
