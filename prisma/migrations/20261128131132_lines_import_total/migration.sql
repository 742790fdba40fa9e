-- AlterTable
ALTER TABLE "lines_import" ADD COLUMN     "former_total" DECIMAL(18,4),
ADD COLUMN     "former_total_had_tax" BOOLEAN;
