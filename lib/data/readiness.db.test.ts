import { expect, it } from "vitest";
import { globalDb } from "./client";
import { readiness } from "./readiness";

it("is ready on a database that has every migration of the code", async () => {
  expect(await readiness()).toEqual({ database: true, migrations: true, worker: false });
});

it("is not ready while a migration is missing", async () => {
  expect(await readiness("29991231000000_to_come")).toEqual({
    database: true,
    migrations: false,
    worker: false,
  });
});

it("lets the application's role see the newest migration alone", async () => {
  await expect(globalDb.$queryRaw`select * from _prisma_migrations`).rejects.toThrow(
    "permission denied",
  );
});
