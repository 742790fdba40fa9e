import { ensureBuilt } from "./build";
import { runCommand } from "./stop-error";

runCommand(async () => {
  await ensureBuilt({ onBuild: () => console.log("Building …") });
  return 0;
});
