import type { CSSProperties } from "react";
import { DocumentFoot, DocumentHead } from "@/components/proposals/document-head";
import { isColour } from "@/lib/schemas/colour-contrast";
import type { HouseStyle } from "@/lib/schemas/house-style";
import { houseSample } from "@/lib/views/proposal/house-words";

/** How the first page begins and ends, in what is chosen so far. */
export function HousePreview({ house: chosen }: { readonly house: HouseStyle }) {
  const { accentColour } = chosen;
  const isWhole = accentColour !== null && isColour(accentColour);
  const house = { ...chosen, accentColour: isWhole ? accentColour : null };
  const { name, issued, subject, title, sentence } = houseSample(house.formats);
  return (
    <article
      aria-label="Preview"
      className="min-w-0"
      style={(isWhole ? { "--house": accentColour } : {}) as CSSProperties}
    >
      <DocumentHead {...{ house, name, issued }} />
      <p className="mt-5 text-ink-3 text-xs">{subject}</p>
      <p className="mt-1 font-title text-2xl leading-tight">{title}</p>
      <p className="mt-2 border-[var(--house,var(--ll-ink))] border-t-2 pt-2 text-ink-2 text-sm dark:border-ink">
        {sentence}
      </p>
      <DocumentFoot {...{ house, issued }} />
    </article>
  );
}
