import { seed } from "../prisma/seed";
import { runCommand, StopError } from "./stop-error";

runCommand(async () => {
  const ownerUrl = process.env.DATABASE_URL;
  if (!ownerUrl) throw new StopError("DATABASE_URL is not set: npm start sets it for this script.");
  await seed(ownerUrl);
  return 0;
});
