import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import type { HouseStyleDraft } from "./use-house-style";

type LogoFieldProps = { readonly style: HouseStyleDraft; readonly readOnly: boolean };

/** A picture of the organization’s own; its initials stand in the place of none. */
export function LogoField({ style, readOnly }: LogoFieldProps) {
  const { draft, errors, change, takeLogo } = style;
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1 font-label text-sm">Logo</legend>
      <div className="flex flex-wrap items-center gap-3">
        {draft.logo ? (
          <span className="inline-flex rounded-md border border-line bg-white p-2">
            {/* biome-ignore lint/performance/noImgElement: it is not stored anywhere yet */}
            <img
              src={`data:${draft.logo.mediaType};base64,${draft.logo.base64}`}
              alt="The logo"
              className="h-10 max-w-48 object-contain"
            />
          </span>
        ) : (
          <span className="text-ink-3 text-sm">None: the initials stand in its place.</span>
        )}
        {!readOnly && (
          <>
            <FileButton
              label="Choose a logo"
              accept="image/png,image/jpeg"
              onFile={(file) => void takeLogo(file)}
            >
              {draft.logo ? "Choose another" : "Choose a logo"}
            </FileButton>
            {draft.logo && (
              <Button variant="quiet" onClick={() => change({ logo: null })}>
                Remove
              </Button>
            )}
          </>
        )}
      </div>
      {errors.logo ? (
        <FieldError>{errors.logo}</FieldError>
      ) : (
        <p className="text-ink-3 text-xs">
          PNG or JPEG, 256 KB and 2000 pixels a side at most. An SVG is not taken.
        </p>
      )}
    </fieldset>
  );
}
