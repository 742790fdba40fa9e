import type { ProposalDocument } from "@/lib/views/proposal/document";
import { footLines } from "@/lib/views/proposal/house-words";
import { statusText } from "@/lib/views/proposal/proposal-names";
import { EvidenceKey } from "./evidence-key";
import { HouseMark } from "./house-mark";

type OfDocument = Pick<ProposalDocument, "house" | "name" | "issued">;

/** Whose a document is, and which. */
export function DocumentHead({ house, name, issued }: OfDocument) {
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-ink-3 text-xs">
      <span className="flex min-w-0 items-center gap-2 font-label text-ink">
        <HouseMark house={house} />
        <span className="min-w-0 truncate">{house.organizationName}</span>
      </span>
      <span>{statusText({ name, issued })}</span>
    </p>
  );
}

/** Who may read it, what it was made from, and what the marks beside its figures mean. */
export function DocumentFoot({ house, issued }: Pick<OfDocument, "house" | "issued">) {
  return (
    <footer className="mt-10 flex flex-wrap justify-between gap-x-6 gap-y-1 border-line border-t pt-3 text-ink-3 text-xs">
      <div>
        {footLines({ house, issued }).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <EvidenceKey />
    </footer>
  );
}
