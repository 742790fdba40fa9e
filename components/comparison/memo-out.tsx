import { Copy, Download, Printer } from "lucide-react";
import { fileName, saveFile } from "@/components/charts/save-file";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { withMemoNotice } from "@/lib/views/comparison/memo-notice";

type MemoOutProps = {
  readonly planName: string;
  /** Null while it is not saved. */
  readonly version: number | null;
  readonly text: string;
  /** Goes along, above the text. */
  readonly notice: string | null;
};

/** The memo as it is shown, to the clipboard, to a file and to paper. */
export function MemoOut({ planName, version, text: body, notice }: MemoOutProps) {
  const toast = useToast();
  const text = withMemoNotice(body, notice);
  const copy = async () => {
    try {
      const { copyMemo } = await import("./memo-paper");
      await copyMemo(text);
      toast.show({ text: "The memo is on the clipboard, with its tables." });
    } catch {
      toast.show({ text: "The browser did not let it be copied.", tone: "failure" });
    }
  };
  const print = async () => {
    const { printMemo } = await import("./memo-paper");
    printMemo(`Award memo, ${planName}`, text);
  };
  const download = () =>
    saveFile(
      fileName([planName, "award-memo", version === null ? undefined : `v${version}`], "md"),
      new Blob([text], { type: "text/markdown;charset=utf-8" }),
    );
  return (
    <>
      <Button icon={<Copy aria-hidden size={14} />} onClick={() => void copy()}>
        Copy
      </Button>
      <Button icon={<Download aria-hidden size={14} />} onClick={download}>
        Markdown
      </Button>
      <Button icon={<Printer aria-hidden size={14} />} onClick={() => void print()}>
        Print
      </Button>
    </>
  );
}
