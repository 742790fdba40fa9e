import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { darkened, isColour, isReadableOnWhite } from "@/lib/schemas/colour-contrast";
import { ownAccentColour } from "@/lib/schemas/house-style";
import { accentWords } from "@/lib/views/accent-words";
import { errorsOf, type HouseStyleDraft } from "./use-house-style";

type AccentFieldProps = { readonly style: HouseStyleDraft; readonly readOnly: boolean };

/** A colour that white paper can carry; a lighter one is offered darker. */
export function AccentField({ style, readOnly }: AccentFieldProps) {
  const { draft, change } = style;
  const { accentColour } = draft;
  const typed = accentColour ?? "";
  const isWhole = isColour(typed);
  const error = style.errors.accentColour ?? (isWhole ? errorsOf(draft).accentColour : undefined);
  const isTooLight = isWhole && !isReadableOnWhite(typed);
  return (
    <div className="grid justify-items-start gap-2">
      <Field
        label="Accent colour"
        help={
          isWhole ? accentWords(typed) : "Of rules, links and the initials. Empty: Loadline’s own."
        }
        error={error}
        className="w-full"
      >
        {(control) => (
          <div className="flex gap-2">
            <input
              type="color"
              aria-label="Choose the accent colour"
              className="control w-12 shrink-0 p-1"
              value={(isWhole ? typed : ownAccentColour).toLowerCase()}
              disabled={readOnly}
              onChange={({ target }) => change({ accentColour: target.value.toUpperCase() })}
            />
            <TextInput
              {...control}
              value={typed}
              maxLength={7}
              autoComplete="off"
              spellCheck={false}
              placeholder={ownAccentColour}
              readOnly={readOnly}
              onChange={({ target }) =>
                change({ accentColour: target.value === "" ? null : target.value })
              }
            />
          </div>
        )}
      </Field>
      {isTooLight && !readOnly && (
        <Button size="small" onClick={() => change({ accentColour: darkened(typed) })}>
          Take {darkened(typed)}, the same but darker
        </Button>
      )}
    </div>
  );
}
