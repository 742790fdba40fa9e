-- A server quote is the prices of one option; the word "quote" is a supplier's document from here on.

ALTER TABLE "quote" RENAME TO "server_quote";
ALTER TABLE "server_quote" RENAME CONSTRAINT "quote_pkey" TO "server_quote_pkey";
ALTER TABLE "server_quote" RENAME CONSTRAINT "quote_org_id_fkey" TO "server_quote_org_id_fkey";
ALTER TABLE "server_quote" RENAME CONSTRAINT "quote_org_id_supplier_id_fkey" TO "server_quote_org_id_supplier_id_fkey";
ALTER TABLE "server_quote" RENAME CONSTRAINT "quote_prices_not_negative" TO "server_quote_prices_not_negative";
ALTER INDEX "quote_org_id_supplier_id_idx" RENAME TO "server_quote_org_id_supplier_id_idx";

ALTER TABLE "supply_option" RENAME COLUMN "quote_id" TO "server_quote_id";
ALTER TABLE "supply_option" RENAME CONSTRAINT "supply_option_org_id_quote_id_fkey" TO "supply_option_org_id_server_quote_id_fkey";
ALTER INDEX "supply_option_org_id_quote_id_idx" RENAME TO "supply_option_org_id_server_quote_id_idx";
