import type { HouseStyle } from "@/lib/schemas/house-style";
import { initialsOf } from "@/lib/views/proposal/house-words";

/** Whom a document comes from: their logo, else their initials in their colour. */
export function HouseMark({ house }: { readonly house: HouseStyle }) {
  const { logo, organizationName, accentColour } = house;
  if (logo)
    return (
      // A logo is dark on a light ground more often than not.
      <span className="inline-flex rounded-sm bg-white p-0.5">
        {/* biome-ignore lint/performance/noImgElement: it stands in the document itself */}
        <img
          src={`data:${logo.mediaType};base64,${logo.base64}`}
          alt=""
          className="h-6 max-w-32 object-contain"
        />
      </span>
    );
  return (
    <span
      aria-hidden
      className="inline-flex size-5 items-center justify-center rounded-sm bg-accent font-title text-[0.5625rem] text-on-accent"
      style={accentColour === null ? {} : { backgroundColor: accentColour, color: "white" }}
    >
      {initialsOf(organizationName)}
    </span>
  );
}
