-- AlterTable
ALTER TABLE "job" ADD COLUMN     "claim_number" INTEGER NOT NULL DEFAULT 0;

GRANT UPDATE ("claim_number") ON "job" TO loadline_app;
