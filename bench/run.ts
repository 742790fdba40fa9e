// `npm run bench` runs every bench, `npm run bench NAME` one, `-- NAME --json` prints JSON alone.
import { bundle } from "./bundle";
import { csv } from "./csv";
import { deck } from "./deck";
import { engine } from "./engine";
import { firstByte } from "./first-byte";
import { importing } from "./import-lines";
import { lighthouse } from "./lighthouse";
import { lines } from "./lines";
import { map } from "./map";
import type { Result } from "./measure";
import { pdf } from "./pdf";
import { plans } from "./plans";
import { projections } from "./projections";
import { recalc } from "./recalc";
import { sharedPage } from "./shared-page";
import { slider } from "./slider";
import { startUp } from "./start-up";
import { workbook } from "./workbook";

const benches: Record<string, () => Promise<Result[]>> = {
  "start-up": startUp,
  slider,
  "first-byte": firstByte,
  "shared-page": sharedPage,
  lighthouse,
  bundle,
  plans,
  projections,
  engine,
  map,
  lines,
  import: importing,
  recalc,
  pdf,
  workbook,
  csv,
  deck,
};

const words = process.argv.slice(2);
const asJson = words.includes("--json");
const asked = words.filter((word) => word !== "--json");
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is no bench named ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`,
  );
  process.exit(2);
}

const results: Result[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  if (!asJson) console.log(`\n${name}`);
  const found = await bench();
  results.push(...found);
  if (!asJson) for (const result of found) console.log(line(result));
}
if (asJson) console.log(JSON.stringify({ results }));
process.exit(0);

function line({ name, ours, theirs, ratio, unit }: Result): string {
  const against = theirs === null ? "" : `, bare ${theirs} ${unit}, ratio ${ratio}`;
  return `  ${name}: ${ours} ${unit}${against}`;
}
