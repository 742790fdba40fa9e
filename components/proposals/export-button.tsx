"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { requestFileAction } from "@/app/(product)/(app)/proposals/actions";
import { useRefreshWhile } from "@/components/jobs/use-refresh-while";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button, buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import {
  type FileFormat,
  fileFormats,
  type ProposalFile,
  type ProposalFilesOf,
} from "@/lib/schemas/proposal-file";
import { fileNames, fileStateText } from "@/lib/views/proposal/file-words";

export type ExportButtonProps = ProposalFilesOf & {
  readonly files: readonly ProposalFile[];
  /** Why nothing can be exported now; null where it can. */
  readonly lack: string | null;
};

/** A proposal in every format: made once by the worker, then downloaded as often as one likes. */
export function ExportButton({ proposalId, of, files, lack }: ExportButtonProps) {
  const isOpen = files.some(isOpenFile);
  useRefreshWhile(isOpen);
  return (
    <Popover
      title="Export"
      align="end"
      trigger={(trigger) => (
        <Button icon={<Download aria-hidden size={14} />} {...trigger}>
          Export
        </Button>
      )}
    >
      {() => (
        <ul className="grid w-80 max-w-[calc(100vw-3rem)] divide-y divide-line">
          {fileFormats.map((format) => (
            <FormatRow
              key={format}
              {...{ format, proposalId, of, lack }}
              file={files.find((file) => file.format === format) ?? null}
            />
          ))}
        </ul>
      )}
    </Popover>
  );
}

const isOpenFile = ({ state }: ProposalFile) => state === "queued" || state === "running";

type FormatRowProps = Omit<ExportButtonProps, "files"> & {
  readonly format: FileFormat;
  readonly file: ProposalFile | null;
};

function FormatRow({ format, file, proposalId, of, lack }: FormatRowProps) {
  const router = useRouter();
  const asking = useRef(false);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const { name, what } = fileNames[format];
  const isMade = file?.state === "succeeded" && file.fileName !== null;
  const ask = async () => {
    if (asking.current) return;
    asking.current = true;
    setBusy(true);
    const input = { id: newId(), format, proposalId, of };
    const outcome = await attempt(() => requestFileAction(input), "Nothing was made");
    asking.current = false;
    setBusy(false);
    setMessage(outcome.ok ? null : outcome.message);
    if (outcome.ok) router.refresh();
  };
  const error = message ?? (file?.state === "failed" ? file.error : null);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <div className="mr-auto min-w-0 flex-1 basis-40">
        <p className="font-label text-sm">{name}</p>
        <p className="text-ink-3 text-xs tabular-nums">{file ? fileStateText(file, what) : what}</p>
      </div>
      {isMade && (
        <a
          href={`/proposals/${proposalId}/files/${file.jobId}`}
          download
          className={buttonClass({ variant: "primary", size: "small" })}
        >
          Download<span className="sr-only"> {file.fileName}</span>
        </a>
      )}
      {lack === null && (
        <Button
          size="small"
          variant={isMade ? "quiet" : "secondary"}
          busy={busy || (file !== null && isOpenFile(file))}
          aria-label={`${isMade ? "Make again" : "Make"}: ${name}`}
          onClick={() => void ask()}
        >
          {isMade ? "Again" : "Make"}
        </Button>
      )}
      {(error ?? lack) !== null && (
        <p role={error ? "alert" : undefined} className="basis-full text-xs">
          <span className={error ? "text-bad" : "text-ink-3"}>{error ?? lack}</span>
        </p>
      )}
    </li>
  );
}
