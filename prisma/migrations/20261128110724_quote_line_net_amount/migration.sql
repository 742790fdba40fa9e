-- Divides last, and to more decimals than a line's twelfth can come near a tie with (14 of its factors, 16 of its
-- twelfths), so that what is paid is rounded once, as the engine's lineNet does. A test holds the two equal.
ALTER TABLE "quote_line" DROP COLUMN "net_amount";
ALTER TABLE "quote_line"
  ADD COLUMN "net_amount" NUMERIC
    GENERATED ALWAYS AS (
      CASE "recurrence"
        WHEN 'one-off' THEN "quantity" * "unit_price" * (1 - coalesce("discount_fraction", 0))
        WHEN 'monthly' THEN "quantity" * "unit_price" * (1 - coalesce("discount_fraction", 0)) * "months"
        ELSE "quantity" * "unit_price" * (1 - coalesce("discount_fraction", 0)) * "months" / 12.00000000000000000000
      END
    ) STORED;
