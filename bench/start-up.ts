import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compared, interleaved, type Result } from "./measure";
import { buildBare, type Server, startBare, startOurs } from "./servers";

const rounds = 5;

async function timed(starting: Promise<Server>): Promise<number> {
  const server = await starting;
  await server.stop();
  return server.seconds;
}

/** A second start (built, migrated, seeded) against `next start` of a bare page. */
export async function startUp(): Promise<Result[]> {
  await buildBare();
  const data = mkdtempSync(join(tmpdir(), "loadline-bench-"));
  try {
    await timed(startOurs(data));
    const { ours, theirs } = await interleaved(
      rounds,
      () => timed(startOurs(data)),
      () => timed(startBare()),
    );
    return [compared("restart to the first page", ours, theirs, "s")];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
