import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { SharedNotice } from "./shared-frame";

/** Sent as forms always were, so that it works before and without any script. */
export function PasscodeForm(props: { readonly linkId: string; readonly refusal: string | null }) {
  const { linkId, refusal } = props;
  return (
    <SharedNotice title="This page asks for a passcode">
      <p className="text-ink-2">Whoever sent you the link knows it.</p>
      <form
        method="post"
        action={`/shared/view/${linkId}/passcode`}
        className="grid justify-items-start gap-3"
      >
        <label htmlFor="passcode" className="font-label text-sm">
          Passcode
        </label>
        <TextInput
          id="passcode"
          name="passcode"
          type="password"
          required
          maxLength={64}
          autoComplete="off"
          autoFocus
          aria-invalid={refusal !== null}
          {...(refusal !== null && { "aria-describedby": "refusal" })}
        />
        {refusal !== null && <FieldError id="refusal">{refusal}</FieldError>}
        <Button type="submit" variant="primary" size="large">
          Open
        </Button>
      </form>
    </SharedNotice>
  );
}
