import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proposalDeck } from "@/lib/exporters/proposal-deck/proposal-deck";
import { proposalPdf } from "@/lib/exporters/proposal-pdf/proposal-pdf";
import { alone, compared, median, type Result } from "./measure";
import { writeSource } from "./proposal-page-source";
import { drawingsIn, richProposal } from "./rich-proposal";

const rounds = 5;

/**
 * A proposal on paper, the first of a process and the next ones, against LibreOffice and the same content: as the
 * deck, whose charts it draws too, and as a page of words, tables and finished drawings.
 */
export async function pdf(): Promise<Result[]> {
  const proposal = richProposal();
  const folder = mkdtempSync(join(tmpdir(), "loadline-bench-"));
  try {
    const page = writeSource(folder, proposal);
    const deck = join(folder, "deck.pptx");
    writeFileSync(deck, await proposalDeck(proposal));
    let bytes = new Uint8Array();
    const ours = async () => {
      const from = performance.now();
      bytes = await proposalPdf(proposal);
      return performance.now() - from;
    };
    const first = await ours();
    const warm: number[] = [];
    const worked: number[] = [];
    const asDeck: number[] = [];
    const asPage: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = process.cpuUsage();
      warm.push(await ours());
      const { user, system } = process.cpuUsage(before);
      worked.push((user + system) / 1000);
      asDeck.push(...converted(deck, folder));
      asPage.push(...converted(page, folder, "--infilter=HTML (StarCalc)"));
    }
    const what = `${pagesIn(bytes)} pages, ${drawingsIn(proposal)} drawings`;
    const warmName = `PDF, ${what}, warm`;
    const against = (source: string, theirs: readonly number[]) =>
      theirs.length > 0
        ? compared(
            `${warmName}, against LibreOffice and ${source}`,
            median(warm),
            median(theirs),
            "ms",
          )
        : alone(`${warmName}; LibreOffice does not take ${source} here`, median(warm), "ms");
    return [
      alone(`PDF, ${what}, first of a process`, first, "ms"),
      against("the same deck", asDeck),
      against("the same page", asPage),
      alone(`${warmName}, processor time`, median(worked), "ms"),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pagesIn(bytes: Uint8Array): string {
  return /\/Type \/Pages\s*\/Count (\d+)/.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "?";
}

/** Milliseconds of a whole conversion; none where there is no LibreOffice or it makes nothing. */
function converted(file: string, folder: string, ...filter: readonly string[]): readonly number[] {
  const from = performance.now();
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const { error } = spawnSync(
    "soffice",
    [profile, "--headless", ...filter, "--convert-to", "pdf", "--outdir", folder, file],
    { stdio: "ignore" },
  );
  const made = file.replace(/\w+$/, "pdf");
  if (error || !existsSync(made)) return [];
  rmSync(made);
  return [performance.now() - from];
}
