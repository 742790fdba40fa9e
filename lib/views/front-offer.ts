import type { FrontRecord } from "@/lib/catalog/throughput-fronts";
import { dateText, numberFull, quantity } from "@/lib/format";

/** A measured front of the catalog as it is offered in a list. */
export function frontOffer(record: FrontRecord) {
  const { points, acceleratorsPerReplica, accelerator, model, precision, servingEngine } = record;
  const rates = points.map((point) => point.outputTokensPerSecond);
  const times = points.map((point) => point.timePerOutputTokenMilliseconds);
  const range = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return low === high ? quantity(low) : `${quantity(low)} to ${quantity(high)}`;
  };
  return {
    title: `${model} on ${acceleratorsPerReplica} ${accelerator.replace(/^NVIDIA |^AMD Instinct | SXM$/g, "")}`,
    range: `${range(rates)} tok/s`,
    conditions: `${precision}, ${servingEngine}, ${numberFull(record.inputTokens)} tokens in, ${numberFull(record.outputTokens)} out, ${range(times)} ms a token`,
    source: `${record.source}, ${dateText(record.date)}`,
  };
}
