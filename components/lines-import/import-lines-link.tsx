import { FileUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

type Props = { readonly quoteId: string; readonly disabled: boolean };

/** What is typed and not saved would be lost on the way. */
export function ImportLinesLink({ quoteId, disabled }: Props) {
  const icon = <FileUp aria-hidden size={14} />;
  if (disabled)
    return (
      <Button icon={icon} disabled>
        Import lines
      </Button>
    );
  return (
    <ButtonLink href={`/quotes/${quoteId}/import`} icon={icon}>
      Import lines
    </ButtonLink>
  );
}
