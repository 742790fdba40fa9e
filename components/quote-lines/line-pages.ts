import { attempt } from "@/components/plans/attempt";
import type { ActionResult } from "@/lib/adapters/action-result";
import {
  type LineGroup,
  type LineSum,
  type ListedLine,
  linesPageSize,
} from "@/lib/schemas/quote-lines";
import type { LineRates } from "@/lib/views/quote-lines";

type Read = LineRates & {
  readonly lines: readonly ListedLine[];
  readonly sums: readonly LineSum[] | null;
};
type GroupsRead = LineRates & { readonly groups: readonly LineGroup[] };

const read = <Data>(address: string): Promise<ActionResult<Data>> =>
  attempt(
    async () => (await (await fetch(address)).json()) as ActionResult<Data>,
    "The lines could not be read",
  );

export const readLineRows = (
  query: string,
  { offset, limit, totals }: { offset: number; limit: number; totals?: boolean },
): Promise<ActionResult<Read>> =>
  read(`/quotes/lines/rows?${query}&offset=${offset}&limit=${limit}${totals ? "&totals" : ""}`);

export const readLineGroups = (query: string, group: string): Promise<ActionResult<GroupsRead>> =>
  read(`/quotes/lines/groups?${query}&group=${group}`);

/** Pages kept of each list, so that a reader who scrolls to and fro waits once. */
const mostPages = 300;

/** The lines read so far, by what was asked and by page. */
export function createLinePages(onChange: () => void, onRefused: (message: string) => void) {
  const pages = new Map<string, readonly ListedLine[] | null>();
  const keyOf = (query: string, page: number) => `${query}#${page}`;
  const put = (query: string, page: number, lines: readonly ListedLine[]) => {
    pages.set(keyOf(query, page), lines);
    for (const oldest of pages.keys()) {
      if (pages.size <= mostPages) break;
      pages.delete(oldest);
    }
  };
  const ask = async (query: string, page: number): Promise<void> => {
    const key = keyOf(query, page);
    if (page < 0 || pages.has(key)) return;
    pages.set(key, null);
    const offset = page * linesPageSize;
    const answer = await readLineRows(query, { offset, limit: linesPageSize });
    if (answer.ok) put(query, page, answer.data.lines);
    else {
      pages.delete(key);
      onRefused(answer.message);
    }
    onChange();
  };
  return {
    put,
    ask,
    forget: () => pages.clear(),
    at: (query: string, index: number): ListedLine | undefined =>
      pages.get(keyOf(query, Math.floor(index / linesPageSize)))?.[index % linesPageSize],
  };
}
