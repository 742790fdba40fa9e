import Link from "next/link";
import { CodeBlock } from "./code-block";

const basics = [
  [
    "Keys",
    "An API key goes into the header Authorization: Bearer. It acts for the member who made it and never beyond what they may do at that moment. A key that reads may see and compute plans; a key that writes may change them too.",
  ],
  [
    "Versions",
    "What you read has an ETag, its version. A change sends it back as If-Match and is refused with 412 where somebody else saved meanwhile, so that nobody overwrites what they have not seen.",
  ],
  [
    "Repeats",
    "A POST may carry an Idempotency-Key, a name you choose, such as a UUID. Sent again within 24 hours it has no second effect and gets the same answer, with the header Idempotency-Replayed: true.",
  ],
  [
    "Pages",
    "A list of plans comes in pages. The header Link, rel=\u201cnext\u201d, has the address of the next one, and nextCursor what it is asked for with.",
  ],
  [
    "Limits",
    "A body has at most 1,000,000 bytes. A key that calls too often is answered with 429 and the header Retry-After.",
  ],
  [
    "Names and numbers",
    "Names are those of the plan file. A figure is a value with its evidence and source; a value of null is unpriced, never 0. A fraction is 0 to 1.",
  ],
] as const;

export function ApiBasics({ address }: { readonly address: string }) {
  const first = `curl "${address}/api/v1/plans" \\\n  -H "Authorization: Bearer $LOADLINE_KEY"`;
  return (
    <section id="basics" aria-label="Basics" className="scroll-mt-6 pb-4">
      <p className="mt-2 max-w-[44rem] text-ink-2 text-lg">
        Plans, their parts and their projections for scripts: the same services, checks and history
        as the pages. Make a key under{" "}
        <Link href="/settings/api-keys" className="link">
          Settings, API keys
        </Link>
        . The same as a document:{" "}
        <a href="/api/v1/openapi.json" className="link">
          openapi.json
        </a>
        , OpenAPI 3.1.
      </p>
      <div className="mt-4 max-w-[44rem]">
        <CodeBlock label="A first request">{first}</CodeBlock>
      </div>
      <dl className="mt-5 grid max-w-[64rem] grid-cols-1 gap-x-10 gap-y-4 md:grid-cols-2">
        {basics.map(([term, text]) => (
          <div key={term}>
            <dt className="font-label text-sm">{term}</dt>
            <dd className="mt-0.5 text-ink-2 text-sm">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
