// `npm run examples` makes docs/examples/exports again: one file of each format that a proposal is exported in.
import { mkdirSync } from "node:fs";
import { run } from "@/lib/cli/loadline";
import { exampleExports, examplesFolder } from "./example-exports";

mkdirSync(examplesFolder, { recursive: true });
for (const { args, file } of exampleExports) {
  const folder = process.cwd();
  const print = (text: string) => process.stdout.write(text);
  const complain = (text: string) => process.stderr.write(text);
  const exitCode = await run({ args: args(file), folder, print, complain });
  if (exitCode !== 0) process.exit(exitCode);
}
