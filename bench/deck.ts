import { proposalDeck } from "@/lib/exporters/proposal-deck/proposal-deck";
import { alone, median, type Result } from "./measure";
import { drawingsIn, richProposal } from "./rich-proposal";

const rounds = 5;

/** A board deck of a rich proposal, the first of a process and the next ones. */
export async function deck(): Promise<Result[]> {
  const proposal = richProposal();
  let bytes = new Uint8Array();
  const made = async () => {
    const from = performance.now();
    bytes = await proposalDeck(proposal);
    return performance.now() - from;
  };
  const first = await made();
  const warm: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    warm.push(await made());
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
  }
  const slides = bytes.length === 0 ? 0 : slidesIn(bytes);
  const what = `${slides} slides, ${drawingsIn(proposal)} drawings`;
  return [
    alone(`deck, ${what}, first of a process`, first, "ms"),
    alone(`deck, ${what}, warm`, median(warm), "ms"),
    alone(`deck, ${what}, warm, processor time`, median(worked), "ms"),
  ];
}

/** Each is named once at the end of the file, in the list of its parts. */
function slidesIn(bytes: Uint8Array): number {
  const list = Buffer.from(bytes).subarray(-60_000).toString("latin1");
  return new Set(list.match(/ppt\/slides\/slide\d+\.xml/g)).size;
}
