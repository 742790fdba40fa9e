import { Checkbox } from "@/components/ui/checkbox";
import type { LinesPreview } from "@/lib/schemas/lines-import";
import { statedTotalText, totalAgreement } from "@/lib/views/lines-import";

type StatedTotalProps = {
  readonly preview: LinesPreview;
  /** Whether the file's lines are all that the quote will have. */
  readonly isWhole: boolean;
  readonly takesTotal: boolean;
  readonly onTake: (takes: boolean) => void;
};

/** The file's own total, to be the supplier's, and whether the lines come to it. */
export function StatedTotal({ preview, isWhole, takesTotal, onTake }: StatedTotalProps) {
  const text = statedTotalText(preview);
  const agreement = totalAgreement(preview);
  if (text === null || agreement === null) return null;
  return (
    <div className="grid gap-1 text-sm">
      {isWhole ? (
        <Checkbox
          label={`${text} Take it as the supplier\u2019s total.`}
          checked={takesTotal}
          onCheckedChange={onTake}
        />
      ) : (
        <p>{text}</p>
      )}
      <p className={agreement.agrees ? "text-good" : "text-warn"}>{agreement.text}</p>
    </div>
  );
}
